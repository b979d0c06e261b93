import DenseTables
import EventKernel
import Organization
import RandomStreams

@testable import Mobilization

/// Everything a test may want to know of a finished run, copied out of the ledger and the verbs.
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
    let tasks: [TaskStory]
    let taskStates: [TaskState]
    let organizations: [ConversionState]
    let levels: LevelStory
    let calls: Int
    let duplicates: Int
    let overtaken: Int
    /// People who wait for a way to the muster point, at the end.
    let cutOff: Int
    let branches: Int
    /// How often a rule broken on purpose made a difference.
    let mutations: Int

    /// Runs one replication of a world.
    init(of world: World, seed: UInt64 = 1, replication: UInt32 = 0, mutant: Mutant? = nil) {
        let random = RandomStream(seed: seed, replication: replication)
        var simulation = Simulation(Run(world: world, random: random, mutant: mutant))
        simulation.run(until: SimulationTime(milliseconds: world.horizon))
        let events = simulation.handled
        self.init(of: FinishedRun(simulation.model), events: events)
    }

    /// Copies a closed run.
    init(of run: FinishedRun, events: Int) {
        world = run.world
        record = RunReading.record(of: run, events: events, detailed: true, audited: true)
        var states: [PersonState] = []
        var journeys: [[Int64]] = []
        for index in 0..<run.world.people.count {
            let person = PersonID(index)
            let state = run.ledger.people[person]
            states.append(state)
            // A step is known once the state after it has been left, the call once it has been made.
            let passed: [PersonState] = [.called, .reached, .preparing, .traveling, .queuing, .waiting]
            let steps = state == .noShow ? 4 : passed.count { $0.rawValue <= state.rawValue }
            journeys.append(state == .standing ? [] : Array(run.ledger.journeys.times(person).prefix(steps)))
        }
        var members: [[PersonID]] = []
        var teams: [TeamStory] = []
        var teamStates: [TeamState] = []
        for index in run.world.teams.indices {
            var team: [PersonID] = []
            run.forming.members.forEach(in: TeamID(index)) { team.append($0) }
            members.append(team)
            teams.append(run.ledger.teamStory[TeamID(index)])
            teamStates.append(run.ledger.teams[TeamID(index)])
        }
        var tasks: [TaskStory] = []
        var taskStates: [TaskState] = []
        for index in run.world.tasks.indices {
            tasks.append(run.ledger.taskStory[TaskID(index)])
            taskStates.append(run.ledger.tasks[TaskID(index)])
        }
        var organizations: [ConversionState] = []
        for index in run.world.organization.nodes.indices {
            organizations.append(run.ledger.organizations[OrganizationNodeID(index)])
        }
        self.states = states
        self.journeys = journeys
        self.members = members
        self.teams = teams
        self.teamStates = teamStates
        self.tasks = tasks
        self.taskStates = taskStates
        self.organizations = organizations
        levels = run.ledger.levelStory
        calls = run.callOut.calls
        duplicates = run.callOut.duplicates
        overtaken = run.command.overtaken
        cutOff = run.going.waiting.people
        branches = run.forming.branches
        mutations = run.ledger.mutations
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
