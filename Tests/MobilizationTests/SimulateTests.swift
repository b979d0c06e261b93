import RandomStreams
import Testing

@testable import Mobilization

@Suite struct SimulateTests {
    @Test func `a run is the same whoever starts it, and whatever ran before`() throws {
        for number in 0..<6 as Range<UInt64> {
            let world = try RandomTown.make(number).world()
            let outcome = Outcome(of: world, seed: 9, replication: 3)
            _ = simulate(world, random: RandomStream(seed: 8, replication: 3))
            let record = simulate(world, random: RandomStream(seed: 9, replication: 3))
            #expect(record.measures == outcome.record.measures)
            #expect(record.mobilization == outcome.record.mobilization)
            #expect(record.events == outcome.record.events)
            #expect(record.events > 0)
        }
    }

    @Test func `a shorter horizon shows the beginning of the same run`() throws {
        for number in 0..<8 as Range<UInt64> {
            var town = RandomTown.make(number)
            let long = try town.outcome()
            town.horizon /= 2
            let short = try town.outcome()
            for (beginning, whole) in zip(short.journeys, long.journeys) {
                #expect(whole.starts(with: beginning))
                #expect(whole.dropFirst(beginning.count).allSatisfy { $0 > town.horizon })
            }
            #expect(long.record.mobilization.starts(with: short.record.mobilization))
            #expect(long.record.covered.starts(with: short.record.covered))
        }
    }

    @Test func `worlds led through time in step have the records they have alone`() throws {
        var disturbed = 0.0
        for number in 0..<25 as Range<UInt64> {
            let town = RandomTown.makeWithClosures(number)
            let ground = try town.world().ground
            func world(_ change: (inout SmallTown) -> Void = { _ in }) -> World {
                var other = town
                change(&other)
                return World(ground: ground, plan: other.plan, incident: other.incident, horizon: other.horizon)
            }
            // The first four share their roads, though people do other things on them; each of the others has its own.
            let worlds = [
                world(), world { $0.plan.roads.whenClosed = .wait }, world { $0.plan.callOut.channels = [.phoneTree] },
                world { $0.plan.teams.kinds.removeLast() }, world { $0.plan.roads.lookEvery /= 2 },
                world { $0.incident.closures.removeLast() }, world { $0.incident.weather[2] *= 0.5 },
                world { $0.horizon /= 2 },
                world {
                    $0.incident.closures = []
                    $0.incident.river = []
                    $0.plan.roads.closures = []
                },
            ]
            let random = RandomStream(seed: number, replication: 2)
            for (world, together) in zip(worlds, simulate(worlds, random: random, RunOptions(detailed: true))) {
                let alone = simulate(world, random: random, RunOptions(detailed: true))
                #expect(together.measures == alone.measures && together.mobilization == alone.mobilization)
                #expect(together.covered == alone.covered && together.events == alone.events)
                #expect(together.grids.map(\.cutOffMinutes) == alone.grids.map(\.cutOffMinutes))
                #expect(together.grids.map(\.minutes) == alone.grids.map(\.minutes))
                #expect(together.detail?.tasks.map(\.story) == alone.detail?.tasks.map(\.story))
                #expect(together.breach == nil)
                disturbed += Measures.index(of: "detours").flatMap { together.measures[$0] } ?? 0
            }
        }
        #expect(disturbed > 100)
    }
}
