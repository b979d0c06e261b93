import Coverage
import DenseTables
import Organization

/// The one writer of who is in which state, and of what is told about everybody on the way.
///
/// Verbs ask, the books check the table of legal transitions, stamp the stage, and keep the counts, the samples of the mobilization curve and the
/// coverage. Verbs own their queues and lists; what they note of a person, a team or a task here is what measures and the audit read.
struct Books: ~Copyable {
    /// Who is in which state.
    private(set) var ledger: Ledger
    private(set) var turnouts: Turnouts
    private(set) var parties: Parties
    private(set) var teamStory: Column<TeamID, TeamStory>
    private(set) var taskStory: Column<TaskID, TaskStory>
    private(set) var samples: Samples
    private(set) var coverage: CoverageBook
    /// The roads as they are, on which it is decided who is covered.
    private let roads: RoadState
    #if MUTANTS
        var sabotage = Sabotage()
    #endif

    init(_ world: World, _ roads: RoadState) {
        self.roads = roads
        ledger = Ledger(world)
        turnouts = Turnouts(people: world.people.count, expected: world.peopleOnCallLists)
        parties = Parties(teams: world.teams.count)
        teamStory = Column(repeating: TeamStory(), count: world.teams.count)
        taskStory = Column(repeating: TaskStory(), count: world.tasks.count)
        samples = Samples(horizon: world.horizon, people: world.people.count)
        coverage = CoverageBook(world)
        for team in world.teams.indices { teamStory[TeamID(team)].site = world.teams[team].post }
    }

    /// Bytes of changing state a person takes here.
    static var bytesPerPerson: Int {
        MemoryLayout<PersonState>.stride + MemoryLayout<Int64>.stride + Turnouts.bytesPerPerson
    }

    // MARK: People

    /// Where a person is between the roster and the post.
    func state(of person: PersonID) -> PersonState { ledger.people[person] }

    /// Somebody is called for an incident: a turn-out begins.
    mutating func call(_ person: PersonID, for incident: Int, at now: Int64) {
        turnouts.begin(person, for: incident, at: now)
        move(person, to: .called, at: now)
    }

    /// Somebody belongs to a team from now on.
    mutating func join(_ person: PersonID, _ team: TeamID) { turnouts.join(team, person) }

    /// Moves a person to another state, now or, where nothing can interfere before, at a time to come before the horizon.
    mutating func move(_ person: PersonID, to state: PersonState, at now: Int64) {
        let old = ledger.people[person]
        samples.move(from: old, to: state, at: now)
        #if MUTANTS
            if sabotage.isOn { return moveBroken(person, to: state, at: now) }
        #endif
        let stay = ledger.people.move(person, to: state, at: now)
        turnouts.record(person, leaving: old, entering: state, after: stay, at: now)
    }

    #if MUTANTS
        @inline(never)
        private mutating func moveBroken(_ person: PersonID, to state: PersonState, at now: Int64) {
            let old = ledger.people[person]
            let next = sabotage.breaks(.personSkipsStep) && state == .queuing ? .checkingIn : state
            var stay: Int64
            if sabotage.breaks(.personInTwoStates) && old != .called {
                stay = ledger.people.move(person, to: next, at: now)
            } else {
                let (booked, isBroken) = ledger.people.moveBroken(person, to: next, at: now, sabotage.mutant)
                stay = booked
                if isBroken || next != state { sabotage.count += 1 }
            }
            if sabotage.breaks(.stageLost), old == .preparing, stay > 0 {
                stay = 0
                sabotage.count += 1
            }
            turnouts.record(person, leaving: old, entering: next, after: stay, at: now)
        }
    #endif

    // MARK: Teams

    /// Where a team is between the plan and its task.
    func state(of team: TeamID) -> TeamState { ledger.teams[team] }

    /// Moves a team to another state; its members are moved by the verb that owns the list of them.
    mutating func move(_ team: TeamID, to state: TeamState, at now: Int64, _ world: World) {
        let old = ledger.teams[team]
        #if MUTANTS
            if sabotage.breaks(.teamSkipsStep), state == .waiting {
                _ = ledger.teams.move(team, to: .working, at: now)
                sabotage.count += 1
            }
        #endif
        _ = ledger.teams.move(team, to: state, at: now)
        switch state {
        case .gathering: teamStory[team].opened = now
        case .forming: teamStory[team].enough = now
        case .ready: if old == .forming { teamStory[team].ready = now }
        case .planned, .underWay, .waiting, .working, .disbanded: break
        }
        let counted = Self.covers(old, world, team)
        let counts = Self.covers(state, world, team)
        if counted == counts { return }
        #if MUTANTS
            if sabotage.breaks(.departureUntold), counted {
                sabotage.count += 1
                return
            }
        #endif
        samples.advance(to: now, coverage.covered)
        coverage.change(teamStory[team].site, present: counts, at: now, roads)
    }

    /// A team is sent from where it is: its part in a task begins.
    mutating func send(_ team: TeamID, to task: TaskID, as part: Part, at now: Int64) -> Party {
        let party = parties.begin(team, task, from: teamStory[team].site, at: now)
        switch part {
        case .main: taskStory[task].main = party
        case .department: taskStory[task].department = party
        }
        return parties[party]
    }

    /// A team has arrived at `site`, where it was sent.
    mutating func arrive(_ team: TeamID, at site: SiteID, _ now: Int64) {
        parties.arrive(team, people: teamStory[team].strength, at: now)
        #if MUTANTS
            if sabotage.breaks(.teamStaysBehind) {
                if teamStory[team].site != site { sabotage.count += 1 }
                return
            }
        #endif
        teamStory[team].site = site
    }

    /// Notes the person whose coming made a team strong enough.
    mutating func setCritical(_ person: PersonID, of team: TeamID) {
        teamStory[team].critical = person
        teamStory[team].turnout = turnouts.latest(of: person)
    }

    /// A team has finished its part in a task.
    mutating func release(_ team: TeamID, at now: Int64) {
        parties.release(team, at: now)
        teamStory[team].finished += 1
    }

    /// Notes how many people a team has.
    mutating func setStrength(_ strength: Int, of team: TeamID) { teamStory[team].strength = Int32(strength) }

    // MARK: Coverage

    /// The first order is out: from now on coverage is averaged; later orders change nothing.
    mutating func startCoverage(at now: Int64) { coverage.start(at: now) }

    /// Roads have changed, and with them who is covered.
    mutating func roadsChanged(at now: Int64) {
        samples.advance(to: now, coverage.covered)
        coverage.roadsChanged(at: now, roads)
    }

    /// Where the teams stand that cover residents now.
    func coveringSites(_ world: World) -> [SiteID] {
        world.teams.indices.map { TeamID($0) }.filter { Self.covers(ledger.teams[$0], world, $0) }
            .map { teamStory[$0].site }
    }

    /// A team covers residents while it is free, or on post.
    private static func covers(_ state: TeamState, _ world: World, _ team: TeamID) -> Bool {
        switch state {
        case .ready: true
        case .working: world.teams[team.index].duty == .post
        case .planned, .gathering, .forming, .underWay, .waiting, .disbanded: false
        }
    }

    // MARK: Tasks

    /// Where a task or post is between the hazard and its end.
    func state(of task: TaskID) -> TaskState { ledger.tasks[task] }

    /// Moves a task or post to another state.
    mutating func move(_ task: TaskID, to state: TaskState, at now: Int64) {
        #if MUTANTS
            if sabotage.breaks(.taskSkipsStep), state == .done {
                _ = ledger.tasks.move(task, to: .open, at: now)
                sabotage.count += 1
            }
        #endif
        _ = ledger.tasks.move(task, to: state, at: now)
        switch state {
        case .appeared: taskStory[task].appeared = now
        case .open: taskStory[task].opened = now
        case .inProgress: taskStory[task].started = now
        case .done: taskStory[task].ended = now
        case .absent, .handedOver: break
        }
    }

    /// The party that does the work of a task; an empty one while nobody has been named.
    func main(of task: TaskID) -> Party { parties[taskStory[task].main] }

    /// The department's party in a task; an empty one while nobody has been named.
    func department(of task: TaskID) -> Party { parties[taskStory[task].department] }

    /// Changes what is noted about a task.
    mutating func note(_ task: TaskID, _ change: (inout TaskStory) -> Void) {
        var story = taskStory[task]
        change(&story)
        taskStory[task] = story
    }

    // MARK: Organizations

    /// Where an organization is between its everyday and its emergency form.
    func state(of node: OrganizationNodeID) -> ConversionState { ledger.organizations[node] }

    /// Moves an organization to another state.
    mutating func move(_ node: OrganizationNodeID, to state: ConversionState, at now: Int64) {
        #if MUTANTS
            if sabotage.breaks(.organizationSkipsStep), state == .emergency {
                _ = ledger.organizations.move(node, to: .standing, at: now)
                sabotage.count += 1
            }
        #endif
        _ = ledger.organizations.move(node, to: state, at: now)
    }

    // MARK: The end

    /// Books everything up to the horizon.
    mutating func close(at horizon: Int64) {
        samples.finish(coverage.covered)
        ledger.close(at: horizon)
        coverage.close(at: horizon)
    }
}
