/// Takes nodes with at most two neighbors out of a graph, again and again, joining the neighbors each leaves behind.
///
/// Dead ends, and the bends between two crossings, are most of a road network, and contracting them first never costs an
/// arc more than it saves. They go in rounds in which no two neighbors go together, so that a long road is halved, not
/// shortened from one end: the hierarchy stays flat.
struct LowDegreePeeling {
    /// The nodes taken out, in order.
    private(set) var order: [Int32] = []

    /// The nodes left, in ascending order; each has three neighbors or more.
    private(set) var core: [Int32] = []

    /// The graph among the nodes left, by their place in `core`.
    private(set) var coreGraph: NeighborGraph

    /// Peels a graph.
    ///
    /// - Complexity: almost O(nodes + edges); degrees never grow.
    init(_ graph: NeighborGraph) {
        var rows = graph.neighbors
        var degree = (0..<graph.count).map { graph.first[$0 + 1] - graph.first[$0] }
        var isGone = [Bool](repeating: false, count: graph.count)
        // The round in which a neighbor of the node last went.
        var touched = [Int32](repeating: -1, count: graph.count)
        var candidates = (0..<Int32(graph.count)).filter { degree[Int($0)] <= 2 }
        var round: Int32 = 0
        /// Takes `old` out of the row of `node`, and puts `new` in its place unless it is there already.
        func replace(_ old: Int32, by new: Int32?, in node: Int32) {
            let start = Int(graph.first[Int(node)])
            var end = start + Int(degree[Int(node)])
            guard let place = rows[start..<end].firstIndex(of: old) else { return }
            if let new, !rows[start..<end].contains(new) {
                rows[place] = new
            } else {
                end -= 1
                rows.swapAt(place, end)
                degree[Int(node)] -= 1
            }
        }
        while !candidates.isEmpty {
            var later: [Int32] = []
            for node in candidates where !isGone[Int(node)] {
                guard touched[Int(node)] < round else {
                    later.append(node)
                    continue
                }
                isGone[Int(node)] = true
                order.append(node)
                let start = Int(graph.first[Int(node)])
                let ends = Array(rows[start..<start + Int(degree[Int(node)])])
                for (index, end) in ends.enumerated() {
                    replace(node, by: ends.count == 2 ? ends[1 - index] : nil, in: end)
                    touched[Int(end)] = round
                    if degree[Int(end)] <= 2 { later.append(end) }
                }
            }
            candidates = later
            round += 1
        }
        core = (0..<Int32(graph.count)).filter { !isGone[Int($0)] }
        var place = [Int32](repeating: -1, count: graph.count)
        for (index, node) in core.enumerated() { place[Int(node)] = Int32(index) }
        var first: [Int32] = [0]
        var neighbors: [Int32] = []
        for node in core {
            let start = Int(graph.first[Int(node)])
            neighbors += rows[start..<start + Int(degree[Int(node)])].map { place[Int($0)] }.sorted()
            first.append(Int32(neighbors.count))
        }
        coreGraph = NeighborGraph(first: first, neighbors: neighbors)
    }
}
