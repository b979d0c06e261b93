import DenseTables

/// The roads of a place: a directed graph on the ground, fixed for the life of a world.
///
/// Arcs are stored in the order of the node they leave (compressed sparse rows), and once more by the node they enter.
/// Closures and weather belong to a run, so they are not here but in a `RoadMetric`.
public struct RoadNetwork: Sendable {
    /// The nodes.
    public let nodes: [RoadNode]

    /// The arcs, by the node they leave; arcs that leave the same node keep the order they were given in.
    public let arcs: [RoadArc]

    /// Names of roads and bridges, to which arcs point by number.
    public let names: [String]

    /// For every node the index of the first arc that leaves it; one entry more than there are nodes.
    public let firstOut: [UInt32]

    /// For every node the index into `incoming` of the first arc that enters it; one entry more than there are nodes.
    public let firstIn: [UInt32]

    /// The arcs by the node they enter.
    public let incoming: [RoadArcID]

    private let grid: NodeGrid

    /// Creates a network from nodes and directed arcs in any order.
    ///
    /// - Complexity: O(nodes + arcs).
    public init(nodes: [RoadNode], arcs: [RoadArc], names: [String] = []) {
        for arc in arcs {
            precondition(
                nodes.indices.contains(arc.from.index) && nodes.indices.contains(arc.to.index),
                "an arc must join two nodes of the network")
            precondition(arc.length >= 0 && arc.length.isFinite, "an arc must have a length of zero or more")
        }
        self.nodes = nodes
        self.names = names
        let (firstOut, outOrder) = Self.grouped(arcs.map(\.from), count: nodes.count)
        let sorted = outOrder.map { arcs[Int($0)] }
        let (firstIn, inOrder) = Self.grouped(sorted.map(\.to), count: nodes.count)
        self.arcs = sorted
        self.firstOut = firstOut
        self.firstIn = firstIn
        incoming = inOrder.map { RoadArcID(raw: Int32($0)) }
        grid = NodeGrid(nodes: nodes)
    }

    /// The number of nodes.
    public var nodeCount: Int { nodes.count }

    /// The number of directed arcs.
    public var arcCount: Int { arcs.count }

    /// The node named `id`.
    public subscript(id: RoadNodeID) -> RoadNode { nodes[id.index] }

    /// The arc named `id`.
    public subscript(id: RoadArcID) -> RoadArc { arcs[id.index] }

    /// The indices in `arcs` of the arcs that leave `node`.
    public func outgoing(of node: RoadNodeID) -> Range<Int> {
        Int(firstOut[node.index])..<Int(firstOut[node.index + 1])
    }

    /// The arcs that enter `node`.
    public func incoming(of node: RoadNodeID) -> ArraySlice<RoadArcID> {
        incoming[Int(firstIn[node.index])..<Int(firstIn[node.index + 1])]
    }

    /// The first arc from `source` to `target`; none if no arc joins them.
    ///
    /// - Complexity: O(arcs that leave `source`).
    public func arc(from source: RoadNodeID, to target: RoadNodeID) -> RoadArcID {
        outgoing(of: source).first { arcs[$0].to == target }.map { RoadArcID($0) } ?? .none
    }

    /// The node nearest to a point in a straight line, the first of equally near ones; none in an empty network.
    ///
    /// - Complexity: O(1) where nodes are spread evenly.
    public func nearestNode(longitude: Double, latitude: Double) -> RoadNodeID {
        grid.nearest(longitude: longitude, latitude: latitude)
    }

    /// The straight-line distance between two nodes in meters.
    public func straightLine(_ first: RoadNodeID, _ second: RoadNodeID) -> Double {
        let (one, other) = (nodes[first.index], nodes[second.index])
        return LocalProjection.distance(
            SIMD2(one.longitude, one.latitude), SIMD2(other.longitude, other.latitude))
    }

    /// Sorts items by the node they belong to, stably: where each node's items start, and the items in order.
    private static func grouped(_ owners: [RoadNodeID], count: Int) -> (first: [UInt32], order: [UInt32]) {
        var first = [UInt32](repeating: 0, count: count + 1)
        for owner in owners { first[owner.index + 1] += 1 }
        for index in 0..<count { first[index + 1] += first[index] }
        var next = first
        var order = [UInt32](repeating: 0, count: owners.count)
        for (index, owner) in owners.enumerated() {
            order[Int(next[owner.index])] = UInt32(index)
            next[owner.index] += 1
        }
        return (first, order)
    }
}
