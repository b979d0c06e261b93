import Organization
import Places
import RandomStreams
import Testing
import Words

@testable import Mobilization

@Suite struct ServiceTests {
    /// A place of one station where a call comes every `gap` minutes and takes `work` minutes, up to the hour.
    private func desk(
        units: Int, room: Int? = nil, gap: Distribution, work: Distribution, horizon: Int64 = at(60)
    ) -> SmallTown {
        var town = SmallTown()
        town.incident.signals = []
        town.place.stations = [
            ServiceStation(code: "desk", name: LocalizedText("desk"), units: units, waitingRoom: room)
        ]
        town.incident.calls = [
            CallStream(code: "calls", name: LocalizedText("calls"), station: 0, between: gap, work: work)
        ]
        town.horizon = horizon
        return town
    }

    private func minutes(_ number: Double) -> Distribution { .fixed(number * 60_000) }

    private func value(_ name: String, _ outcome: Outcome) -> Double? {
        Measures.index(of: name).flatMap { outcome.record.measures[$0] }
    }

    @Test func `one unit with calls every ten minutes of twelve minutes' work, worked by hand`() throws {
        // Calls at 10, 20, 30, 40, 50, 60; begun at 10, 22, 34, 46, 58; the one at 60 waits. Waits 0, 2, 4, 6, 8.
        let outcome = try desk(units: 1, gap: minutes(10), work: minutes(12)).outcome()
        #expect(value("calls_arrived", outcome) == 6)
        #expect(value("calls_turned_away", outcome) == 0)
        #expect(value("calls_delayed", outcome) == 0.8)
        #expect(value("everyday_wait_min", outcome) == 4)
        #expect(value("units_busy_mean", outcome) == 50.0 / 60)
        // 20 minutes of waiting by the hour.
        #expect(value("calls_waiting_mean", outcome) == 20.0 / 60)
        #expect(outcome.record.breach == nil)
    }

    @Test func `the 90th percentile lies between two calls, as everywhere`() throws {
        // Calls every hour of 75 minutes' work: waits 0, 15, … 75, and no way to go.
        let outcome = try desk(units: 1, gap: minutes(60), work: minutes(75), horizon: at(480)).outcome()
        #expect(value("call_response_mean_min", outcome) == 37.5)
        #expect(value("call_response_p90_min", outcome) == 67.5)
    }

    @Test func `a call that finds every unit busy and no room is turned away`() throws {
        // Calls at 10, 20, … 60; the unit is busy from 10 to 35 and from 40 to 65.
        let outcome = try desk(units: 1, room: 0, gap: minutes(10), work: minutes(25)).outcome()
        #expect(value("calls_arrived", outcome) == 6)
        #expect(value("calls_turned_away", outcome) == 4.0 / 6)
        #expect(value("everyday_wait_min", outcome) == 0)
        #expect(outcome.record.breach == nil)
    }

    @Test func `a waiting room holds as many as it says`() throws {
        // Work without end but for the first call: one is served, two wait, the other three of six go.
        let outcome = try desk(units: 1, room: 2, gap: minutes(10), work: minutes(500)).outcome()
        #expect(value("calls_turned_away", outcome) == 3.0 / 6)
        // Two wait: from 20 and from 30 until the hour.
        #expect(value("calls_waiting_mean", outcome) == 70.0 / 60)
        #expect(outcome.record.breach == nil)
    }

    @Test func `a unit on its way is busy, and the response counts the way`() throws {
        var town = desk(units: 1, gap: minutes(10), work: minutes(4))
        town.incident.calls[0].travel = minutes(3)
        town.incident.responseTarget = at(3)
        let outcome = try town.outcome()
        #expect(value("everyday_wait_min", outcome) == 0)
        #expect(value("call_response_mean_min", outcome) == 3)
        #expect(value("call_response_p90_min", outcome) == 3)
        #expect(value("calls_within_target", outcome) == 1)
        // Five calls of seven minutes; the sixth begins with the hour.
        #expect(value("units_busy_mean", outcome) == 35.0 / 60)
    }

    @Test func `calls before the end of the warm-up are served and not counted`() throws {
        let town = desk(units: 1, gap: minutes(10), work: minutes(12))
        let place = try town.place.place()
        let world = World(
            ground: Ground(place: place, speeds: SmallTown.speeds), plan: town.plan, incident: town.incident,
            horizon: at(60), warmUp: at(30))
        let outcome = Outcome(of: world)
        // From 30 on: calls at 30, 40, 50, 60, begun at 34, 46, 58, the last not at all.
        #expect(value("calls_arrived", outcome) == 4)
        #expect(value("everyday_wait_min", outcome) == 6)
        #expect(value("calls_waiting_mean", outcome) == 18.0 / 30)
        #expect(value("units_busy_mean", outcome) == 1)
        #expect(outcome.record.breach == nil)
    }

    @Test func `two streams share a station, and two stations do not`() throws {
        var town = desk(units: 1, gap: minutes(20), work: minutes(15))
        var second = town.incident.calls[0]
        second.code = "more"
        town.incident.calls.append(second)
        // Both call at 20, 40 and 60: the first is served until 35, 65, …, the second of 20 from 35 to 50.
        let shared = try town.outcome()
        #expect(value("calls_arrived", shared) == 6)
        #expect(value("everyday_wait_min", shared) == 25.0 / 3)
        town.place.stations.append(ServiceStation(code: "other", name: LocalizedText("other"), units: 1))
        town.incident.calls[1].station = 1
        let apart = try town.outcome()
        #expect(value("everyday_wait_min", apart) == 0)
        #expect(shared.record.breach == nil && apart.record.breach == nil)
    }

    @Test func `books agree under every kind of load`() throws {
        var dice = Dice(4)
        for number in 0..<60 {
            let room = dice.number(0...3) == 0 ? dice.number(0...5) : nil
            var town = desk(
                units: dice.number(1...8), room: room,
                gap: .exponential(mean: Double(dice.number(1...100)) * 1000),
                work: .lognormal(median: Double(dice.number(1...300)) * 1000, sigma: 1), horizon: at(600))
            if number % 3 == 0 { town.incident.calls[0].travel = .uniform(low: 0, high: 60_000) }
            if number % 5 == 0 { town.incident.calls[0].work = .chance(0.5, then: .fixed(1000)) }
            #expect(try town.outcome().record.breach == nil)
        }
    }

    @Test func `another unit never makes anybody wait longer`() throws {
        for seed in 1...20 as ClosedRange<UInt64> {
            var before = Double.infinity
            for units in 1...6 {
                let town = desk(
                    units: units, gap: .exponential(mean: 60_000), work: .exponential(mean: 150_000),
                    horizon: at(2000))
                let place = try town.place.place()
                let world = World(
                    ground: Ground(place: place, speeds: SmallTown.speeds), plan: town.plan, incident: town.incident,
                    horizon: town.horizon)
                let outcome = Outcome(of: world, seed: seed)
                // The same calls come, because a call's numbers hang on the call alone.
                let waiting = try #require(value("calls_waiting_mean", outcome))
                #expect(waiting <= before)
                before = waiting
            }
        }
    }

    @Test func `without a level nothing is said about calling people, without calls nothing about stations`() throws {
        let service = try desk(units: 1, gap: minutes(10), work: minutes(5)).outcome()
        #expect(value("authorize_min", service) == nil)
        #expect(value("people_called", service) == nil)
        var town = SmallTown()
        town.person()
        #expect(value("calls_arrived", try town.outcome()) == nil)
    }
}
