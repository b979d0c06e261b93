import DenseTables
import EventKernel
import Organization
import RandomStreams

@testable import Mobilization

/// Everything a test may want to know of a finished run, copied out of the books and the verbs.
struct Outcome {
    let world: World
    let record: RunRecord
    let states: [PersonState]
    /// When each person was called, reached, had answered, was ready, arrived and was checked in, as far as that happened;
    /// those who did not come after all end with the moment at which they should have set out.
    let journeys: [[Int64]]
    let members: [[PersonID]]
    let teams: [TeamStory]
    let teamStates: [TeamState]
    let tasks: [Told]
    let taskStates: [TaskState]
    let organizations: [ConversionState]
    let levels: LevelStory
    /// When each organization had converted; -1 where it never did.
    let converted: [Int64]
    let calls: Int
    let duplicates: Int
    let overtaken: Int
    /// People who wait for a way to the muster point, at the end.
    let cutOff: Int
    let branches: Int
    #if MUTANTS
        /// How often a rule broken on purpose made a difference.
        let mutations: Int
    #endif

    /// A task's story with its parties.
    @dynamicMemberLookup struct Told: Equatable {
        let story: TaskStory
        let main: Party
        let department: Party

        subscript<Value>(dynamicMember path: KeyPath<TaskStory, Value>) -> Value { story[keyPath: path] }
    }

    /// Runs one replication of a world.
    init(of world: World, seed: UInt64 = 1, replication: UInt32 = 0) {
        self.init(Run(world: world, random: RandomStream(seed: seed, replication: replication)))
    }

    #if MUTANTS
        /// Runs one replication of a world in which a rule is broken.
        init(of world: World, seed: UInt64 = 1, mutant: Mutant) {
            var run = Run(world: world, random: RandomStream(seed: seed, replication: 0))
            run.sabotage(mutant)
            self.init(run)
        }
    #endif

    private init(_ run: consuming Run) {
        let horizon = run.world.horizon
        var simulation = Simulation(run)
        simulation.run(until: SimulationTime(milliseconds: horizon))
        let events = simulation.handled
        #if MUTANTS
            let mutations = simulation.model.mutations
            self.init(of: FinishedRun(simulation.model), events: events, mutations: mutations)
        #else
            self.init(of: FinishedRun(simulation.model), events: events, mutations: 0)
        #endif
    }

    /// Copies a closed run.
    init(of run: FinishedRun, events: Int, mutations: Int = 0) {
        world = run.world
        record = RunReading.record(of: run, events: events, RunOptions(detailed: true))
        var states: [PersonState] = []
        var journeys: [[Int64]] = []
        for index in 0..<run.world.people.count {
            let person = PersonID(index)
            let state = run.books.state(of: person)
            states.append(state)
            let turnout = run.books.turnouts.latest(of: person)
            let times = turnout.exists ? run.books.turnouts.times(turnout) : []
            // A no is an answer too, but no step on the way.
            journeys.append(state == .declined ? Array(times.prefix(2)) : times)
        }
        var members: [[PersonID]] = []
        var teams: [TeamStory] = []
        var teamStates: [TeamState] = []
        for index in run.world.teams.indices {
            var team: [PersonID] = []
            run.forming.crews.forEach(in: TeamID(index)) { team.append($0) }
            members.append(team)
            teams.append(run.books.teamStory[TeamID(index)])
            teamStates.append(run.books.state(of: TeamID(index)))
        }
        var tasks: [Told] = []
        var taskStates: [TaskState] = []
        for index in run.world.tasks.indices {
            let task = TaskID(index)
            tasks.append(
                Told(
                    story: run.books.taskStory[task], main: run.books.main(of: task),
                    department: run.books.department(of: task)))
            taskStates.append(run.books.state(of: task))
        }
        var organizations: [ConversionState] = []
        for index in run.world.organization.nodes.indices {
            organizations.append(run.books.state(of: OrganizationNodeID(index)))
        }
        self.states = states
        self.journeys = journeys
        self.members = members
        self.teams = teams
        self.teamStates = teamStates
        self.tasks = tasks
        self.taskStates = taskStates
        self.organizations = organizations
        levels = run.command.story
        converted = run.world.organization.nodes.indices.map { run.conversion.converted(OrganizationNodeID($0)) }
        calls = run.callOut.calls
        duplicates = run.callOut.duplicates
        overtaken = run.command.overtaken
        cutOff = run.going.waiting.people
        branches = run.forming.branches
        #if MUTANTS
            self.mutations = mutations
        #endif
    }

    /// When a person was called; nil if never.
    func called(_ person: PersonID) -> Int64? { journeys[person.index].first }

    /// When a person was reached; nil if never.
    func reached(_ person: PersonID) -> Int64? { step(1, person) }

    /// When a person came to the muster point; nil if never.
    func arrived(_ person: PersonID) -> Int64? { step(4, person) }

    /// When a person was checked in; nil if never.
    func checkedIn(_ person: PersonID) -> Int64? { step(5, person) }

    /// When each person of the place was reached.
    var allReached: [Int64?] { journeys.indices.map { reached(PersonID($0)) } }

    /// When an organization acted on a level; -1 if it never did.
    func acted(_ node: OrganizationNodeID, _ level: ResponseLevel = .iv) -> Int64 { levels.time(of: level, at: node) }

    /// The value of a measure by name; nil where there is nothing to measure or no such measure.
    subscript(measure: String) -> Double? { Measures.index(of: measure).flatMap { record.measures[$0] } }

    private func step(_ number: Int, _ person: PersonID) -> Int64? {
        let times = journeys[person.index]
        return times.count > number ? times[number] : nil
    }
}
