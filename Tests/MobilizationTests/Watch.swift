import DenseTables
import EventKernel
import Organization
import Places
import RandomStreams
import RoadNetwork

@testable import Mobilization

/// A run watched from outside: somebody who looks at everybody before every event and keeps books of his own.
struct Watch: ~Copyable, SimulationModel {
    var run: Run
    /// Milliseconds people spent in each state, by raw value.
    private(set) var time = [Int64](repeating: 0, count: PersonState.allCases.count)
    /// Residents within 10 and 15 minutes of one and two teams, in the order of the books, times milliseconds since the order.
    private(set) var coveredTime: [Int64] = [0, 0, 0, 0, 0, 0]
    /// People by state at every sampled moment.
    private(set) var people: [Int32] = []
    /// Residents covered at every sampled moment.
    private(set) var covered: [Int32] = []
    /// Steps people took from one event to the next.
    private(set) var steps: Set<[PersonState]> = []

    /// When each person was first seen called, reached, getting ready, on the way, at the desk and checked in, as far as that happened.
    private(set) var seen: [[Int64]]
    /// Orders that came to an organization after one as high, by the events alone.
    private(set) var overtaken = 0
    /// Branches approved, by the events alone.
    private(set) var branches = 0

    private var highest: [ResponseLevel]
    /// What is booked of each person, and what of it has come by now.
    private var booked: [PersonState]
    private var states: [PersonState]
    /// Steps booked for a time to come, in order of time.
    private var ahead: [(time: Int64, person: Int, state: PersonState)] = []
    private var counts: [Int64]
    private var reach: [Int64] = [0, 0, 0, 0]
    private var firstOrder: Int64?
    private var last: Int64 = 0
    private var nextSample: Int64 = 0

    init(world: World, random: RandomStream) {
        run = Run(world: world, random: random)
        states = Array(repeating: .standing, count: world.people.count)
        booked = states
        seen = Array(repeating: [], count: world.people.count)
        highest = Array(repeating: .none, count: world.organization.nodes.count * world.incidents.count)
        counts = Array(repeating: 0, count: PersonState.allCases.count)
        counts[0] = Int64(states.count)
    }

    /// Runs a world to its horizon under watch.
    static func play(_ world: World, seed: UInt64 = 1) -> Watch {
        var simulation = Simulation(Watch(world: world, random: RandomStream(seed: seed, replication: 0)))
        simulation.run(until: SimulationTime(milliseconds: world.horizon))
        simulation.model.progress(to: world.horizon)
        simulation.model.takeSamples(before: world.horizon + 1)
        simulation.model.run.close()
        return simulation.finished()
    }

    mutating func start(schedule: inout Schedule) { run.start(schedule: &schedule) }

    mutating func handle(_ event: Event, schedule: inout Schedule) {
        progress(to: schedule.now.milliseconds)
        count(event)
        run.handle(event, schedule: &schedule)
        look(at: schedule.now.milliseconds)
    }

    /// Lets time go by, with every step that was booked for it.
    private mutating func progress(to now: Int64) {
        while let step = ahead.first, step.time <= now {
            takeSamples(before: step.time)
            elapse(to: step.time)
            take(step.person, to: step.state, at: step.time)
            ahead.removeFirst()
        }
        takeSamples(before: now)
        elapse(to: now)
    }

    private mutating func take(_ person: Int, to state: PersonState, at time: Int64) {
        steps.insert([states[person], state])
        counts[Int(states[person].rawValue)] -= 1
        counts[Int(state.rawValue)] += 1
        states[person] = state
        let shown: [PersonState] = [.called, .reached, .preparing, .traveling, .queuing, .waiting]
        // Who did not come after all should have set out at that moment.
        let passed = state == .noShow ? 4 : shown.count { $0.rawValue <= state.rawValue }
        while seen[person].count < passed { seen[person].append(time) }
    }

    private mutating func count(_ event: Event) {
        switch event {
        case .command(.acts(let node, let alert)):
            let place = Int(alert.incident) * run.world.organization.nodes.count + node.index
            if alert.level <= highest[place] { overtaken += 1 }
            highest[place] = max(highest[place], alert.level)
        case .forming(.branchApproved): branches += 1
        default: break
        }
    }

    private mutating func elapse(to now: Int64) {
        for state in time.indices { time[state] += counts[state] * (now - last) }
        if firstOrder != nil { for index in reach.indices { coveredTime[index] += reach[index] * (now - last) } }
        last = now
    }

    private mutating func takeSamples(before now: Int64) {
        while nextSample < now, nextSample <= run.world.horizon {
            people += counts.map { Int32($0) }
            covered += reach.map { Int32($0) }
            nextSample += RunRecord.sampleStep
        }
    }

    private mutating func look(at now: Int64) {
        for index in booked.indices {
            let state = run.books.state(of: PersonID(index))
            if state == booked[index] { continue }
            // From being called to setting out nothing can interfere, and all of it may be booked at once, for its own times.
            let times = run.books.turnouts.times(run.books.turnouts.latest(of: PersonID(index)))
            let answered: PersonState = state == .declined ? .declined : .preparing
            let ready: PersonState = state == .noShow ? .noShow : .traveling
            let steps = zip([PersonState.called, .reached, answered, ready], times)
            for (step, time) in steps where step.rawValue > booked[index].rawValue && step.rawValue <= state.rawValue {
                if time <= now { take(index, to: step, at: time) } else { ahead.append((time, index, step)) }
            }
            if state.rawValue > PersonState.traveling.rawValue { take(index, to: state, at: now) }
            booked[index] = state
        }
        ahead.sort { $0.time < $1.time }
        if firstOrder == nil, run.command.story.highest != .none { firstOrder = now }
        reach = residentsCovered()
    }

    /// Residents within 10 and 15 minutes by car of one and of two teams that are free or hold a post, counted grid by grid.
    private func residentsCovered() -> [Int64] {
        let ground = run.world.ground
        var sites: [Int] = []
        for index in run.world.teams.indices {
            let state = run.books.state(of: TeamID(index))
            let isPosted = state == .working && run.world.teams[index].duty == .post
            if state == .ready || isPosted { sites.append(index) }
        }
        let weather = run.world.incidents[0].weather[Int(TravelMode.car.rawValue)]
        var covered: [Int64] = [0, 0, 0, 0, 0, 0]
        for grid in ground.place.grids {
            for (circle, minutes) in [10, 15].enumerated() {
                var teams = 0
                for team in sites {
                    let from = run.books.teamStory[TeamID(team)].site
                    let dry = Double(ground.travel(from: from, to: ground.site(at: grid.location)))
                    if (dry / weather).rounded() <= Double(minutes) * 60_000 { teams += 1 }
                }
                for number in 1...3 where teams >= number { covered[3 * circle + number - 1] += Int64(grid.residents) }
            }
        }
        return covered
    }
}

extension Simulation where Model: ~Copyable {
    /// The model, when the simulation is over.
    consuming func finished() -> Model { model }
}
