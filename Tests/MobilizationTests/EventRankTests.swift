import DenseTables
import EventKernel
import Organization
import Places
import RandomStreams
import RoadNetwork
import Testing
import Words

@testable import Mobilization

/// What comes first in one millisecond: the table of `docs/event-order.md`, and cases by hand for what two events may share.
@Suite struct EventRankTests {
    /// Every kind of event, by rank.
    private static let table: [(rank: EventPriority, events: [Event])] = {
        let (person, team, task, node) = (PersonID(0), TeamID(0), TaskID(0), OrganizationNodeID(0))
        let alert = Alert(.iv)
        return [
            (.first, [.hazard(.warrants(alert)), .going(.change(0))]),
            (
                .early,
                [
                    .muster(.checkedIn(person)), .desk(.free(team)), .fieldWork(.opened(task)),
                    .fieldWork(.done(task)), .service(.finishes(StationID(0))),
                ]
            ),
            (
                .normal,
                [
                    .hazard(.waterReaches(GridID(0), 0)), .command(.signal(alert)), .command(.detected(alert)),
                    .command(.verified(alert)), .command(.decided(alert)), .command(.received(node, alert)),
                    .command(.acts(node, alert)), .conversion(.ordered(node, alert)), .conversion(.converted(node)),
                    .callOut(.start(node, alert)), .muster(.setOut(person)), .muster(.arrive(person)),
                    .forming(.open(node)), .forming(.branchApproved(node)), .desk(.open(node)),
                    .desk(.roadsOpened),
                    .desk(.handedOff(task, 0)), .fieldWork(.arrive(team, task)), .going(.legEnds(0, 0)),
                    .service(.calls(CallStreamID(0))),
                ]
            ),
            (.late, [.forming(.patienceEnds(team)), .forming(.formed(team)), .desk(.match)]),
            (.last, [.desk(.lastResort(task))]),
        ]
    }()

    @Test
    func `of any two kinds in one millisecond the one of the earlier rank happens first, whichever was foreseen first`()
    {
        let all = Self.table.flatMap { row in row.events.map { (rank: row.rank, event: $0) } }
        for (rank, event) in all { #expect(event.rank == rank, "\(event)") }
        for (one, other) in all.flatMap({ one in all.map { (one, $0) } }) {
            var schedule = Schedule()
            schedule.schedule(one.event, after: 5)
            schedule.schedule(other.event, at: SimulationTime(milliseconds: 5))
            let horizon = SimulationTime(milliseconds: 9)
            var taken: [String] = []
            while let event = schedule.next(until: horizon) { taken.append("\(event)") }
            let expected = other.rank < one.rank ? [other, one] : [one, other]
            #expect(taken == expected.map { "\($0.event)" })
        }
    }

    @Test func `what is told in an instant waits for what has an earlier rank and is due`() {
        var schedule = Schedule()
        schedule.tell(.desk(.lastResort(TaskID(0))))
        schedule.tell(.desk(.match))
        schedule.tell(.muster(.arrive(PersonID(0))))
        schedule.tell(.muster(.checkedIn(PersonID(1))))
        var taken: [EventPriority] = []
        while let event = schedule.next(until: SimulationTime(milliseconds: 0)) { taken.append(event.rank) }
        #expect(taken == [.early, .normal, .late, .last])
    }

    // MARK: By hand

    @Test func `station: the unit is free for the call that comes as another ends`() throws {
        // One call an hour, an hour of work each, one unit, no waiting room.
        for (work, turnedAway) in [(60.0, 0.0), (60 + 1.0 / 60_000, 0.5)] {
            var town = SmallTown()
            town.incident.signals = []
            town.place.stations = [
                ServiceStation(code: "desk", name: LocalizedText("desk"), units: 1, waitingRoom: 0)
            ]
            town.incident.calls = [
                CallStream(
                    code: "calls", name: LocalizedText("calls"), station: 0, between: .minutes(60),
                    work: .minutes(work))
            ]
            town.horizon = at(20 * 60)
            let outcome = try town.outcome()
            #expect(outcome["calls_arrived"] == 20 && outcome["calls_turned_away"] == turnedAway)
            #expect(outcome.record.breach == nil)
        }
    }

    @Test func `task and water: done as the water comes is done in time`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.person(community)
        town.grid(under: community, lowHouseholds: 7, lowestHomes: 2)
        town.demand(.warn)
        town.team("team") { $0.duty = .tasks(TaskKindSet([.warn])) }
        town.plan.fieldWork.leave = .minutes(120)
        town.incident.river = [.init(at: 0, height: 0), .init(at: at(600), height: 10)]
        #expect(try town.outcome()["deadline_missed"] == 0)
    }

    @Test func `task and team: a team that comes as the task falls to the community takes it`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.grid(under: community, lowHouseholds: 1)
        town.demand(.warn)
        town.person(community, as: .communityWorker)
        town.person(community, home: town.point(60 * 60))
        town.team("crew") { ($0.from, $0.duty) = (.init(.communityWorker), .lastResort) }
        town.team("team") { $0.duty = .tasks(TaskKindSet([.warn])) }
        town.plan.dispatch.lastResortAfter = at(60)
        let task = try town.outcome().tasks[0]
        #expect(task.main.team == TeamID(1) && task.main.assigned == at(60) && !task.lastResort)
    }

    @Test func `team and person: who is checked in as patience ends is counted`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.person(community)
        town.person(community, home: town.point(60 * 30))
        town.team("a") { ($0.minimum, $0.full) = (2, 2) }
        town.plan.teams.patience = at(30)
        town.plan.teams.underStrength = 0.5
        let outcome = try town.outcome()
        #expect(outcome.teams[0].enough == at(30) && outcome.members[0].count == 2)
    }

    @Test func `person and desk: the desk is free for whoever comes as another is checked in`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        for minute in [0.0, 10, 10, 20] { town.person(community, home: town.point(60 * minute)) }
        town.plan.muster.desks = OrganizationLevel.allCases.map { _ in 1 }
        town.plan.muster.checkIn = .minutes(10)
        // One is served from 0, one of the two who come at 10 from then, the other from 20, and the last, who comes at 20, from 30.
        let outcome = try town.outcome()
        #expect(outcome.journeys.map { $0.last } == [10, 20, 30, 40].map { at($0) })
    }

    @Test func `road and traveler: nobody enters a road in the moment it closes, and whoever waits goes as it opens`()
        throws
    {
        var town = SmallTown()
        let home = town.point(600)
        town.person(home: home)
        func closed(_ from: Int64, _ until: Int64) -> SmallTown {
            var other = town
            other.incident.closures = [
                RoadClosure(
                    name: LocalizedText("closed"), extent: .along([RoadNodeID(home.index), RoadNodeID(0)]),
                    cause: .between(at(from), at(until)))
            ]
            return other
        }
        // Called at 0: closed from 0 to 30 nobody sets out before 30; closed at 10, he or she is there already.
        #expect(try closed(0, 30).outcome().journeys[0][4] == at(40))
        #expect(try closed(10, 30).outcome().journeys[0][4] == at(10))
    }
}
