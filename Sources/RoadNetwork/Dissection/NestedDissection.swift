import DenseTables

/// The order in which nodes of a road network are best contracted: first the dead ends and bends, then cells, then what holds
/// cells apart, and last what holds the whole network apart.
///
/// Nested dissection (George 1973) by inertial flow. It hangs on who is joined to whom and where nodes are, never on travel
/// times, so one order serves every mode, every weather and every closure (Dibbelt, Strasser and Wagner, "Customizable
/// contraction hierarchies", JEA 2016).
public enum NestedDissection {
    /// Cells of so many nodes are ordered by least degree, one word a node.
    private static let cellSize = 48

    /// All nodes of a network, those to be contracted first at the front.
    ///
    /// - Complexity: about O(n log² n) on road networks; 0.7 s for the 76,595 nodes of Luxembourg.
    public static func order(of network: RoadNetwork) -> [RoadNodeID] {
        let peeling = LowDegreePeeling(NeighborGraph(network))
        let map = LocalProjection(
            longitude: network.nodes.first?.longitude ?? 0, latitude: network.nodes.first?.latitude ?? 0)
        let points = peeling.core.map { node in
            let node = network.nodes[Int(node)]
            return SIMD2<Float>(map.meters(longitude: node.longitude, latitude: node.latitude))
        }
        var order = peeling.order
        order.reserveCapacity(network.nodeCount)
        var flow = InertialFlow()
        dissect(
            peeling.coreGraph, nodes: Array(0..<Int32(peeling.core.count)), points: points, flow: &flow
        ) { order.append(peeling.core[Int($0)]) }
        return order.map { RoadNodeID(raw: $0) }
    }

    /// Orders a part of the core: `nodes` are the numbers of the part's nodes in the core.
    private static func dissect(
        _ graph: NeighborGraph, nodes: [Int32], points: [SIMD2<Float>], flow: inout InertialFlow,
        _ append: (Int32) -> Void
    ) {
        let pieces = components(of: graph)
        if pieces.count > 1 {
            for piece in pieces { descend(graph, piece, nodes, points, &flow, append) }
            return
        }
        guard graph.count > cellSize else {
            for node in leastDegreeOrder(graph) { append(nodes[node]) }
            return
        }
        let parting = flow.part(graph, points: points)
        guard !parting.first.isEmpty, !parting.second.isEmpty else {
            // All is separator: nothing holds it apart, as in a clique.
            for node in nodes { append(node) }
            return
        }
        descend(graph, parting.first, nodes, points, &flow, append)
        descend(graph, parting.second, nodes, points, &flow, append)
        for node in parting.separator { append(nodes[Int(node)]) }
    }

    /// Orders the part of `graph` that consists of `members`.
    private static func descend(
        _ graph: NeighborGraph, _ members: [Int32], _ nodes: [Int32], _ points: [SIMD2<Float>],
        _ flow: inout InertialFlow, _ append: (Int32) -> Void
    ) {
        var place = [Int32](repeating: -1, count: graph.count)
        for (index, member) in members.enumerated() { place[Int(member)] = Int32(index) }
        var first: [Int32] = [0]
        first.reserveCapacity(members.count + 1)
        var neighbors: [Int32] = []
        for member in members {
            for other in graph[Int(member)] where place[Int(other)] >= 0 { neighbors.append(place[Int(other)]) }
            first.append(Int32(neighbors.count))
        }
        dissect(
            NeighborGraph(first: first, neighbors: neighbors), nodes: members.map { nodes[Int($0)] },
            points: members.map { points[Int($0)] }, flow: &flow, append)
    }

    /// The connected pieces of a graph, each in ascending order.
    private static func components(of graph: NeighborGraph) -> [[Int32]] {
        var label = [Int32](repeating: -1, count: graph.count)
        var pieces = 0
        var open: [Int32] = []
        for start in 0..<graph.count where label[start] < 0 {
            label[start] = Int32(pieces)
            open.append(Int32(start))
            while let node = open.popLast() {
                for other in graph[Int(node)] where label[Int(other)] < 0 {
                    label[Int(other)] = Int32(pieces)
                    open.append(other)
                }
            }
            pieces += 1
        }
        var members = [[Int32]](repeating: [], count: pieces)
        for node in 0..<graph.count { members[Int(label[node])].append(Int32(node)) }
        return members
    }

    /// A small graph by least degree: whoever has the fewest neighbors goes, and they become neighbors of one another.
    private static func leastDegreeOrder(_ graph: NeighborGraph) -> [Int] {
        var rows = (0..<graph.count).map { node in graph[node].reduce(UInt64(0)) { $0 | 1 << UInt64($1) } }
        var left = graph.count == 64 ? UInt64.max : (1 << UInt64(graph.count)) - 1
        var order: [Int] = []
        while left != 0 {
            var best = -1
            var rest = left
            while rest != 0 {
                let node = rest.trailingZeroBitCount
                rest &= rest - 1
                if best < 0 || rows[node].nonzeroBitCount < rows[best].nonzeroBitCount { best = node }
            }
            order.append(best)
            left &= ~(1 << UInt64(best))
            let ends = rows[best]
            var end = ends
            while end != 0 {
                let node = end.trailingZeroBitCount
                end &= end - 1
                rows[node] = (rows[node] | ends) & ~(1 << UInt64(node)) & ~(1 << UInt64(best))
            }
        }
        return order
    }
}
