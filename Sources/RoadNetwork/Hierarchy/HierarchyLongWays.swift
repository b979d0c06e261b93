import DenseTables

// Ways of more than twelve days, which the times of a hierarchy cannot hold: found by searches of the roads, so that what a table
// says never hangs on its size. On most networks no way can be as long, and nothing of this is done.
extension HierarchyTravelTimes {
    /// The search that finds any way.
    var search: DijkstraTravelTimes { DijkstraTravelTimes(network: network, metric: metric, workers: workers) }

    /// The table with the ways entered that were too long for the hierarchy.
    ///
    /// Who can be reached at all, the hierarchy tells under a metric without times.
    ///
    /// - Complexity: O(1) where all are reached; O(cells) where no way can be too long; else that of a second table, and of a
    ///   search for every row with a way that long.
    func complete(
        _ table: TravelTimeTable, from sources: [RoadNodeID], to ends: @autoclosure () -> [RoadNodeID]
    ) -> TravelTimeTable {
        guard mayMissWays, table.milliseconds.contains(TravelTimeTable.unreachable) else { return table }
        let targets = ends()
        let reached = HierarchyTravelTimes(
            network: network, hierarchy: hierarchy, metric: metric.reachability, workers: workers
        ).table(from: sources, to: targets)
        func isMissed(_ cell: Int) -> Bool {
            table.milliseconds[cell] == TravelTimeTable.unreachable && reached.milliseconds[cell] == 0
        }
        let rows = sources.indices.filter { row in
            (row * targets.count..<(row + 1) * targets.count).contains(where: isMissed)
        }
        guard !rows.isEmpty else { return table }
        let found = search.table(from: rows.map { sources[$0] }, to: targets)
        var milliseconds = table.milliseconds
        for (place, row) in rows.enumerated() {
            for column in targets.indices { milliseconds[row * targets.count + column] = found[place, column] }
        }
        return TravelTimeTable(rows: table.rows, columns: table.columns, milliseconds: milliseconds)
    }

    /// A fastest way by a search: back from its end along arcs that take just what the times differ by.
    ///
    /// Arcs that take no time can lead in circles, so each node is looked at once.
    ///
    /// - Complexity: O(arcs · log arcs).
    func searchedPath(from source: RoadNodeID, to target: RoadNodeID) -> [RoadArcID]? {
        let times = search.milliseconds(from: source)
        guard times[target.index] != TravelTimeTable.unreachable else { return nil }
        var onward = [RoadArcID](repeating: .none, count: network.nodeCount)
        var open = [target]
        var next = 0
        while next < open.count, open[next] != source {
            let node = open[next]
            next += 1
            for arc in network.incoming(of: node) where metric[arc] != RoadMetric.unreachable {
                let from = network[arc].from
                let arrival = TravelTimeTable.counted(UInt64(times[from.index]) + UInt64(metric[arc]))
                guard times[from.index] != TravelTimeTable.unreachable, arrival == times[node.index],
                    from != target, !onward[from.index].exists
                else { continue }
                onward[from.index] = arc
                open.append(from)
            }
        }
        var roads: [RoadArcID] = []
        var node = source
        while node != target {
            roads.append(onward[node.index])
            node = network[onward[node.index]].to
        }
        return roads
    }
}
