import DenseTables

/// Which nodes are neighbors, whatever the direction: no loops, nobody twice, rows in ascending order.
///
/// Node numbers are 32 bits, rows are kept one after another (compressed sparse rows).
struct NeighborGraph {
    /// Where each node's row starts; one entry more than there are nodes.
    let first: [Int32]

    /// The neighbors, row after row.
    let neighbors: [Int32]

    /// The number of nodes.
    var count: Int { first.count - 1 }

    /// The neighbors of `node`.
    subscript(node: Int) -> ArraySlice<Int32> { neighbors[Int(first[node])..<Int(first[node + 1])] }

    /// Creates a graph from its rows.
    init(first: [Int32], neighbors: [Int32]) {
        self.first = first
        self.neighbors = neighbors
    }

    /// The neighbors by road.
    ///
    /// - Complexity: O(arcs · log degree).
    init(_ network: RoadNetwork) {
        var first: [Int32] = [0]
        first.reserveCapacity(network.nodeCount + 1)
        var neighbors: [Int32] = []
        neighbors.reserveCapacity(network.arcCount)
        var row: [Int32] = []
        for node in 0..<network.nodeCount {
            let id = RoadNodeID(node)
            row.removeAll(keepingCapacity: true)
            for arc in network.outgoing(of: id) { row.append(network.arcs[arc].to.raw) }
            for arc in network.incoming(of: id) { row.append(network[arc].from.raw) }
            row.sort()
            let start = neighbors.count
            for other in row
            where other != id.raw && (neighbors.count == start || neighbors[neighbors.count - 1] != other) {
                neighbors.append(other)
            }
            first.append(Int32(neighbors.count))
        }
        self.first = first
        self.neighbors = neighbors
    }
}
