import Coverage
import DenseTables
import Organization

/// The one writer of who is in which state: people, teams, tasks and organizations.
///
/// Verbs ask, the ledger checks the table of legal transitions, stamps the stage, and keeps the counts, the samples of the
/// mobilization curve and the coverage. Verbs own their queues and lists; the audit and the measures read only here.
public struct Ledger: ~Copyable {
    /// How long one step of the sampled curves is, in milliseconds.
    public static var sampleStep: Int64 { Samples.step }

    private(set) var people: StateBook<PersonID, PersonState>
    private(set) var teams: StateBook<TeamID, TeamState>
    private(set) var tasks: StateBook<TaskID, TaskState>
    private(set) var organizations: StateBook<OrganizationNodeID, ConversionState>

    private(set) var journeys: Journeys
    private(set) var teamStory: Column<TeamID, TeamStory>
    private(set) var taskStory: Column<TaskID, TaskStory>
    private(set) var levelStory: LevelStory
    private(set) var samples: Samples
    private(set) var coverage: CoverageBook
    /// The roads as they are, to be asked.
    let roads: RoadState
    private(set) var staffed: StaffedPosts
    var service: ServiceBook
    /// The rule broken in this run, if any; for tests.
    let mutant: Mutant?
    /// Events that came too late to matter: somebody under way had gone another way meanwhile.
    private(set) var stale = 0
    /// How often the broken rule made a difference.
    private(set) var mutations = 0

    init(_ world: World, _ roads: RoadState, mutant: Mutant?) {
        people = StateBook(count: world.people.count, initial: .standing) { Array($0.successors) }
        teams = StateBook(count: world.teams.count, initial: .planned) { Array($0.successors) }
        tasks = StateBook(count: world.tasks.count, initial: .absent) { Array($0.successors) }
        organizations = StateBook(count: world.organization.nodes.count, initial: .standing) { Array($0.successors) }
        journeys = Journeys(people: world.people.count)
        teamStory = Column(repeating: TeamStory(), count: world.teams.count)
        taskStory = Column(repeating: TaskStory(), count: world.tasks.count)
        levelStory = LevelStory(organizations: world.organization.nodes.count)
        samples = Samples(horizon: world.horizon, people: world.people.count)
        coverage = CoverageBook(world)
        self.roads = roads
        staffed = StaffedPosts()
        service = ServiceBook(world)
        self.mutant = mutant
        for team in world.teams.indices { teamStory[TeamID(team)].site = world.teams[team].post }
    }

    /// Bytes of changing state a person takes here.
    static var bytesPerPerson: Int {
        MemoryLayout<PersonState>.stride + MemoryLayout<Int64>.stride + Journeys.bytesPerPerson
    }

    // MARK: People

    /// Moves a person to another state, now or, where nothing can interfere before, at a time to come before the horizon.
    mutating func move(_ person: PersonID, to state: PersonState, at now: Int64) {
        let old = people[person]
        samples.move(from: old, to: state, at: now)
        if let mutant { return moveBroken(person, to: state, at: now, mutant) }
        let stay = people.move(person, to: state, at: now)
        journeys.record(person, leaving: old, entering: state, after: stay, at: now)
    }

    @inline(never)
    private mutating func moveBroken(_ person: PersonID, to state: PersonState, at now: Int64, _ mutant: Mutant) {
        let old = people[person]
        let next = mutant == .personSkipsStep && state == .queuing ? .checkingIn : state
        var stay: Int64
        if mutant == .personInTwoStates && old != .called {
            stay = people.move(person, to: next, at: now)
        } else {
            let (booked, isBroken) = people.moveBroken(person, to: next, at: now, mutant)
            stay = booked
            if isBroken || next != state { countMutation() }
        }
        if mutant == .stageLost, old == .preparing, stay > 0 {
            stay = 0
            countMutation()
        }
        journeys.record(person, leaving: old, entering: next, after: stay, at: now)
    }

    /// Counts an event that what it was about has overtaken.
    mutating func countStale() { stale += 1 }

    /// Counts a difference the broken rule made.
    mutating func countMutation() { mutations += 1 }

    // MARK: Teams

    /// Moves a team to another state; its members are moved by the verb that owns the list of them.
    mutating func move(_ team: TeamID, to state: TeamState, at now: Int64, _ world: World) {
        let old = teams[team]
        if mutant == .teamSkipsStep, state == .waiting {
            _ = teams.move(team, to: .working, at: now)
            countMutation()
        }
        _ = teams.move(team, to: state, at: now)
        switch state {
        case .gathering: teamStory[team].opened = now
        case .forming: teamStory[team].enough = now
        case .ready where old == .forming: teamStory[team].ready = now
        default: break
        }
        let counted = Self.covers(old, world, team)
        let counts = Self.covers(state, world, team)
        if counted == counts { return }
        if mutant == .departureUntold, counted {
            return countMutation()
        }
        samples.advance(to: now, coverage.covered)
        coverage.change(teamStory[team].site, present: counts, at: now, roads)
    }

    // MARK: Roads

    /// Roads have changed, and with them who is covered.
    mutating func roadsChanged(at now: Int64) {
        samples.advance(to: now, coverage.covered)
        coverage.roadsChanged(at: now, roads)
    }

    /// Puts a team that is under way at `site`.
    mutating func place(_ team: TeamID, at site: SiteID) {
        if mutant == .teamStaysBehind {
            if teamStory[team].site != site { countMutation() }
            return
        }
        teamStory[team].site = site
    }

    /// Notes the person whose coming made a team strong enough.
    mutating func setCritical(_ person: PersonID, of team: TeamID) { teamStory[team].critical = person }

    /// Counts a task a team has finished.
    mutating func countFinished(_ team: TeamID) { teamStory[team].finished += 1 }

    /// Notes how many people a team has.
    mutating func setStrength(_ strength: Int, of team: TeamID) { teamStory[team].strength = Int32(strength) }

    /// Where the teams stand that cover residents now.
    func coveringSites(_ world: World) -> [SiteID] {
        world.teams.indices.map { TeamID($0) }.filter { Self.covers(teams[$0], world, $0) }.map { teamStory[$0].site }
    }

    /// A team covers residents while it is free, or on post.
    private static func covers(_ state: TeamState, _ world: World, _ team: TeamID) -> Bool {
        switch state {
        case .ready: return true
        case .working: return world.teams[team.index].duty == .post
        default: return false
        }
    }

    // MARK: Tasks

    /// Moves a task or post to another state.
    mutating func move(_ task: TaskID, to state: TaskState, at now: Int64, _ world: World) {
        if mutant == .taskSkipsStep, state == .done {
            _ = tasks.move(task, to: .open, at: now)
            countMutation()
        }
        _ = tasks.move(task, to: state, at: now)
        switch state {
        case .appeared: taskStory[task].appeared = now
        case .open: taskStory[task].opened = now
        case .inProgress:
            taskStory[task].started = now
            if world.tasks[task.index].kind == .post { staffed.add(at: now, world.tasks[task.index].level) }
        case .done: taskStory[task].ended = now
        case .absent: break
        }
    }

    /// Changes what is noted about a task.
    mutating func note(_ task: TaskID, _ change: (inout TaskStory) -> Void) {
        var story = taskStory[task]
        change(&story)
        taskStory[task] = story
    }

    // MARK: Organizations and levels

    /// Moves an organization to another state.
    mutating func move(_ node: OrganizationNodeID, to state: ConversionState, at now: Int64) {
        if mutant == .organizationSkipsStep, state == .emergency {
            _ = organizations.move(node, to: .standing, at: now)
            countMutation()
        }
        _ = organizations.move(node, to: state, at: now)
        if state == .emergency { levelStory.setConverted(node, at: now) }
    }

    /// Notes a step of the decision on a level.
    mutating func note(_ level: ResponseLevel, _ step: LevelStory.Step, at now: Int64) {
        levelStory.set(level, step, at: now)
        if step == .ordered { coverage.start(at: now) }
    }

    /// Notes that an organization acts on a level.
    mutating func note(_ node: OrganizationNodeID, actsOn level: ResponseLevel, at now: Int64) {
        levelStory.set(node, level, at: now)
    }

    // MARK: The end

    /// Books everything up to the horizon.
    mutating func close(at horizon: Int64) {
        samples.finish(coverage.covered)
        people.close(at: horizon)
        teams.close(at: horizon)
        tasks.close(at: horizon)
        organizations.close(at: horizon)
        coverage.close(at: horizon)
        roads.close(at: horizon)
        service.close(at: horizon)
    }
}
