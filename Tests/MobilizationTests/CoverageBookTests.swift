import Coverage
import DenseTables
import Organization
import Places
import RandomStreams
import RoadNetwork
import Testing

@testable import Mobilization

@Suite struct CoverageBookTests {
    @Test func `the mean since the first order is what somebody counts who recounts at every event`() throws {
        var shares: [Double] = []
        for number in 0..<12 as Range<UInt64> {
            let world = try RandomTown.make(number).world()
            let watch = Watch.play(world, seed: number)
            let outcome = Outcome(of: world, seed: number)
            let residents = world.ground.place.grids.reduce(0) { $0 + $1.residents }
            let ordered = ResponseLevel.ordered.map { outcome.levels.time(of: $0, .ordered) }.filter { $0 >= 0 }.min()
            guard residents > 0, let ordered else {
                #expect(outcome["coverage_10min"] == nil)
                continue
            }
            for (circle, name) in [(0, "coverage_10min"), (3, "coverage_15min")] {
                let mean = Double(watch.coveredTime[circle]) / Double(world.horizon - ordered) / Double(residents)
                let measured = try #require(outcome[name])
                #expect(abs(measured - mean) < 1e-12)
                shares.append(mean)
            }
        }
        #expect(shares.contains { $0 > 0.2 && $0 < 0.95 })
    }

    @Test func `teams cover while they are free or hold a post, not while they drive or work`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        // Six kilometers, ten minutes by car, to the task; half the residents live at either end.
        town.grid(under: community, at: town.point(6_001), lowHouseholds: 1)
        town.grid(under: community)
        town.person(community)
        town.demand(.warn, level: .iii)
        town.team("team") { $0.duty = .tasks(TaskKindSet([.warn])) }
        town.plan.fieldWork.door = .minutes(30)
        town.signals([(.iv, 0), (.iii, 60)])
        town.horizon = at(120)
        // Free at the center for an hour, away for 10:00.1 and 30:00, then free at the far end.
        let outcome = try town.outcome()
        let free = Double(120 * 60_000 - 600_100 - 1_800_000) / Double(120 * 60_000)
        #expect(abs((outcome["coverage_10min"] ?? 0) - free / 2) < 1e-12)
        #expect(abs((outcome["coverage_15min"] ?? 0) - free) < 1e-12)
        #expect(Array(outcome.record.covered.prefix(6)) == [100, 0, 0, 200, 0, 0])
        // In weather that halves every speed the way takes twice as long, and the far end is out of reach.
        var storm = town
        storm.incident.weather[2] = 0.5
        #expect(Array(try storm.outcome().record.covered.prefix(6)) == [100, 0, 0, 100, 0, 0])
        // On post the crew would cover all the time.
        town.incident.warn = TaskDemand()
        town.plan.teams.kinds[0].duty = .post(.seat)
        #expect(try town.outcome()["coverage_15min"] == 1)
    }

    @Test func `whom a team covers alone are those who lose all cover when it goes`() throws {
        var alone = 0
        for number in 0..<40 as Range<UInt64> {
            var town = RandomTown.makeWithClosures(number)
            // In weather like that a team covers what is next to it.
            town.incident.weather[Int(TravelMode.car.rawValue)] = 0.05
            let world = try town.world()
            let roads = RoadState(RoadCauses(world, RandomStream(seed: number, replication: 0)))
            if !roads.changes.isEmpty { roads.advance() }
            var book = CoverageBook(world)
            let sites = world.teams.map(\.post)
            for site in sites { book.change(site, present: true, at: 0, roads) }
            for site in Set(sites).sorted() {
                let told = book.coveredAlone(from: site, roads)
                let before = book.covered[3]
                book.change(site, present: false, at: 0, roads)
                #expect(Int64(told) == before - book.covered[3], "town \(number), site \(site.raw)")
                book.change(site, present: true, at: 0, roads)
                if told > 0 { alone += 1 }
            }
        }
        #expect(alone > 5)
    }

    @Test func `without an order there is no mean`() throws {
        var town = SmallTown()
        town.grid(under: town.streetAndCommunity().community)
        town.incident.signals = []
        #expect(try town.outcome()["coverage_10min"] == nil)
    }
}
