import Coverage
import DenseTables
import Organization
import Places
import RandomStreams
import RoadNetwork

/// Everything one run reads and never writes: the ground, the plan, the incident, and the lists that follow from them.
///
/// The ground is shared by all runs of a block; plan and incident carry the values drawn for one replication.
public final class World: Sendable {
    /// The place made ready.
    public let ground: Ground
    /// The plan.
    public let plan: Plan
    /// The incident.
    public let incident: Incident
    /// When a run ends, in milliseconds from the first signal.
    public let horizon: Int64
    /// From when on calls are counted, in milliseconds from the first signal.
    public let warmUp: Int64

    /// The longest way in good weather that is within each of the circles in this incident's weather, in milliseconds.
    let longestDry: [UInt64]

    /// Whether roads may close or reopen in a run.
    let roadsMayChange: Bool

    /// The key each stream's random numbers hang on.
    let callKeys: [EntityKey]
    let clock: WeekClock
    let callLists: CallLists
    let teamLayout: TeamLayout
    let taskLayout: TaskLayout

    /// Lays out lists, teams and tasks.
    ///
    /// - Complexity: O(people + organizations · kinds of team + tasks).
    public init(ground: Ground, plan: Plan, incident: Incident, horizon: Int64, warmUp: Int64 = 0) {
        self.ground = ground
        self.plan = plan
        self.incident = incident
        self.horizon = horizon
        self.warmUp = warmUp
        let root = ground.place.organization.nodes[0].path
        callKeys = incident.calls.map { EntityKey(path: root + "/calls/" + $0.code) }
        longestDry = Ground.longestDry(weather: incident.weather[Int(TravelMode.car.rawValue)])
        roadsMayChange = RoadChanges.mayHappen(plan, incident)
        clock = WeekClock(start: incident.weekStart)
        callLists = CallLists(ground: ground, waves: plan.callOut.waves)
        var teams = TeamLayout(ground: ground, plan: plan.teams)
        taskLayout = TaskLayout(ground: ground, plan: plan, incident: incident, teams: &teams)
        teamLayout = teams
    }

    /// Bytes a person takes in the traits, the travel times and the lists that no run changes.
    public static var bytesPerPerson: Int {
        // Two travel times, an entry of the roster and an entry of a call list.
        People.bytesPerPerson + 2 * MemoryLayout<UInt32>.stride + 2 * MemoryLayout<PersonID>.stride
    }

    /// The tasks and posts of the scenario.
    public var tasks: [TaskRecord] { taskLayout.tasks }

    /// The teams of the plan.
    public var teams: [TeamRecord] { teamLayout.teams }

    /// People on some call list.
    public var peopleOnCallLists: Int { callLists.people.count }

    var organization: Organization { ground.place.organization }

    var people: People { ground.place.people }

    /// The kind of a team with its names, for tables; verbs read the team's record.
    public func kind(of team: TeamID) -> TeamPlan.Kind { plan.teams.kinds[teamLayout.teams[team.index].kind] }

    /// People with whom a team starts once its patience is at its end.
    func leastStrength(of team: TeamID) -> Int32 {
        let minimum = teamLayout.teams[team.index].minimum
        return max(1, min(minimum, Int32((Double(minimum) * plan.teams.underStrength - 1e-9).rounded(.up))))
    }

    /// The departments a task asks for, in the order in which they are asked.
    func departments(of task: TaskID) -> [Int] {
        let set = taskLayout.tasks[task.index].departments
        return set < 0 ? [] : taskLayout.departmentSets[Int(set)]
    }
}
