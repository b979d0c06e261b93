import DenseTables
import Organization
import Places
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct HazardTests {
    /// A community with one low grid whose doors take `work` minutes from the moment they are ordered.
    private func flood(homes: Double = 2, work: Double) -> SmallTown {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.person(community)
        town.grid(under: community, lowHouseholds: 7, lowestHomes: homes)
        town.demand(.warn)
        town.team("team") { $0.duty = .tasks(TaskKindSet([.warn])) }
        town.plan.fieldWork.leave = .minutes(work)
        // A meter an hour.
        town.incident.river = [.init(at: 0, height: 0), .init(at: at(600), height: 10)]
        return town
    }

    @Test func `a task not done when the water comes is late`() throws {
        // Done in the very moment in which the water comes is done in time.
        for (work, isLate) in [(119, false), (120, false), (120 + 1.0 / 60_000, true)] as [(Double, Bool)] {
            let outcome = try flood(work: work).outcome()
            #expect(outcome.tasks[0].deadline == at(120))
            #expect(outcome.tasks[0].isLate == isLate, "\(work) min")
            #expect(outcome["deadline_missed"] == (isLate ? 1 : 0))
            #expect(outcome["households_late"] == (isLate ? 7 : 0))
            #expect(outcome.record.grids[0].lateHouseholds == (isLate ? 7 : 0))
        }
    }

    @Test func `where no water comes by the horizon there is no deadline to miss`() throws {
        var outcome = try flood(homes: .infinity, work: 900).outcome()
        #expect(outcome.tasks[0].deadline == -1)
        #expect(outcome["deadline_missed"] == nil)
        var town = flood(homes: 9, work: 900)
        town.horizon = at(539)
        outcome = try town.outcome()
        #expect(outcome.tasks[0].deadline == at(540))
        #expect(!outcome.tasks[0].isLate)
        #expect(outcome["deadline_missed"] == nil)
        town.horizon = at(540)
        #expect(try town.outcome()["deadline_missed"] == 1)
    }

    @Test func `a need the hazard never made cannot be missed`() throws {
        var town = flood(work: 1)
        town.demand(.warn, level: .iii)
        let outcome = try town.outcome()
        #expect(outcome.taskStates == [.absent])
        #expect(outcome["deadline_missed"] == nil && outcome["households_late"] == nil)
        #expect(outcome.record.grids[0].lateHouseholds == 0)
    }

    @Test func `one crest moves the water everywhere alike`() throws {
        var town = flood(homes: 2, work: 1)
        town.grid(under: OrganizationNodeID(2), lowHouseholds: 1, lowestHomes: 4)
        town.incident.riverSpread = .lognormal(median: 1, sigma: 0.3)
        var sooner = 0
        for replication in 0..<40 as Range<UInt32> {
            let deadlines = try town.outcome(replication: replication).tasks.map(\.deadline)
            // Twice the height is reached in twice the time, whatever the crest.
            #expect(abs(deadlines[1] - 2 * deadlines[0]) <= 1)
            sooner += deadlines[0] < at(120) ? 1 : 0
        }
        #expect((5...35).contains(sooner))
    }

    @Test func `needs appear when their level is warranted, long before anybody orders anything`() throws {
        var town = flood(work: 1)
        town.demand(.warn, level: .iii)
        town.signals([(.iv, 0), (.iii, 75)])
        town.plan.command.raise = .minutes(40)
        let outcome = try town.outcome()
        #expect(outcome.tasks[0].appeared == at(75))
        #expect(outcome.tasks[0].opened == at(115))
        #expect(outcome.levels.time(of: .iii, .warranted) == at(75))
        #expect(outcome.levels.time(of: .ii, .warranted) == -1)
    }

    @Test func `a level brings what the levels below it ask for, if they were skipped`() throws {
        var town = flood(work: 1)
        town.demand(.warn, level: .iii)
        town.team("post")
        town.person(OrganizationNodeID(2))
        for levels in [[(.ii, 0)], [(.iv, 0), (.i, 30)]] as [[(ResponseLevel, Int64)]] {
            town.signals(levels)
            let outcome = try town.outcome()
            // The post of level IV, then the doors of level III.
            #expect(outcome.tasks.map(\.cause.level) == [levels[0].0, levels.count == 1 ? .ii : .i])
            #expect(outcome.tasks.map(\.appeared) == [0, levels.count == 1 ? 0 : at(30)])
            #expect(outcome.taskStates == [.inProgress, .done])
            #expect(outcome["t80_min"] == 0)
            #expect(outcome.record.breach == nil)
        }
    }

    @Test func `without a signal nothing happens`() throws {
        var town = flood(work: 1)
        town.incident.signals = []
        let outcome = try town.outcome()
        #expect(outcome.taskStates == [.absent])
        #expect(outcome.states.allSatisfy { $0 == .standing })
        // Where no level is ever warranted there is no order to wait for.
        #expect(outcome["authorize_min"] == nil)
        #expect(outcome["people_called"] == nil)
    }
}
