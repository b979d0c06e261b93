import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct AnsweringTests {
    @Test func `lists called as a whole come to what an event by event telling of them comes to`() throws {
        var (calls, duplicates) = (0, 0)
        var ends: [PersonState: Int] = [:]
        for number in 0..<60 as Range<UInt64> {
            var town = RandomTown.make(number)
            town.plan.callOut.channelCorrelation = 0
            town.plan.callOut.listCorrelation = 0
            town.plan.callOut.willingnessCorrelation = 0
            town.plan.muster.noShow = 0.2
            // Half of the nights end while people are called.
            if number % 2 == 0 { town.horizon = at(60 + 3 * Int64(number)) }
            let outcome = try town.outcome(seed: number)
            let world = outcome.world
            var expected = (calls: 0, duplicates: 0)
            for list in world.callLists.lists {
                let people = Array(world.callLists.people[list.entries])
                guard let start = outcome.called(people[0]) else { continue }
                let twin = CallOutTwin(world, RandomStream(seed: number, replication: 0), people, at: start)
                expected.calls += twin.calls
                expected.duplicates += twin.duplicates
                for (person, fate) in zip(people, twin.fates) {
                    let state = min(outcome.states[person.index].rawValue, PersonState.traveling.rawValue)
                    #expect(state == fate.state.rawValue, "person \(person.raw) of town \(number)")
                    // Who declined has no time of answering in a journey.
                    let shown = fate.state == .declined ? 2 : fate.times.count
                    #expect(Array(outcome.journeys[person.index].prefix(4)) == Array(fate.times.prefix(shown)))
                    ends[fate.state, default: 0] += 1
                }
            }
            #expect(outcome.calls == expected.calls && outcome.duplicates == expected.duplicates, "town \(number)")
            calls += expected.calls
            duplicates += expected.duplicates
        }
        #expect(calls > 1000 && duplicates > 100)
        for state in [PersonState.called, .reached, .declined, .preparing, .noShow, .traveling] {
            #expect(ends[state, default: 0] > 10, "\(state)")
        }
    }
}
