import DenseTables

extension TravelTimes {
    /// The times from points to points: the walk to the road, the roads, and the walk from the road.
    ///
    /// The graph stays as it is. Whoever joins in the middle of a road leaves by either end, so the times between those ends are
    /// asked for and the best of four ways counts, or of five where both points are on one road. Two points of which one is nearer
    /// to the other than to its road are no farther apart than the straight walk, so a point takes no time to itself.
    /// `metric` must be the one these times are of. Past what can be counted it is `TravelTimeTable.longest`.
    ///
    /// Points are asked for in batches, so that beside the table there are at most 64 megabytes of times between nodes, or sixteen
    /// rows of them.
    ///
    /// - Complexity: that of a table between twice as many nodes each, and O(sources · targets).
    public func table(
        from sources: [RoadAccess], to targets: [RoadAccess], on network: RoadNetwork, _ metric: RoadMetric,
        _ rule: AccessRule
    ) -> TravelTimeTable {
        table(from: sources, to: targets, on: network, metric, rule, mostCells: 1 << 24)
    }

    /// `mostCells` is for tests: the most times between nodes at a time.
    func table(
        from sources: [RoadAccess], to targets: [RoadAccess], on network: RoadNetwork, _ metric: RoadMetric,
        _ rule: AccessRule, mostCells: Int
    ) -> TravelTimeTable {
        let departures = AccessLegs(sources, .leaving, on: network, metric, rule)
        let arrivals = AccessLegs(targets, .reaching, on: network, metric, rule)
        let ends = arrivals.nodes(of: targets.indices, among: network.nodeCount)
        let endOfLeg = arrivals.legs.map { ends.place[$0.node.index] }
        let neighbors = AccessNeighbors(targets)
        var cells = [UInt32](repeating: TravelTimeTable.unreachable, count: sources.count * targets.count)
        let batch = max(mostCells / max(2 * ends.nodes.count, 1), 8)
        for start in stride(from: 0, to: sources.count, by: batch) {
            let rows = start..<min(start + batch, sources.count)
            let starts = departures.nodes(of: rows, among: network.nodeCount)
            let times = table(from: starts.nodes, to: ends.nodes).milliseconds
            for row in rows {
                let line = row * targets.count
                for departure in departures[row] {
                    let corner = Int(starts.place[departure.node.index]) * ends.nodes.count
                    for column in targets.indices {
                        for leg in arrivals.first[column]..<arrivals.first[column + 1] {
                            let time = times[corner + Int(endOfLeg[leg])]
                            guard time != TravelTimeTable.unreachable else { continue }
                            let whole = TravelTimeTable.counted(
                                departure.time + UInt64(time) + arrivals.legs[leg].time)
                            if whole < cells[line + column] { cells[line + column] = whole }
                        }
                    }
                }
                neighbors.shorten(&cells, row: row, of: sources[row], to: targets, network, metric, rule)
            }
        }
        return TravelTimeTable(rows: sources.count, columns: targets.count, milliseconds: cells)
    }
}

/// Which targets are on the road of a source, or nearer to it than the road: to them there is a way without any node.
private struct AccessNeighbors {
    private var byRoad: [SIMD2<Int32>: [Int]] = [:]
    /// The targets from south to north.
    private let columns: [Int]
    private let latitudes: [Double]
    /// How far the farthest target is from its road, in meters.
    private let farthest: Double

    init(_ targets: [RoadAccess]) {
        let joined = targets.indices.filter { targets[$0].join != nil }
        for column in joined {
            guard case .between(let one, let other, _) = targets[column].join else { continue }
            byRoad[SIMD2(one.raw, other.raw), default: []].append(column)
        }
        columns = joined.sorted { (targets[$0].place.y, $0) < (targets[$1].place.y, $1) }
        latitudes = columns.map { targets[$0].place.y }
        farthest = joined.map { targets[$0].meters }.max() ?? 0
    }

    /// Enters the ways from a source to such targets, where they are shorter.
    func shorten(
        _ cells: inout [UInt32], row: Int, of source: RoadAccess, to targets: [RoadAccess], _ network: RoadNetwork,
        _ metric: RoadMetric, _ rule: AccessRule
    ) {
        guard source.join != nil else { return }
        func enter(_ time: UInt64, _ column: Int) {
            let cell = row * targets.count + column
            cells[cell] = min(cells[cell], TravelTimeTable.counted(time))
        }
        if case .between(let one, let other, let share) = source.join {
            let (ahead, back) = (
                network.fastest(from: one, to: other, metric), network.fastest(from: other, to: one, metric)
            )
            for column in byRoad[SIMD2(one.raw, other.raw)] ?? [] {
                guard case .between(_, _, let goal) = targets[column].join,
                    let time = goal == share ? 0 : goal > share ? ahead : back
                else { continue }
                let walks = rule.milliseconds(source.meters) + rule.milliseconds(targets[column].meters)
                enter(walks + AccessLegs.part(time, abs(goal - share)), column)
            }
        }
        // Where no road is as near as the other point, to walk there is to walk as one walks to the road.
        let reach = max(source.meters, farthest) / LocalProjection.metersPerDegree
        var place = latitudes.partitioningIndex { $0 >= source.place.y - reach }
        while place < latitudes.count, latitudes[place] <= source.place.y + reach {
            let target = targets[columns[place]]
            let meters = LocalProjection.distance(source.place, target.place)
            if meters < max(source.meters, target.meters) { enter(rule.milliseconds(meters), columns[place]) }
            place += 1
        }
    }
}

extension [Double] {
    /// The index of the first element of a sorted array that `test` accepts, which accepts all behind it.
    fileprivate func partitioningIndex(_ test: (Double) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if test(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
