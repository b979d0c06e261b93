import DenseTables
import Mobilization
import Organization
import Places
import Results

/// The names by which rows of the detailed tables refer to one another: paths of the organization, never row numbers.
struct DetailNames {
    private let place: Place
    /// The name of each team: the path of its organization, its kind, and its number there.
    let teams: [String]
    /// The name of each task: the path of its organization, its kind, and its number there.
    let tasks: [String]

    init(_ world: World) {
        let place = world.ground.place
        self.place = place
        var numbers: [String: Int] = [:]
        func name(_ node: OrganizationNodeID, _ kind: String) -> String {
            let start = "\(place.organization[node].path)/\(kind)"
            numbers[start, default: 0] += 1
            return "\(start)/\(numbers[start] ?? 1)"
        }
        teams = world.teams.indices.map { name(world.teams[$0].node, world.kind(of: TeamID($0)).code) }
        tasks = world.tasks.map { task in
            guard task.postTeam.exists else { return name(task.node, task.kind.name) }
            return name(task.node, "post/\(world.kind(of: task.postTeam).code)")
        }
    }

    /// The path of an organization; missing for none.
    func path(_ node: OrganizationNodeID) -> Cell { node.exists ? .string(place.organization[node].path) : .missing }

    /// The name of a team; missing for none.
    func team(_ team: TeamID) -> Cell { team.exists ? .string(teams[team.index]) : .missing }
}

/// Seconds from a time in milliseconds; missing for a negative one, which stands for "has not happened".
func seconds(_ milliseconds: Int64) -> Cell { milliseconds < 0 ? .missing : .number(Double(milliseconds) / 1000) }
