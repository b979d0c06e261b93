import DenseTables
import Organization
import Places
import RandomStreams
import Testing

@testable import Mobilization

/// What nobody took in time falls to the community, 社区兜底.
@Suite struct LastResortTests {
    @Test func `a crew of last resort that cannot reach one of the tasks left to it takes the next`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.person(community, home: town.point(45 * 60))
        town.grid(under: community, at: town.point(600), lowHouseholds: 1)
        town.grid(under: community, lowHouseholds: 1)
        town.demand(.warn)
        town.team("crew") { $0.duty = .lastResort }
        town.plan.dispatch.lastResortAfter = at(30)
        town.incident.weather[2] = 0
        let tasks = try town.outcome().tasks
        // Both were left to it at 30, no car drives to the first; it is there at 45.
        #expect(tasks.map(\.started) == [-1, at(45)])
    }

    /// One task at time 0, a crew of last resort, and a team that comes after `late` minutes, if at all.
    private func lastResort(after: Int64?, crew: Int64?, team late: Int64?) -> SmallTown {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.grid(under: community, lowHouseholds: 1)
        town.demand(.warn)
        if let crew {
            town.person(community, as: .communityWorker, home: town.point(Double(crew) * 60))
        }
        if let late { town.person(community, home: town.point(Double(late) * 60)) }
        town.team("crew") { ($0.from, $0.duty) = (.init(.communityWorker), .lastResort) }
        town.team("team") { $0.duty = .tasks(TaskKindSet([.warn])) }
        town.plan.dispatch.lastResortAfter = after.map { at($0) }
        return town
    }

    @Test func `what nobody took in time falls to the community's crew, then and not before`() throws {
        // After; the crew is there at; the team at; who takes it when; whether it fell to the community.
        let cases: [(Int64?, Int64?, Int64?, Int32, Int64, Bool)] = [
            (60, 10, nil, 0, 60, true), (60, 10, 90, 0, 60, true), (60, 10, 59, 1, 59, false),
            (60, 80, nil, 0, 80, true), (60, 80, 70, 1, 70, true), (nil, 10, 300, 1, 300, false),
            (60, nil, 300, 1, 300, true), (nil, 10, nil, -1, -1, false),
        ]
        for (after, crew, late, team, minute, fell) in cases {
            let outcome = try lastResort(after: after, crew: crew, team: late).outcome()
            let task = outcome.tasks[0]
            #expect(task.main.team.raw == team)
            #expect(task.main.assigned == (minute < 0 ? -1 : at(minute)))
            #expect(task.lastResort == fell)
            #expect(outcome["unclaimed_needs"] == (fell ? 1 : 0))
            #expect(outcome.record.breach == nil)
        }
    }

    @Test func `the crew works off what was left to it, one after the other`() throws {
        var town = lastResort(after: 30, crew: 0, team: nil)
        for _ in 0..<3 { town.grid(under: OrganizationNodeID(2), lowHouseholds: 1) }
        town.plan.fieldWork.door = .minutes(25)
        let tasks = try town.outcome().tasks
        #expect(tasks.map(\.started) == [at(30), at(55), at(80), at(105)])
        #expect(tasks.allSatisfy { $0.lastResort })
    }

    @Test func `each community has a crew of its own`() throws {
        var town = lastResort(after: 30, crew: 0, team: nil)
        let other = town.node(.community, under: OrganizationNodeID(1))
        town.grid(under: other, lowHouseholds: 1)
        #expect(try town.outcome().taskStates == [.done, .open])
        town.person(other, as: .communityWorker)
        #expect(try town.outcome().taskStates == [.done, .done])
    }
}
