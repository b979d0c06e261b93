import DenseTables
import Organization
import Places
import RandomStreams
import Testing

@testable import Mobilization

/// The switches of the `callOut` group: relations between runs that differ in one of them.
@Suite struct CallOutPlanTests {
    /// When each person of a random town was reached, `Int64.max` if never, and how many calls that took.
    private func reached(_ number: UInt64, _ change: (inout CallOutPlan) -> Void) throws -> (times: [Int64], calls: Int)
    {
        var town = RandomTown.make(number)
        town.plan.callOut.call = .uniform(low: 20_000, high: 90_000)
        change(&town.plan.callOut)
        let outcome = try town.outcome(seed: number)
        return (outcome.allReached.map { $0 ?? .max }, outcome.calls)
    }

    @Test func `a channel more never reaches anybody later`() throws {
        for number in 0..<25 as Range<UInt64> {
            let none = try reached(number) { $0.channels = [] }.times
            let phone = try reached(number) { $0.channels = [.phoneTree] }.times
            let message = try reached(number) { $0.channels = [.groupMessage] }.times
            let both = try reached(number) { $0.channels = [.phoneTree, .groupMessage] }.times
            for single in [none, phone, message] { #expect(zip(both, single).allSatisfy { $0 <= $1 }) }
            // Nothing but the two channels is at work.
            #expect(both == zip(phone, message).map { min($0, $1) })
        }
    }

    @Test func `the span decides when people are reached by telephone, not who, nor after how many calls`() throws {
        for number in 0..<15 as Range<UInt64> {
            let results = try [1, 2, 5, 40].map { span in
                try reached(number) { ($0.channels, $0.span) = ([.phoneTree], span) }
            }
            for result in results {
                #expect(result.times.map { $0 < .max } == results[0].times.map { $0 < .max })
                #expect(result.calls == results[0].calls)
            }
        }
    }

    @Test func `more rings reach everybody fewer rings reach, and more`() throws {
        var gained = 0
        for number in 0..<15 as Range<UInt64> {
            let results = try (0...3).map { retries in
                try reached(number) { ($0.channels, $0.retries) = ([.phoneTree], retries) }
            }
            for (few, many) in zip(results, results.dropFirst()) {
                #expect(zip(few.times, many.times).allSatisfy { $0 == .max || $1 < .max })
                #expect(few.calls <= many.calls)
                gained += zip(few.times, many.times).count { $0 == .max && $1 < .max }
            }
        }
        #expect(gained > 50)
    }

    @Test func `rings are never repeated where everybody answers`() throws {
        for number in 0..<10 as Range<UInt64> {
            var town = RandomTown.make(number)
            town.plan.callOut.callAnswered = .init(day: 1, night: 1)
            town.plan.callOut.channelCorrelation = 0
            town.plan.callOut.listCorrelation = 0
            for person in town.place.people.indices { town.place.people[person].traits.remove(.staleEntry) }
            town.plan.callOut.retries = 0
            let once = try town.outcome()
            town.plan.callOut.retries = 9
            let often = try town.outcome()
            #expect(once.record.measures == often.record.measures)
            #expect(once.journeys == often.journeys)
        }
    }

    @Test func `with a span as long as the list the office rings everybody itself, one after the other`() throws {
        var town = SmallTown()
        town.people(15)
        town.plan.callOut.channels = [.phoneTree]
        town.plan.callOut.span = 15
        town.plan.callOut.call = .minutes(1)
        #expect(try town.outcome().allReached == (1...15).map { at($0) })
        // Long lists and short spans gain: n of them in about log n rounds.
        town.plan.callOut.span = 2
        #expect(try (town.outcome().allReached.compactMap { $0 }.max() ?? 0) == at(6))
    }

    @Test func `the order in which waves are written is of no account`() throws {
        for number in 0..<10 as Range<UInt64> {
            let forward = try reached(number) { _ in }.times
            let backward = try reached(number) { $0.waves.reverse() }.times
            #expect(forward == backward)
        }
    }
}
