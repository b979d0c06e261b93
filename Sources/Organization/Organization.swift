import DenseTables
import RandomStreams

/// The standing organization of a place: one tree, parents before children.
public struct Organization: Sendable {
    /// The nodes; a node's parent always comes before it, and the first is the district.
    public let nodes: [OrganizationNode]

    // Levels and keys are asked for at many events; a whole node, names and all, would be copied for one of them.
    private let levels: [OrganizationLevel]
    private let keys: [EntityKey]
    private let firstChild: [Int32]
    private let childList: [OrganizationNodeID]

    /// Creates the tree from its nodes, parents before children.
    ///
    /// - Complexity: O(n).
    public init(nodes: [OrganizationNode]) {
        self.nodes = nodes
        levels = nodes.map(\.level)
        keys = nodes.map(\.key)
        var counts = [Int32](repeating: 0, count: nodes.count + 1)
        for (index, node) in nodes.enumerated() where node.parent.exists {
            precondition(node.parent.index < index, "a node's parent must come before it")
            counts[node.parent.index + 1] += 1
        }
        for index in 1..<counts.count { counts[index] += counts[index - 1] }
        var next = counts
        var list = [OrganizationNodeID](repeating: .none, count: Int(counts.last ?? 0))
        for (index, node) in nodes.enumerated() where node.parent.exists {
            list[Int(next[node.parent.index])] = OrganizationNodeID(index)
            next[node.parent.index] += 1
        }
        firstChild = counts
        childList = list
    }

    /// The node named `id`.
    public subscript(id: OrganizationNodeID) -> OrganizationNode { nodes[id.index] }

    /// The level of the node named `id`.
    public func level(of id: OrganizationNodeID) -> OrganizationLevel { levels[id.index] }

    /// The key the random numbers of the node named `id` hang on.
    public func key(of id: OrganizationNodeID) -> EntityKey { keys[id.index] }

    /// The nodes directly below `id`, in order.
    public func children(of id: OrganizationNodeID) -> ArraySlice<OrganizationNodeID> {
        childList[Int(firstChild[id.index])..<Int(firstChild[id.index + 1])]
    }

    /// The nearest node of `level` at or above `id`; none if there is no such node.
    ///
    /// - Complexity: O(depth).
    public func ancestor(of id: OrganizationNodeID, at level: OrganizationLevel) -> OrganizationNodeID {
        var node = id
        while node.exists, nodes[node.index].level != level { node = nodes[node.index].parent }
        return node
    }

    /// All nodes of `level`, in order.
    public func nodes(at level: OrganizationLevel) -> [OrganizationNodeID] {
        nodes.indices.filter { nodes[$0].level == level }.map { OrganizationNodeID($0) }
    }
}
