import DenseTables
import Organization

/// Names a list of people: those who wait at each muster point, then the teams.
struct CrewListID: RowID {
    let raw: Int32
}

/// Who waits at which muster point, in the order of check-in, and who belongs to which team, in the order of joining.
///
/// Nobody does both and nobody belongs to two teams, so one link a person holds all these lists together.
struct Crews: ~Copyable {
    private var lists: LinkedLists<CrewListID, PersonID>
    private let nodes: Int

    init(nodes: Int, teams: Int, people: Int) {
        self.nodes = nodes
        lists = LinkedLists(lists: nodes + teams, items: people)
    }

    /// Bytes of changing state a person takes here.
    static var bytesPerPerson: Int { MemoryLayout<PersonID>.stride }

    private func line(at node: OrganizationNodeID) -> CrewListID { CrewListID(node.index) }

    private func crew(of team: TeamID) -> CrewListID { CrewListID(nodes + team.index) }

    // MARK: Waiting

    /// Whoever came last of those who wait at a muster point; none where nobody waits.
    func lastWaiting(at node: OrganizationNodeID) -> PersonID { lists.last(of: line(at: node)) }

    /// Somebody begins to wait.
    mutating func wait(_ person: PersonID, at node: OrganizationNodeID) { lists.append(person, to: line(at: node)) }

    /// Calls up whoever came first of those who wait; nil where nobody does.
    mutating func callUp(at node: OrganizationNodeID) -> PersonID? { lists.removeFirst(of: line(at: node)) }

    // MARK: Members

    /// The first member of a team; none where it has none.
    func first(of team: TeamID) -> PersonID { lists.first(of: crew(of: team)) }

    /// The last member of a team; none where it has none.
    func last(of team: TeamID) -> PersonID { lists.last(of: crew(of: team)) }

    /// The member after one; none after the last.
    func next(after person: PersonID) -> PersonID { lists.next(after: person) }

    /// Somebody joins a team.
    mutating func append(_ person: PersonID, to team: TeamID) { lists.append(person, to: crew(of: team)) }

    /// Calls `body` with every member of a team, in the order of joining.
    func forEach(in team: TeamID, _ body: (PersonID) -> Void) { lists.forEach(in: crew(of: team), body) }
}
