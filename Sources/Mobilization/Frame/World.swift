import Coverage
import DenseTables
import Organization
import Places
import RandomStreams
import RoadNetwork
import Words
import WrittenFiles

/// Everything one run reads and never writes: the ground, the plan, the incidents, and the lists that follow from them.
///
/// The ground is shared by all runs of a block; plan and incidents carry the values drawn for one replication. Where several incidents come to
/// one place all times are counted from the first signal of the first; the weather is at any time the worst of them, and every river,
/// closure and call is there.
public final class World: Sendable {
    /// The place made ready.
    public let ground: Ground
    /// The plan.
    public let plan: Plan
    /// The incidents, the first of them at time 0.
    public let incidents: [Incident]
    /// When a run ends, in milliseconds from the first signal.
    public let horizon: Int64
    /// From when on calls are counted, in milliseconds from the first signal.
    public let warmUp: Int64

    /// What the weather leaves of each mode's speed, by raw value of `TravelMode`.
    let weather: [Double]

    /// The longest way in good weather that is within each of the circles in this weather, in milliseconds.
    let longestDry: [UInt64]

    /// Whether roads may close or reopen in a run.
    let roadsMayChange: Bool

    /// The streams of calls of all incidents, and the key on which each one's random numbers hang.
    let calls: [CallStream]
    let callKeys: [EntityKey]

    let clock: WeekClock
    let callLists: CallLists
    let teamLayout: TeamLayout
    let taskLayout: TaskLayout

    /// Lays out lists, teams and tasks for one incident.
    ///
    /// - Complexity: O(people + organizations · kinds of team + tasks).
    public convenience init(ground: Ground, plan: Plan, incident: Incident, horizon: Int64, warmUp: Int64 = 0) {
        self.init(ground: ground, plan: plan, incidents: [incident], horizon: horizon, warmUp: warmUp)
    }

    /// Lays out lists, teams and tasks for several incidents, whose times are all counted from the first signal of the first.
    ///
    /// - Complexity: O(people + organizations · kinds of team + tasks).
    public init(ground: Ground, plan: Plan, incidents: [Incident], horizon: Int64, warmUp: Int64 = 0) {
        precondition((1...256).contains(incidents.count), "a world has an incident, and at most 256")
        self.ground = ground
        self.plan = plan
        self.incidents = incidents
        self.horizon = horizon
        self.warmUp = warmUp
        let root = ground.place.organization.nodes[0].path
        calls = incidents.flatMap(\.calls)
        callKeys = incidents.enumerated().flatMap { number, incident in
            incident.calls.map { EntityKey(path: root + "/calls/" + $0.code, ordinal: UInt32(number)) }
        }
        weather = TravelMode.allCases.map { mode in incidents.map { $0.weather[Int(mode.rawValue)] }.min() ?? 1 }
        longestDry = Ground.longestDry(weather: weather[Int(TravelMode.car.rawValue)])
        roadsMayChange = incidents.contains { RoadChanges.mayHappen(plan, $0) }
        clock = WeekClock(start: incidents[0].weekStart)
        callLists = CallLists(ground: ground, waves: plan.callOut.waves)
        var teams = TeamLayout(ground: ground, plan: plan.teams)
        taskLayout = TaskLayout(ground: ground, plan: plan, incidents: incidents, teams: &teams)
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

    /// Whether any incident warrants a level at some time.
    func warrants(_ level: ResponseLevel) -> Bool { incidents.contains { $0.signals.contains { $0.level == level } } }

    /// How soon after coming a call should be answered on the spot, in milliseconds: the strictest target of any incident; nil where nobody said.
    var responseTarget: Int64? { incidents.compactMap(\.responseTarget).min() }

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

/// A plan, 预案: who decides what at which level, whom to call how, which teams to form, and how they work.
///
/// One group per verb of the model. A fresh plan is neutral: nothing takes time and nobody is called.
public struct Plan: Sendable {
    /// Deciding and passing on orders.
    public var command = CommandPlan()
    /// Turning standing organizations into their emergency form.
    public var conversion = ConversionPlan()
    /// Calling people.
    public var callOut = CallOutPlan()
    /// Getting ready, traveling and checking in.
    public var muster = MusterPlan()
    /// Forming teams.
    public var teams = TeamPlan()
    /// Pairing tasks with teams.
    public var dispatch = DispatchPlan()
    /// Closing roads, and what to do about closed ones.
    public var roads = RoadsPlan()
    /// Working.
    public var fieldWork = FieldWorkPlan()

    /// Creates the neutral plan.
    public init() {}

    /// Reads a plan; `names` are those of the place.
    public init(_ reader: inout ObjectReader, names: PlaceNames) {
        _ = reader.value("name", .text, default: #""plan""#)
        command = reader.object("command", default: "{}") { CommandPlan(&$0, departments: names.departments) }
        conversion = reader.object("conversion", default: "{}") { ConversionPlan(&$0) }
        callOut = reader.object("callOut", default: "{}") { CallOutPlan(&$0) }
        muster = reader.object("muster", default: "{}") { MusterPlan(&$0) }
        teams = reader.object("teams", default: "{}") { TeamPlan(&$0, departments: names.departments) }
        dispatch = reader.object("dispatch", default: "{}") { DispatchPlan(&$0) }
        roads = reader.object("roads", default: "{}") { RoadsPlan(&$0, names: names) }
        fieldWork = reader.object("fieldWork", default: "{}") { FieldWorkPlan(&$0) }
    }
}

/// What happens to a place: when the hazard warrants which level, where the water gets, and what has to be done.
public struct Incident: Sendable {
    /// Local milliseconds since Monday 00:00 at the first signal: decides night, workday and weekend.
    public var weekStart: Int64 = 0
    /// The levels, in order of time.
    public var signals: [Signal] = []
    /// The river, in order of time; empty without a flood.
    public var river: [RiverPoint] = []
    /// A factor on the river's height, the same everywhere, drawn once a replication.
    public var riverSpread = Distribution.fixed(1)
    /// What the weather leaves of each mode's speed, by raw value of `TravelMode`.
    public var weather = [Double](repeating: 1, count: TravelMode.allCases.count)
    /// Roads the hazard closes.
    public var closures: [RoadClosure] = []
    /// How deep the water on a road may be for each mode, in meters, by raw value of `TravelMode`.
    ///
    /// For boats it is how deep the water must be. Without a depth water closes nothing to the mode.
    public var passableDepth = [Double?](repeating: nil, count: TravelMode.allCases.count)
    /// How soon after appearing a task should be begun, in milliseconds; nil where nobody said.
    public var responseTarget: Int64?
    /// Warning low grids' households.
    public var warn = TaskDemand()
    /// Moving residents who need help.
    public var transfer = TaskDemand()
    /// Calls to stations.
    public var calls: [CallStream] = []

    /// Creates an incident in which nothing happens.
    public init() {}

    /// Reads an incident; `names` are those of the place.
    public init(_ reader: inout ObjectReader, names: PlaceNames) {
        _ = reader.value("name", .text, default: #""incident""#)
        weekStart =
            reader.value("firstSignal", .date, help: .init(zh: "首个信号的时间", en: "when the first signal comes"))
            .millisecondsOfWeek
        signals = Signal.list(&reader)
        weather = Weather.speeds(&reader)
        (river, riverSpread) = RiverPoint.course(&reader)
        closures = RoadClosure.list(&reader, names)
        passableDepth = Weather.passableDepths(&reader)
        responseTarget = reader.optional(
            "responseTarget", .duration, help: .init(zh: "任务应在多久内开工", en: "how soon a task should be begun"))
        (warn, transfer) = TaskDemand.ofAllKinds(&reader, names.departments)
        calls = CallStream.dictionary(&reader, stations: names.stations)
        if signals.isEmpty, calls.isEmpty {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "什么也不发生", en: "nothing happens: no level is warranted and no call comes"),
                    expected: .init(zh: "levels 或 calls 至少一项", en: "at least one of levels and calls")))
        }
    }
}
