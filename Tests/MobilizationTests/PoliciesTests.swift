import Dispatching
import Organization
import Testing

@testable import Mobilization

/// The policies of the desk other than the usual one, in whole runs.
@Suite struct PoliciesTests {
    /// One team that is free at minute 100 and stands so many meters away from one household, which is warned from minute `opened` on.
    private func town(meters: Double, opened: Int64) -> SmallTown {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        let away = town.grid(under: community, at: town.point(meters))
        town.person(away, as: .gridWorker, home: town.point(6000 - meters))
        town.team("team") {
            ($0.formedAt, $0.from, $0.duty) = (.grid, .init(.gridWorker), .tasks(TaskKindSet([.warn])))
        }
        town.grid(under: community, lowHouseholds: 1)
        town.demand(.warn, level: .iii)
        town.signals([(.iv, 0), (.iii, opened)])
        return town
    }

    @Test func `in a batch a task is served at the next decision, whatever the interval`() throws {
        for (minutes, served) in [(1, 203), (5, 205), (10, 210), (30, 210), (60, 240)] as [(Int64, Int64)] {
            var town = town(meters: 600, opened: 203)
            town.plan.dispatch.policy = BatchByRegret(interval: at(minutes))
            let task = try town.outcome().tasks[0]
            #expect(task.main.assigned == at(served) && task.main.arrived == at(served + 1))
        }
    }

    @Test func `a far team waits until the window for claims is over, a near one claims at once`() throws {
        // Three kilometers take five minutes.
        for (window, reach, served) in [(10, 4, 213), (30, 4, 233), (10, 5, 203), (0, 0, 203)]
            as [(Int64, Int64, Int64)]
        {
            var town = town(meters: 3000, opened: 203)
            town.plan.dispatch.policy = ClaimWindow(window: at(window), reach: at(reach))
            let task = try town.outcome().tasks[0]
            #expect(task.main.assigned == at(served) && task.main.arrived == at(served + 5), "\(window), \(reach)")
        }
    }

    @Test func `every law holds under every policy, and each of them pairs in a way of its own`() throws {
        var parties: [String: Int] = [:]
        var differs: [String: Int] = [:]
        for number in 0..<30 as Range<UInt64> {
            let usual = try RandomTown.make(number).outcome(seed: number)
            let policies: [any DispatchPolicy] = [
                BatchByRegret(interval: at(7)), ClaimWindow(window: at(9), reach: at(2)),
                BatchByRegret(interval: at(1)), ClaimWindow(window: 0, reach: 0),
            ]
            for policy in policies {
                for var town in [RandomTown.make(number), RandomTown.makeWithClosures(number)] {
                    town.plan.dispatch.policy = policy
                    let outcome = try town.outcome(seed: number)
                    #expect(outcome.record.breach == nil, "\(policy) in town \(number)")
                    let name = type(of: policy).name
                    parties[name, default: 0] += outcome.tasks.count { $0.main.arrived >= 0 }
                    if outcome.tasks.map(\.main.assigned) != usual.tasks.map(\.main.assigned) {
                        differs[name, default: 0] += 1
                    }
                }
            }
        }
        for name in ["batch", "claim"] { #expect((parties[name] ?? 0) > 500 && (differs[name] ?? 0) > 20) }
    }
}
