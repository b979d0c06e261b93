import Testing

@testable import RoadNetwork

@Suite struct UnitFlowTests {
    /// A graph from edges, and the arc that leads back along each arc.
    private func graph(_ count: Int, _ edges: [(Int, Int)]) -> (NeighborGraph, [Int32]) {
        var rows = [[Int32]](repeating: [], count: count)
        for (one, other) in edges where one != other && !rows[one].contains(Int32(other)) {
            rows[one].append(Int32(other))
            rows[other].append(Int32(one))
        }
        var first: [Int32] = [0]
        var neighbors: [Int32] = []
        for row in rows {
            neighbors += row.sorted()
            first.append(Int32(neighbors.count))
        }
        let graph = NeighborGraph(first: first, neighbors: neighbors)
        let twins = (0..<count).flatMap { node in
            graph[node].map { other in
                Int32(graph[Int(other)].firstIndex(of: Int32(node)) ?? -1)
            }
        }
        return (graph, twins)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `the largest flow is the smallest cut, of all there are`(seed: UInt64) {
        var shuffler = Shuffler(state: seed)
        let count = Int.random(in: 2...9, using: &shuffler)
        let edges = (0..<Int.random(in: 1...18, using: &shuffler)).map { _ in
            (Int.random(in: 0..<count, using: &shuffler), Int.random(in: 0..<count, using: &shuffler))
        }
        let (graph, twins) = graph(count, edges)
        var terminals = [UnitFlow.Terminal](repeating: .none, count: count)
        (terminals[0], terminals[count - 1]) = (.source, .sink)
        func cut(_ isFirst: (Int) -> Bool) -> Int {
            (0..<count).reduce(0) { sum, node in
                sum + (isFirst(node) ? graph[node].count { !isFirst(Int($0)) } : 0)
            }
        }
        var smallest = Int.max
        for set in 0..<(1 << count) where set & 1 == 1 && set >> (count - 1) & 1 == 0 {
            smallest = min(smallest, cut { set >> $0 & 1 == 1 })
        }
        var flow = UnitFlow()
        #expect(flow.maximum(graph, twins: twins, terminals: terminals, limit: .max) == smallest)
        #expect(cut { flow.isOnSourceSide($0) } == smallest)
        let nearSink = flow.sinkSide(graph, twins: twins, terminals: terminals)
        #expect(cut { !nearSink[$0] } == smallest)
        if smallest > 0 {
            #expect(flow.maximum(graph, twins: twins, terminals: terminals, limit: smallest - 1) == nil)
        }
    }
}
