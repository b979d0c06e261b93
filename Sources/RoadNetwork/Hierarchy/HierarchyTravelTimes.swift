import DenseTables

/// Travel times by a contraction hierarchy, customized to one metric; a closed road costs one pass over the triangles.
///
/// The hierarchy belongs to a place and is shared; the times belong to a run, a mode and a moment.
public struct HierarchyTravelTimes: TravelTimes {
    /// From this many searches on it pays to make a hierarchy for one table.
    ///
    /// On the 76,595 nodes of Luxembourg making it takes 0.38 s, and a search by Dijkstra's algorithm 4 to 5 ms.
    public static let worthwhileSearches = 100

    /// From this many arcs on, those of all batches together, a table is shared among workers: some five milliseconds of work.
    ///
    /// Measured on two quiet cores: waking a worker and giving it room costs 0.2 to 0.3 ms, so that two of them are 1.4 times as fast over 300,000
    /// arcs, 1.7 to 1.8 times over 500,000, and 1.8 to 2.0 times from a million on. `Benchmarks/run table` measures it above that;
    /// `routing table FOLDER --sources N --workers 2`, with `wall_seconds` beside those of one worker, at any size.
    static let leastSharedArcs = 1_000_000

    let network: RoadNetwork
    let hierarchy: RoadHierarchy
    private(set) var metric: RoadMetric
    private(set) var times: HierarchyTimes
    let workers: Int
    /// Made anew with every metric, from what was known.
    private var longestWay = LongestWay()

    /// Lays `metric` over the hierarchy of a network.
    ///
    /// `workers` is how many threads a table may use; the numbers are the same on any.
    ///
    /// - Complexity: O(roads + triangles).
    public init(network: RoadNetwork, hierarchy: RoadHierarchy, metric: RoadMetric, workers: Int = 1) {
        precondition(hierarchy.nodeCount == network.nodeCount, "a hierarchy belongs to the network it was made of")
        precondition(workers >= 1, "travel times need at least one worker")
        self.network = network
        self.hierarchy = hierarchy
        self.metric = metric
        self.workers = workers
        times = HierarchyTimes(hierarchy, metric)
    }

    /// Makes the hierarchy of a network and lays `metric` over it, for whoever asks once.
    public init(network: RoadNetwork, metric: RoadMetric, workers: Int = 1) {
        self.init(network: network, hierarchy: RoadHierarchy(network: network), metric: metric, workers: workers)
    }

    /// Lays another metric over the hierarchy: roads have closed or reopened, or the weather has turned.
    ///
    /// - Complexity: O(roads + triangles).
    public mutating func customize(_ metric: RoadMetric) {
        self.metric = metric
        longestWay = LongestWay(after: longestWay)
        times.customize(hierarchy, metric)
    }

    /// Whether there may be ways too long for the times of the hierarchy.
    var mayMissWays: Bool { longestWay.bounds(network, metric).way >= UInt64(HierarchyTimes.unreachable) }

    /// How far from each other, in a straight line in meters, two nodes can be when the way is at most so many milliseconds long.
    ///
    /// It is what the arc would allow on which the most ground is gained in a time: no way gains more. Infinite from 100 km on, where a straight
    /// line on the map is none.
    ///
    /// - Complexity: O(arcs).
    public func farthest(within milliseconds: UInt32) -> Double {
        var most = 0.0
        for (arc, time) in zip(network.arcs, metric.milliseconds) where time != RoadMetric.unreachable {
            let straight = network.straightLine(arc.from, arc.to)
            if straight > 0 { most = max(most, straight / Double(time)) }
        }
        let reach = most * Double(milliseconds)
        return reach < 100_000 ? reach : .infinity
    }

    // MARK: Tables

    /// What ways to `targets`, or from them, come through; kept by whoever asks for them again and again.
    ///
    /// - Complexity: O(nodes + arcs of the selection).
    public func selection(of targets: [RoadNodeID]) -> HierarchySelection { hierarchy.selection(of: targets) }

    /// The times from each of `sources` to each of `targets`.
    ///
    /// Sixteen of the shorter list at a time, over the part of the hierarchy that the longer list needs.
    ///
    /// - Complexity: O(shorter / 16 · arcs of the selection).
    public func table(from sources: [RoadNodeID], to targets: [RoadNodeID]) -> TravelTimeTable {
        if sources.count <= targets.count { return table(from: sources, to: hierarchy.selection(of: targets)) }
        return table(from: hierarchy.selection(of: sources), to: targets)
    }

    /// The times from each of `sources` to each of the nodes selected.
    ///
    /// - Complexity: O(sources / 16 · arcs of the selection), shared among the workers.
    public func table(from sources: [RoadNodeID], to selection: HierarchySelection) -> TravelTimeTable {
        let columns = selection.targets.count
        return table(
            lanes: sources, across: selection, .forward, rowStride: columns, columnStride: 1, rows: sources.count,
            columns: columns)
    }

    /// The times from each of the nodes selected to each of `targets`.
    ///
    /// - Complexity: O(targets / 16 · arcs of the selection), shared among the workers.
    public func table(from selection: HierarchySelection, to targets: [RoadNodeID]) -> TravelTimeTable {
        table(
            lanes: targets, across: selection, .backward, rowStride: 1, columnStride: targets.count,
            rows: selection.targets.count, columns: targets.count)
    }

    /// The times from each of `sources` to every node of the network, a row a source.
    ///
    /// - Complexity: O(sources / 16 · arcs of the hierarchy), shared among the workers.
    public func trees(from sources: [RoadNodeID]) -> TravelTimeTable {
        let (width, count) = (LaneSweep.width, network.nodeCount)
        let batches = (sources.count + width - 1) / width
        let milliseconds = [UInt32](unsafeUninitializedCapacity: sources.count * count) { cells, filled in
            filled = sources.count * count
            guard filled > 0, let base = cells.baseAddress else { return }
            nonisolated(unsafe) let cells = base
            share(batches, of: hierarchy.arcCount, rows: count) { batch, room in
                let some = sources[(batch * width)..<min((batch + 1) * width, sources.count)]
                let lanes = room.lanes
                lanes.initialize(repeating: LaneSweep.none, count: count)
                room.sweep.climb(from: some, times, .forward) { rank, times in lanes[rank] = times }
                LaneSweep.descend(lanes, hierarchy, times, .forward)
                hierarchy.rank.withUnsafeBufferPointer { ranks in
                    LaneSweep.write(
                        lanes, of: ranks, lanes: some.count, to: cells + some.startIndex * count, laneStride: count,
                        stride: 1)
                }
            }
        }
        return complete(
            TravelTimeTable(rows: sources.count, columns: count, milliseconds: milliseconds), from: sources,
            to: network.nodes.indices.map { RoadNodeID($0) })
    }

    /// Fills a table whose one side is `starts`, sixteen at a time, and whose other side is `selection`.
    ///
    /// The cell of the start s and the target t is `s * rowStride + t * columnStride`.
    private func table(
        lanes starts: [RoadNodeID], across selection: HierarchySelection, _ direction: HierarchyTimes.Direction,
        rowStride: Int, columnStride: Int, rows: Int, columns: Int
    ) -> TravelTimeTable {
        let down = times.withColumn(1 - direction.rawValue) { times in selection.arcs.map { times[2 * Int($0)] } }
        let batches = (starts.count + LaneSweep.width - 1) / LaneSweep.width
        let milliseconds = [UInt32](unsafeUninitializedCapacity: rows * columns) { cells, count in
            count = rows * columns
            guard count > 0, let base = cells.baseAddress else { return }
            nonisolated(unsafe) let cells = base
            share(batches, of: down.count, rows: selection.count) { batch, room in
                let some = starts[(batch * LaneSweep.width)..<min((batch + 1) * LaneSweep.width, starts.count)]
                let lanes = room.lanes
                lanes.initialize(repeating: LaneSweep.none, count: selection.count)
                selection.place.withUnsafeBufferPointer { place in
                    room.sweep.climb(from: some, times, direction) { rank, times in
                        if place[rank] >= 0 { lanes[Int(place[rank])] = times }
                    }
                }
                selection.first.withUnsafeBufferPointer { first in
                    selection.upper.withUnsafeBufferPointer { upper in
                        down.withUnsafeBufferPointer { down in
                            guard let first = first.baseAddress, let upper = upper.baseAddress,
                                let down = down.baseAddress
                            else { return }
                            LaneSweep.descend(lanes, count: selection.count, first: first, upper: upper, times: down)
                        }
                    }
                }
                let corner = cells + some.startIndex * rowStride
                selection.targets.withUnsafeBufferPointer { targets in
                    LaneSweep.write(
                        lanes, of: targets, lanes: some.count, to: corner, laneStride: rowStride, stride: columnStride)
                }
            }
        }
        let table = TravelTimeTable(rows: rows, columns: columns, milliseconds: milliseconds)
        return direction == .forward
            ? complete(table, from: starts, to: selection.nodes) : complete(table, from: selection.nodes, to: starts)
    }

    /// Sweeps so many batches, each of which goes over so many arcs and ends in so many rows, on one worker or, where it pays, on several.
    private func share(
        _ batches: Int, of arcs: Int, rows: Int, _ sweep: @Sendable (_ batch: Int, inout SweepRoom) -> Void
    ) {
        let pays = batches * arcs >= Self.leastSharedArcs
        SharedWork.perform(
            batches, workers: pays ? SharedWork.workers(workers, for: batches) : 1,
            in: { SweepRoom(hierarchy, rows: rows) }, sweep)
    }

    // MARK: One source

    /// Fills `times` with the times from `source` to all nodes.
    ///
    /// - Complexity: O(arcs of the hierarchy).
    public func fill(_ times: inout [UInt32], from source: RoadNodeID) { fill(&times, source, .forward) }

    /// Fills `times` with the times from all nodes to `target`.
    ///
    /// - Complexity: O(arcs of the hierarchy).
    public func fill(_ times: inout [UInt32], to target: RoadNodeID) { fill(&times, target, .backward) }

    private func fill(_ result: inout [UInt32], _ start: RoadNodeID, _ direction: HierarchyTimes.Direction) {
        precondition(start.exists && start.index < network.nodeCount, "a search must start at a node of the network")
        let (up, down) = (direction.rawValue, 1 - direction.rawValue)
        var best = [Int32](repeating: HierarchyTimes.unreachable, count: hierarchy.nodeCount)
        var low = Int(hierarchy.rank[start.index])
        best[low] = 0
        while hierarchy.firstUp[low] < hierarchy.firstUp[low + 1] {
            let row = Int(hierarchy.firstUp[low])..<Int(hierarchy.firstUp[low + 1])
            for arc in row {
                let high = Int(hierarchy.upper[arc])
                best[high] = min(best[high], best[low] + times.pairs[arc][up])
            }
            low = Int(hierarchy.upper[row.lowerBound])
        }
        for low in stride(from: hierarchy.nodeCount - 1, through: 0, by: -1) {
            for arc in Int(hierarchy.firstUp[low])..<Int(hierarchy.firstUp[low + 1]) {
                best[low] = min(best[low], best[Int(hierarchy.upper[arc])] + times.pairs[arc][down])
            }
        }
        var (latest, isMissing): (Int32, Bool) = (0, false)
        result = hierarchy.rank.map { rank in
            let time = best[Int(rank)]
            guard time < HierarchyTimes.unreachable else {
                isMissing = true
                return TravelTimeTable.unreachable
            }
            latest = max(latest, time)
            return UInt32(time)
        }
        // A way cut off leads through a node at most one arc below the cut.
        guard isMissing, mayMissWays,
            UInt64(latest) + longestWay.bounds(network, metric).arc >= UInt64(HierarchyTimes.unreachable)
        else { return }
        if direction == .forward { search.fill(&result, from: start) } else { search.fill(&result, to: start) }
    }
}

/// What a worker sweeps in.
private struct SweepRoom: ~Copyable {
    var sweep: LaneSweep
    let lanes: UnsafeMutablePointer<Lanes>

    init(_ hierarchy: RoadHierarchy, rows: Int) {
        sweep = LaneSweep(hierarchy)
        lanes = .allocate(capacity: max(rows, 1))
    }

    deinit { lanes.deallocate() }
}
