import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct CallOutReadingTests {
    private func expect(_ outcome: Outcome, _ name: String, _ value: Double?) {
        #expect(Measures.index(of: name) != nil, "\(name)")
        #expect(outcome[name] == value, "\(name)")
    }

    /// The time of the least number of `times` that makes a share of `all`, in minutes from the order.
    private func minutes(_ times: [Int64], _ percent: Int, of all: Int, _ order: Int64?) -> Double {
        let needed = (0...all).first { $0 * 100 >= all * percent } ?? all
        guard let order, needed <= times.count, needed > 0 else { return .infinity }
        return Double(times.sorted()[needed - 1] - order) / 60_000
    }

    @Test func `how soon people are reached and checked in, worked out anew from every journey`() throws {
        var reachedHalf = 0
        for number in 0..<40 as Range<UInt64> {
            let outcome = try RandomTown.make(number).outcome(seed: number)
            let order = ResponseLevel.ordered.map { outcome.levels.time(of: $0, .ordered) }.filter { $0 >= 0 }.min()
            let called = outcome.journeys.count { !$0.isEmpty }
            let reached = outcome.journeys.compactMap { $0.count > 1 ? $0[1] : nil }
            let checkedIn = outcome.journeys.compactMap { $0.count == 6 ? $0[5] : nil }
            expect(outcome, "reached_half_min", minutes(reached, 50, of: called, order))
            expect(outcome, "checked_in_tenth_min", minutes(checkedIn, 10, of: called, order))
            expect(outcome, "checked_in_quarter_min", minutes(checkedIn, 25, of: called, order))
            let mean = order.map { order in
                Double(checkedIn.reduce(0) { $0 + $1 - order }) / 60_000 / Double(checkedIn.count)
            }
            expect(outcome, "checked_in_mean_min", checkedIn.isEmpty ? nil : mean)
            if outcome["reached_half_min"]?.isFinite == true { reachedHalf += 1 }
        }
        #expect(reachedHalf > 5)
    }

    @Test func `how many teams are ready, and how soon`() throws {
        for number in 0..<40 as Range<UInt64> {
            let outcome = try RandomTown.make(number).outcome(seed: number)
            let order = ResponseLevel.ordered.map { outcome.levels.time(of: $0, .ordered) }.filter { $0 >= 0 }.min()
            let ready = outcome.teams.map(\.ready).filter { $0 >= 0 }
            let foreseen = outcome.world.teams.count { $0.level <= outcome.levels.highest }
            let people = zip(outcome.teams, outcome.members).reduce(0) { $0 + ($1.0.ready < 0 ? 0 : $1.1.count) }
            expect(outcome, "teams_ready", Double(ready.count))
            expect(outcome, "people_in_teams", Double(people))
            if outcome.world.teams.isEmpty { continue }
            expect(outcome, "ready_first_min", minutes(ready, 0, least: 1, of: foreseen, order))
            expect(outcome, "ready_half_min", minutes(ready, 50, least: 1, of: foreseen, order))
            expect(outcome, "ready_80_min", minutes(ready, 80, least: 1, of: foreseen, order))
        }
    }

    private func minutes(_ times: [Int64], _ percent: Int, least: Int, of all: Int, _ order: Int64?) -> Double {
        let needed = max(least, (0...all).first { $0 * 100 >= all * percent } ?? all)
        guard let order, needed <= times.count else { return .infinity }
        return Double(times.sorted()[needed - 1] - order) / 60_000
    }

    @Test func `three who come at once to one desk wait nought, two and four minutes`() throws {
        var town = SmallTown()
        town.people(3)
        town.plan.muster.checkIn = .minutes(2)
        town.plan.muster.desks = town.plan.muster.desks.map { _ in 1 }
        let outcome = try town.outcome()
        expect(outcome, "desk_wait_mean_min", 2)
        // One of the three is a third of those called, two are more than half of them.
        expect(outcome, "reached_half_min", 0)
        expect(outcome, "checked_in_quarter_min", 2)
        expect(outcome, "checked_in_mean_min", 4)
        expect(outcome, "ready_first_min", nil)
        // The third waits up to the horizon, when the run ends after three minutes: 0 + 2 + 3.
        town.horizon = at(3)
        #expect(try abs(#require(town.outcome()["desk_wait_mean_min"]) - 5.0 / 3) < 1e-12)
    }

    @Test func `without an order the times are never, without anybody to call there are none`() throws {
        var town = SmallTown()
        town.people(4)
        town.team("t") { $0.formedAt = .district }
        town.plan.command.detect = .fixed(.infinity)
        let outcome = try town.outcome()
        for name in ["reached_half_min", "checked_in_tenth_min", "ready_first_min", "ready_80_min"] {
            expect(outcome, name, .infinity)
        }
        expect(outcome, "desk_wait_mean_min", nil)
        expect(outcome, "teams_ready", 0)
        expect(try SmallTown().outcome(), "reached_half_min", nil)
    }

    @Test func `the element of each rank is the one sorting puts there`() {
        var dice = Dice(7)
        for length in 1...60 {
            let numbers = (0..<length).map { _ in Int64(dice.number(0...(length / 2))) }
            let sorted = numbers.sorted()
            for rank in 1...length {
                var array = numbers
                #expect(array.smallest(rank) == sorted[rank - 1])
            }
        }
        var descending = Array(stride(from: Int64(5000), to: 0, by: -1))
        #expect(descending.smallest(1234) == 1234)
    }
}
