import DenseTables
import EventKernel
import Organization
import Places
import RandomStreams
import RoadNetwork
import Testing

@testable import Mobilization

/// Two incidents in one world: each with its own levels, orders, tasks, water and luck, on the same people and roads.
@Suite struct IncidentsTests {
    // MARK: By hand

    @Test func `each incident has its own signals, orders, tasks and deadlines`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.people(2, community)
        town.grid(under: community, lowHouseholds: 1)
        town.place.grids[0].lowestHomes = 2
        town.demand(.warn)
        town.team("team") { $0.duty = .tasks(TaskKindSet([.warn, .transfer])) }
        town.plan.command.consult = .minutes(10)
        town.plan.fieldWork.door = .minutes(5)
        var other = town.incident
        other.signals = [Signal(level: .iii, at: at(100))]
        // Two meters are reached at minute 140.
        other.river = [RiverPoint(at: at(120), height: 0), RiverPoint(at: at(160), height: 4)]
        town.laterIncidents = [other]
        let outcome = try town.outcome()
        #expect(outcome.world.tasks.map(\.incident) == [0, 1])
        #expect(outcome.tasks.map(\.appeared) == [0, at(100)])
        #expect(outcome.tasks.map(\.cause) == [Alert(.iv), Alert(.iii, incident: 1)])
        #expect(outcome.tasks.map(\.opened) == [at(10), at(110)])
        #expect(outcome.tasks.map(\.ended) == [at(15), at(115)])
        #expect(outcome.tasks.map(\.deadline) == [-1, at(140)] && !outcome.tasks[1].isLate)
        #expect(outcome.levels.time(of: Alert(.iv), .ordered) == at(10))
        #expect(outcome.levels.time(of: Alert(.iii, incident: 1), .ordered) == at(110))
        #expect(outcome["t80_level_iii_min"] == nil && outcome["authorize_min"] == 10)
        #expect(outcome.record.breach == nil)
    }

    @Test func `a task of one incident does not open on the order for another`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.people(2, community)
        town.grid(under: community, lowHouseholds: 1)
        town.demand(.warn)
        town.team("team") { $0.duty = .tasks(TaskKindSet([.warn])) }
        // The first incident is ordered at once up to level I; the second is there from the start and noticed after an hour.
        town.signals([(.i, 0)])
        var other = town.incident
        other.signals = [Signal(level: .iv, at: at(60))]
        town.laterIncidents = [other]
        let outcome = try town.outcome()
        #expect(outcome.tasks.map(\.opened) == [0, at(60)])
    }

    @Test func `people who are out for one incident are not called for the other`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.people(3, community)
        town.team("crew")
        var other = town.incident
        other.signals = [Signal(level: .iv, at: at(60))]
        town.laterIncidents = [other]
        let outcome = try town.outcome()
        #expect(outcome["people_called"] == 3 && outcome.journeys.allSatisfy { $0[0] == 0 })
    }

    // MARK: Second call-outs

    /// Plays a town until minute 200, takes everybody home, calls everybody again, and tells all turn-outs of each.
    private func calledAgain(for incident: Int, seed: UInt64) throws -> [[[Int64]]] {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.people(60, community)
        town.plan.callOut.messageDelay = .exponential(mean: 300_000)
        town.plan.callOut.messageRead = .init(day: 0.8, night: 0.8)
        town.plan.callOut.decide = .exponential(mean: 120_000)
        town.plan.muster.prepareNight = .exponential(mean: 600_000)
        town.plan.muster.prepareDay = .exponential(mean: 600_000)
        town.plan.muster.speedSpread = 0.3
        town.laterIncidents = [Incident()]
        let world = try town.world()
        var simulation = Simulation(Run(world: world, random: RandomStream(seed: seed, replication: 0)))
        simulation.run(until: SimulationTime(milliseconds: at(200)))
        for index in 0..<world.people.count {
            let person = PersonID(index)
            guard simulation.model.books.state(of: person) == .waiting else { continue }
            simulation.model.books.move(person, to: .returning, at: at(200))
            simulation.model.books.move(person, to: .standing, at: at(210))
        }
        simulation.queue.schedule(
            .callOut(.start(community, Alert(.iv, incident: incident))), at: SimulationTime(milliseconds: at(220)))
        simulation.run(until: SimulationTime(milliseconds: world.horizon))
        return (0..<world.people.count).map { index in
            var told: [[Int64]] = []
            var turnout = simulation.model.books.turnouts.latest(of: PersonID(index))
            while turnout.exists {
                let times = simulation.model.books.turnouts.times(turnout)
                told.append(zip(times.dropFirst(), times).map { $0 - $1 })
                turnout = simulation.model.books.turnouts.previous(of: turnout)
            }
            return told.reversed()
        }
    }

    @Test func `whoever is called again has new luck, and another for another incident`() throws {
        let again = try calledAgain(for: 0, seed: 3)
        let other = try calledAgain(for: 1, seed: 3)
        #expect(again.map(\.first) == other.map(\.first))
        let twice = again.indices.filter { again[$0].count == 2 }
        #expect(twice.count > 30 && twice == other.indices.filter { other[$0].count == 2 })
        // Steps are continuous, so equal ones would be the same luck.
        for index in twice {
            #expect(again[index][0] != again[index][1] && other[index][0] != other[index][1])
            if !again[index][1].isEmpty { #expect(again[index][1] != other[index][1]) }
        }
    }

    // MARK: At random

    @Test func `every law holds with two incidents, and the first goes as it does alone until the second is noticed`()
        throws
    {
        var (tasks, late, closed, overtaken) = (0, 0, 0, 0)
        for number in 0..<60 as Range<UInt64> {
            var town = RandomTown.makeWithTwoIncidents(number)
            let both = try town.outcome(seed: number)
            #expect(both.record.breach == nil, "town \(number)")
            let second = both.world.incidents[1].signals.first?.at ?? .max
            let ofSecond = both.tasks.indices.filter { both.world.tasks[$0].incident == 1 }
            tasks += ofSecond.count { both.tasks[$0].started >= 0 }
            late += ofSecond.count { both.tasks[$0].isLate }
            closed += (both["roads_closed_peak_km"] ?? 0) > 0 ? 1 : 0
            overtaken += both.overtaken
            // Where roads are the same nothing differs before the second signal.
            town.laterIncidents[0].river = []
            town.laterIncidents[0].closures = []
            town.laterIncidents[0].weather = town.incident.weather
            let apart = try town.outcome(seed: number)
            town.laterIncidents = []
            let alone = try town.outcome(seed: number)
            for (one, other) in zip(apart.journeys, alone.journeys) where (one.first ?? .max) < second {
                #expect(one.first == other.first)
            }
            for (task, other) in zip(apart.tasks, alone.tasks)
            where task.main.assigned >= 0 && task.main.assigned < second {
                #expect(task.main == other.main)
            }
        }
        #expect(tasks > 40 && late > 5 && closed > 20 && overtaken > 5)
    }

    @Test func `roads are closed on land while any incident closes them`() throws {
        var seen = 0
        for number in 0..<20 as Range<UInt64> {
            let town = RandomTown.makeWithTwoIncidents(number)
            let network = try town.world().ground.place.roads
            var incidents = [town.incident] + town.laterIncidents
            // Both close roads at the same moments, so that the water is looked at at the same moments too.
            incidents[1].closures = incidents[0].closures
            for index in incidents[1].closures.indices {
                incidents[1].closures[index].extent =
                    incidents[0].closures[(index + 1) % incidents[0].closures.count].extent
            }
            guard incidents[0].river.isEmpty == incidents[1].river.isEmpty else { continue }
            let crests = [0.8, 1.3]
            let both = RoadChanges(network, town.plan, incidents, crests: crests, horizon: town.horizon)
            // Rules of the plan go by the higher river, so they are left to the first test of the two together.
            var plan = town.plan
            plan.roads.closures = []
            let without = RoadChanges(network, plan, incidents, crests: crests, horizon: town.horizon)
            let alone = zip(incidents, crests).map {
                RoadChanges(network, plan, $0, crest: $1, horizon: town.horizon)
            }
            for look in stride(from: 0, to: town.horizon, by: Int(plan.roads.lookEvery)) {
                for mode in [TravelMode.walk, .eBike, .car] {
                    let union = Set(alone.flatMap { $0.closed(to: mode, at: look) })
                    #expect(Set(without.closed(to: mode, at: look)) == union)
                    #expect(union.isSubset(of: both.closed(to: mode, at: look)))
                    seen += union.count
                }
            }
        }
        #expect(seen > 1000)
    }
}
