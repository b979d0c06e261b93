import DenseTables
import Organization
import Places
import RandomStreams
import RoadNetwork
import Testing
import Words

@testable import Mobilization

/// Roads that close while people and teams are on them, worked by hand.
@Suite struct GoingTests {
    /// Somebody walks from home to the center at 1 m/s, called at 0: 300 m to a fork, then 300 m straight or 700 m around.
    ///
    /// Points: the center 0, the fork 1, the home 2, a bend 3 on the way around.
    private func fork(around: Bool = true) -> SmallTown {
        var town = SmallTown()
        let points = (0..<3).map { _ in town.isolatedPoint() }
        func road(_ one: LocationID, _ other: LocationID, _ length: Double) {
            let road = RoadArc(
                from: RoadNodeID(one.index), to: RoadNodeID(other.index), length: length, roadClass: .street)
            town.place.roads += [road, road.reversed]
        }
        road(points[0], SmallTown.center, 300)
        road(points[1], points[0], 300)
        if around {
            road(points[0], points[2], 200)
            road(points[2], SmallTown.center, 500)
        }
        town.person(home: points[1])
        return town
    }

    /// Closes the straight road between the fork and the center.
    private func closed(
        _ town: SmallTown, from: Int64, until: Int64? = 60, modes: TravelModeSet = .land,
        _ whenClosed: RoadsPlan.WhenClosed = .reroute
    ) -> SmallTown {
        var town = town
        town.incident.closures = [
            RoadClosure(
                name: LocalizedText("bridge"), extent: .along([RoadNodeID(1), RoadNodeID(0)]),
                cause: .between(at(from), until.map { at($0) }), modes: modes)
        ]
        town.plan.roads.whenClosed = whenClosed
        return town
    }

    /// When the first person arrived at the muster point, in seconds.
    private func arrival(_ town: SmallTown) throws -> Double? {
        let outcome = try town.outcome()
        #expect(outcome.record.breach == nil)
        return outcome.journeys[0].count > 4 ? Double(outcome.journeys[0][4]) / 1000 : nil
    }

    @Test func `whoever learns on the way of a closed road finishes the stretch and takes the fastest way left`() throws
    {
        // Nothing closed: 600 m. Closed at 3 minutes: at the fork at 5, then 700 m around.
        #expect(try arrival(fork()) == 600)
        #expect(try arrival(closed(fork(), from: 3)) == 300 + 700)
        let outcome = try closed(fork(), from: 3).outcome()
        #expect(outcome["detours"] == 1 && outcome["detour_mean_min"] == 400.0 / 60)
    }

    @Test
    func `at the fork in the very minute the road closes nobody enters it, a minute later the stretch is finished`()
        throws
    {
        #expect(try arrival(closed(fork(), from: 5)) == 1000)
        let inside = try closed(fork(), from: 6).outcome()
        #expect(inside.journeys[0][4] == 600_000 && inside["detours"] == 0)
    }

    @Test func `whoever sets out with the road closed goes around from the start`() throws {
        let outcome = try closed(fork(), from: 0).outcome()
        #expect(outcome.journeys[0][4] == 1_000_000 && outcome["detours"] == 0)
    }

    @Test func `whoever waits goes on by the same road when it opens`() throws {
        #expect(try arrival(closed(fork(), from: 3, .wait)) == 3600 + 300)
        #expect(try arrival(closed(fork(), from: 3, until: nil, .wait)) == nil)
    }

    @Test func `whoever turns back begins anew from where he or she set out`() throws {
        // Back home at 10 minutes, then 1,000 m by the way that is left.
        #expect(try arrival(closed(fork(), from: 3, .turnBack)) == 600 + 1000)
        // Without a way left: at home until the road opens.
        #expect(try arrival(closed(fork(around: false), from: 3, .turnBack)) == 3600 + 600)
    }

    @Test func `where no way is left people wait, and are not lost when the road opens`() throws {
        // At the fork from 5 minutes on, or at home from the beginning.
        #expect(try arrival(closed(fork(around: false), from: 3)) == 3600 + 300)
        #expect(try arrival(closed(fork(around: false), from: 0)) == 3600 + 600)
        let never = try closed(fork(around: false), from: 0, until: nil).outcome()
        #expect(never.states[0] == .traveling && never["people_cut_off"] == 1)
    }

    @Test func `a road closed to cars is walked on`() throws {
        #expect(try arrival(closed(fork(), from: 3, modes: TravelModeSet(.car))) == 600)
        #expect(try arrival(closed(fork(), from: 3, modes: TravelModeSet(.walk))) == 1000)
    }

    @Test func `weather and one's own pace slow what is left of the way too`() throws {
        var town = closed(fork(), from: 3)
        town.incident.weather[0] = 0.5
        #expect(try arrival(town) == 2000)
    }

    @Test func `a second closure meets those who went around the first`() throws {
        // Around from 5 minutes; at 7 the way around closes beyond the bend, and at the bend at 8:20 no way is left: until 60,
        // when it is 200 m back to the fork and 300 m on.
        var town = closed(fork(), from: 3)
        town.incident.closures.append(
            RoadClosure(
                name: LocalizedText("around"), extent: .along([RoadNodeID(3), RoadNodeID(0)]),
                cause: .between(at(7), nil)))
        #expect(try arrival(town) == 3600 + 200 + 300)
    }

    // MARK: Teams, coverage and islands

    /// A team at the center and a task in a grid 6 km away by a fork at 3 km; around it is 5 km.
    private func teamTown() -> SmallTown {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        let fork = town.point(3000)
        let far = town.isolatedPoint()
        for (one, other, length) in [(fork, far, 3000.0), (SmallTown.center, far, 8000)] {
            let road = RoadArc(
                from: RoadNodeID(one.index), to: RoadNodeID(other.index), length: length, roadClass: .street)
            town.place.roads += [road, road.reversed]
        }
        town.grid(under: community, at: far, lowHouseholds: 1)
        town.person(community)
        town.demand(.warn)
        town.team("team") { $0.duty = .tasks(TaskKindSet([.warn])) }
        town.horizon = at(120)
        return town
    }

    private func close(_ town: inout SmallTown, _ one: Int, _ other: Int, from: Int64, until: Int64? = nil) {
        town.incident.closures.append(
            RoadClosure(
                name: LocalizedText("closed"), extent: .along([RoadNodeID(one), RoadNodeID(other)]),
                cause: .between(at(from), until.map { at($0) })))
    }

    @Test func `a team turns at the next crossing, and its detour shows in the approach`() throws {
        var town = teamTown()
        #expect(try town.outcome().tasks[0].started == at(10))
        // At 2 minutes beyond the fork closes: on to the fork at 5, back at 10, around in 13:20.
        close(&town, 1, 2, from: 2)
        let outcome = try town.outcome()
        #expect(outcome.tasks[0].started == at(10) + 800_000)
        #expect(outcome["detours"] == 1 && outcome.record.breach == nil)
        let stages = try #require(outcome.record.detail?.tasks[0].stages)
        #expect(stages[ResponseStage.approach.rawValue] == at(10) + 800_000)
    }

    @Test func `dispatch knows the roads as they are`() throws {
        var town = teamTown()
        close(&town, 1, 2, from: 0)
        #expect(try town.outcome().tasks[0].started == 800_000)
        close(&town, 0, 2, from: 0)
        // Nobody is sent where no road leads.
        #expect(try town.outcome().tasks[0].main.team == .none)
    }

    @Test func `what nobody could be sent to gets its team when a road opens`() throws {
        var town = teamTown()
        close(&town, 1, 2, from: 0, until: 50)
        close(&town, 0, 2, from: 0)
        #expect(try town.outcome().tasks[0].started == at(60))
        // A crew of last resort too; posts have their people form on them.
        var crew = teamTown()
        close(&crew, 1, 2, from: 0, until: 50)
        close(&crew, 0, 2, from: 0)
        crew.plan.teams.kinds[0].duty = .lastResort
        crew.plan.dispatch.lastResortAfter = at(20)
        let last = try crew.outcome()
        #expect(last.tasks[0].started == at(60) && last.tasks[0].lastResort && last.record.breach == nil)
    }

    @Test func `a grid no car gets to is an island by name, for as long as that lasts`() throws {
        var town = teamTown()
        close(&town, 1, 2, from: 30, until: 75)
        close(&town, 0, 2, from: 40, until: 90)
        let outcome = try town.outcome()
        #expect(outcome.record.grids.map(\.cutOffMinutes) == [35])
        #expect(outcome["grids_cut_off"] == 1 && outcome["residents_cut_off_peak"] == 100)
        // Both directions of 3 and of 8 km.
        #expect(outcome["roads_closed_peak_km"] == 22)
    }

    @Test func `who is covered follows the roads`() throws {
        var town = teamTown()
        // The team has no task and stands at the center, ten minutes from everybody who lives there.
        town.incident.warn = TaskDemand()
        #expect(try town.outcome()["coverage_10min"] == 1)
        // By the other road it is 13:20, for half the time.
        close(&town, 1, 2, from: 60)
        let outcome = try town.outcome()
        #expect(outcome["coverage_10min"] == 0.5 && outcome["coverage_15min"] == 1)
        #expect(outcome.record.breach == nil)
    }

    @Test func `a closed road nobody needs changes nothing`() throws {
        for number in 0..<10 as Range<UInt64> {
            var town = RandomTown.make(number)
            let plain = try town.outcome()
            let end = town.isolatedPoint()
            let spur = RoadArc(from: RoadNodeID(0), to: RoadNodeID(end.index), length: 5, roadClass: .street)
            town.place.roads += [spur, spur.reversed]
            town.incident.closures = [
                RoadClosure(
                    name: LocalizedText("spur"), extent: .along([RoadNodeID(0), RoadNodeID(end.index)]),
                    cause: .between(at(100), nil))
            ]
            let closed = try town.outcome()
            for (index, measure) in Measures.all.enumerated() where plain.record.measures[index] != nil {
                #expect(closed.record.measures[index] == plain.record.measures[index], "\(measure.name)")
            }
            #expect(closed.record.mobilization == plain.record.mobilization)
        }
    }
}
