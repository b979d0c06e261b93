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
}
