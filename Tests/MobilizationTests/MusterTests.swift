import DenseTables
import Organization
import RandomStreams
import RoadNetwork
import Testing

@testable import Mobilization

@Suite struct MusterTests {
    /// A district whose people live 1 to `farthest` meters away, all on their way from time 0, each from a home of its own.
    private func town(_ dice: inout Dice, people: Int, desks: Int, checkIn: Double, farthest: Int = 3000) -> SmallTown {
        var town = SmallTown()
        var distances = Set<Int>()
        while distances.count < people { distances.insert(dice.number(1...farthest)) }
        for meters in distances.sorted().shuffled(using: &dice) {
            let home = town.point(Double(meters))
            town.person(home: home)
        }
        town.plan.muster.desks[Int(OrganizationLevel.district.rawValue)] = desks
        town.plan.muster.checkIn = .fixed(checkIn * 1000)
        return town
    }

    @Test func `one desk serves people in the order of their coming, each as long as it takes`() throws {
        var dice = Dice(1)
        for _ in 0..<10 {
            let people = dice.number(1...25)
            let outcome = try town(&dice, people: people, desks: 1, checkIn: 90).outcome()
            // D/D/1: whoever comes waits for the one before.
            var free: Int64 = 0
            for times in outcome.journeys.sorted(by: { $0[4] < $1[4] }) {
                free = max(times[4], free) + 90_000
                #expect(times[5] == free)
            }
            #expect(outcome.record.breach == nil)
        }
    }

    @Test func `several desks serve from one queue`() throws {
        var dice = Dice(2)
        for _ in 0..<10 {
            let (people, desks) = (dice.number(5...25), dice.number(2...4))
            let outcome = try town(&dice, people: people, desks: desks, checkIn: 200).outcome()
            var free = [Int64](repeating: 0, count: desks)
            for times in outcome.journeys.sorted(by: { $0[4] < $1[4] }) {
                let desk = free.indices.min { free[$0] < free[$1] } ?? 0
                free[desk] = max(times[4], free[desk]) + 200_000
                #expect(times[5] == free[desk])
            }
        }
    }

    @Test func `without a desk nobody checks in and nobody waits`() throws {
        var dice = Dice(3)
        let outcome = try town(&dice, people: 20, desks: 0, checkIn: 600).outcome()
        #expect(outcome.states.allSatisfy { $0 == .waiting })
        #expect(outcome.journeys.allSatisfy { $0[5] == $0[4] })
    }

    @Test func `each muster point has desks of its own`() throws {
        var town = SmallTown()
        for _ in 0..<3 {
            let street = town.node(.street)
            town.people(2, street)
        }
        town.plan.muster.desks[Int(OrganizationLevel.street.rawValue)] = 1
        town.plan.muster.checkIn = .minutes(1)
        let outcome = try town.outcome()
        #expect(outcome.journeys.map { $0[5] } == [at(1), at(2), at(1), at(2), at(1), at(2)])
    }

    @Test func `travel is the length of the way at the speed of the mode, whatever the weather leaves of it`() throws {
        var town = SmallTown()
        let home = town.point(3000)
        for mode in [TravelMode.walk, .eBike, .car] { town.person(home: home, mode: mode) }
        #expect(try town.outcome().journeys.map { $0[4] } == [3_000_000, 600_000, 300_000])
        town.incident.weather = [0.5, 0.25, 0.8, 1]
        #expect(try town.outcome().journeys.map { $0[4] } == [6_000_000, 2_400_000, 375_000])
    }

    @Test func `people muster at the seat of the organization that calls them`() throws {
        var town = SmallTown()
        let home = town.point(500)
        let (near, far) = (town.node(.street, at: home), town.node(.street, at: town.point(700)))
        let persons = [town.person(home: home), town.person(near, home: home), town.person(far, home: home)]
        let outcome = try town.outcome()
        #expect(persons.map { outcome.arrived($0) } == [500_000, 0, 1_200_000])
    }

    @Test func `on a workday people come from work, else from home, by the time they set out`() throws {
        var town = SmallTown()
        town.person(home: town.point(100), work: town.point(900))
        let monday: Int64 = 0
        let saturday = at(5 * 24 * 60)
        let hours: [(Int64, Int64)] = [
            (monday + at(7 * 60 + 59), 100), (monday + at(8 * 60), 900), (monday + at(17 * 60 + 59), 900),
            (monday + at(18 * 60), 100), (monday + at(2 * 60), 100), (saturday + at(10 * 60), 100),
        ]
        for (start, meters) in hours {
            town.incident.weekStart = start
            #expect(try town.outcome().journeys[0][4] == meters * 1000)
        }
        // Called at 7:59, ready at 8:09: by then at work.
        town.incident.weekStart = at(7 * 60 + 59)
        town.plan.muster.prepareDay = .minutes(10)
        #expect(try town.outcome().journeys[0][4] == at(10) + 900_000)
    }

    @Test func `getting ready takes longer when woken`() throws {
        var town = SmallTown()
        town.person()
        town.plan.muster.prepareDay = .minutes(5)
        town.plan.muster.prepareNight = .minutes(12)
        for (hour, minutes) in [(5, 12), (6, 5), (22, 5), (23, 12)] as [(Int64, Int64)] {
            town.incident.weekStart = at(hour * 60)
            #expect(try town.outcome().journeys[0][3] == at(minutes))
        }
    }

    @Test func `whoever is on duty is there already`() throws {
        var town = SmallTown()
        let home = town.point(5000)
        town.person(home: home, traits: .onDuty)
        town.person(home: home)
        town.plan.muster.prepareDay = .minutes(5)
        town.plan.muster.prepareNight = .minutes(5)
        town.plan.muster.speedSpread = 0.5
        town.plan.callOut.messageDelay = .minutes(3)
        let outcome = try town.outcome()
        #expect(outcome.journeys[0] == [0, 0, 0, 0, 0, 0])
        #expect(outcome.journeys[1].starts(with: [0, at(3), at(3), at(8)]))
    }

    @Test func `some who said yes do not come after all, but whoever is on duty does`() throws {
        var town = SmallTown()
        town.people(400)
        let officer = town.person(traits: .onDuty)
        for share in [0, 0.3, 1] {
            town.plan.muster.noShow = share
            let outcome = try town.outcome()
            let missing = outcome.states.count { $0 == .noShow }
            #expect(abs(Double(missing) - 400 * share) <= 5 * (400 * share * (1 - share)).squareRoot())
            #expect(outcome["no_shows"] == Double(missing))
            #expect(outcome["people_accepted"] == 401)
            #expect(outcome["people_arrived"] == Double(401 - missing))
            #expect(outcome.states[officer.index] == .waiting)
            #expect(outcome.record.breach == nil)
        }
    }

    @Test func `people no road leads to are counted and stay on the way`() throws {
        var town = SmallTown()
        let home = town.point(100)
        let island = town.isolatedPoint()
        town.person(home: island)
        town.person(home: home)
        town.person(home: home, mode: .boat)
        town.person(home: island, traits: .onDuty)
        var outcome = try town.outcome()
        #expect(outcome.cutOff == 2)
        #expect(outcome["people_cut_off"] == 2)
        #expect(outcome.states == [.traveling, .waiting, .traveling, .waiting])
        // A storm in which nobody can walk cuts off everybody on foot.
        town.incident.weather[Int(TravelMode.walk.rawValue)] = 0
        outcome = try town.outcome()
        #expect(outcome.cutOff == 3)
        #expect(outcome.record.breach == nil)
    }

    @Test func `people's paces have a median of one and spread as the plan says`() throws {
        var town = SmallTown()
        town.horizon = at(60)
        let home = town.point(1000)
        for _ in 0..<500 { town.person(home: home) }
        town.plan.muster.speedSpread = 0.2
        let times = try town.outcome().journeys.map { $0[4] }
        let (slow, quick) = (times.count { $0 > 1_000_000 }, times.count { Double($0) < 1_000_000 * 0.8187 })
        #expect(abs(slow - 250) < 56)
        // e to the −0.2 is one standard deviation below: 15.9 %.
        #expect(abs(quick - 79) < 41)
    }
}
