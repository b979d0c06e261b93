import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct SamplesTests {
    @Test func `curves hold what somebody who watches counts at every sampled moment`() throws {
        for number in 0..<8 as Range<UInt64> {
            let world = try RandomTown.make(number).world()
            let watch = Watch.play(world, seed: number)
            let record = simulate(world, random: RandomStream(seed: number, replication: 0))
            #expect(record.mobilization == watch.people)
            #expect(record.covered == watch.covered)
        }
    }

    @Test func `there is a sample every five minutes, the first and the last moment included`() throws {
        for (minutes, samples) in [(0, 1), (4, 1), (5, 2), (9, 2), (60, 13)] as [(Int64, Int)] {
            var town = SmallTown()
            town.people(3)
            town.horizon = at(minutes)
            let record = try town.outcome().record
            #expect(record.mobilization.count == samples * PersonState.allCases.count)
            #expect(record.covered.count == samples * 6)
        }
    }

    @Test func `everybody is in one state at every sample, at the last in the state of the end`() throws {
        for number in 20..<30 as Range<UInt64> {
            let outcome = try RandomTown.make(number).outcome()
            let states = PersonState.allCases.count
            let curve = outcome.record.mobilization
            for start in stride(from: 0, to: curve.count, by: states) {
                #expect(curve[start..<start + states].reduce(0, +) == Int32(outcome.states.count))
            }
            let end = PersonState.allCases.map { state in Int32(outcome.states.count { $0 == state }) }
            #expect(Array(curve.suffix(states)) == end)
            let peak = stride(from: Int(PersonState.onPost.rawValue), to: curve.count, by: states).map { curve[$0] }
                .max()
            #expect(outcome["on_post_peak"] == peak.map { Double($0) })
        }
    }

    @Test func `a sample holds what happened up to its very time`() throws {
        var town = SmallTown()
        town.people(2)
        town.plan.callOut.messageDelay = .minutes(10)
        town.plan.callOut.decide = .chance(0, then: .minutes(1))
        let curve = try town.outcome().record.mobilization
        func reached(_ sample: Int) -> Int32 {
            curve[sample * PersonState.allCases.count + Int(PersonState.reached.rawValue)]
        }
        #expect((0...3).map { reached($0) } == [0, 0, 2, 2])
    }
}
