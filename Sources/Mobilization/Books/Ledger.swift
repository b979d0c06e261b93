import DenseTables
import Organization

/// Who is in which state, and for how long: people, teams, tasks and organizations, and nothing else.
struct Ledger: ~Copyable {
    /// Where each person is between the roster and the post.
    var people: StateBook<PersonID, PersonState>
    /// Where each team is between the plan and its task.
    var teams: StateBook<TeamID, TeamState>
    /// Where each task or post is between the hazard and its end.
    var tasks: StateBook<TaskID, TaskState>
    /// Where each organization is between its everyday and its emergency form.
    var organizations: StateBook<OrganizationNodeID, ConversionState>

    init(_ world: World) {
        people = StateBook(count: world.people.count, initial: .standing) { Array($0.successors) }
        teams = StateBook(count: world.teams.count, initial: .planned) { Array($0.successors) }
        tasks = StateBook(count: world.tasks.count, initial: .absent) { Array($0.successors) }
        organizations = StateBook(count: world.organization.nodes.count, initial: .standing) { Array($0.successors) }
    }

    /// Books everything up to the end of a run.
    ///
    /// - Complexity: O(people + teams + tasks + organizations).
    mutating func close(at horizon: Int64) {
        people.close(at: horizon)
        teams.close(at: horizon)
        tasks.close(at: horizon)
        organizations.close(at: horizon)
    }

    /// The first thing wrong with the books of a closed run, if any.
    ///
    /// - Complexity: O(people + teams + tasks + organizations).
    func breach(elapsed: Int64) -> LawBreach? {
        people.breach(elapsed: elapsed) ?? teams.breach(elapsed: elapsed) ?? tasks.breach(elapsed: elapsed)
            ?? organizations.breach(elapsed: elapsed)
    }
}
