import DenseTables
import Organization

/// The level of each incident each organization is ready for: ordered, and converted where the plan asks for that.
struct Readiness: ~Copyable {
    private var levels: Column<OrganizationNodeID, ResponseLevel>
    private let nodes: Int
    private let incidents: Int

    init(nodes: Int, incidents: Int) {
        (self.nodes, self.incidents) = (nodes, incidents)
        levels = Column(repeating: .none, count: nodes * incidents)
    }

    private func place(_ node: OrganizationNodeID, _ incident: Int) -> OrganizationNodeID {
        OrganizationNodeID(incident * nodes + node.index)
    }

    /// The level of one incident.
    subscript(node: OrganizationNodeID, incident: Int) -> ResponseLevel {
        get { levels[place(node, incident)] }
        set { levels[place(node, incident)] = newValue }
    }

    /// The highest level of any incident.
    ///
    /// - Complexity: O(incidents).
    func highest(of node: OrganizationNodeID) -> ResponseLevel {
        (0..<incidents).reduce(.none) { max($0, self[node, $1]) }
    }
}
