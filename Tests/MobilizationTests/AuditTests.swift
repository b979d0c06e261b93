import DenseTables
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct AuditTests {
    @Test func `every law holds in random towns under random plans`() throws {
        for number in 0..<80 as Range<UInt64> {
            let town = RandomTown.make(number)
            let world = try town.world()
            for replication in 0..<2 as Range<UInt32> {
                let record = simulate(world, random: RandomStream(seed: number, replication: replication))
                #expect(record.breach == nil, "town \(number), replication \(replication)")
            }
        }
    }

    @Test func `every law holds where roads close and reopen, whatever people do about it`() throws {
        var (detours, islands) = (0.0, 0.0)
        for number in 0..<200 as Range<UInt64> {
            let world = try RandomTown.makeWithClosures(number).world()
            let record = simulate(world, random: RandomStream(seed: number, replication: 0))
            #expect(record.breach == nil, "town \(number)")
            detours += Measures.index(of: "detours").flatMap { record.measures[$0] } ?? 0
            islands += Measures.index(of: "grids_cut_off").flatMap { record.measures[$0] } ?? 0
        }
        #expect(detours > 100 && islands > 20, "\(detours) detours, \(islands) islands")
    }

    @Test func `random towns have some of everything, so that laws are put to the test`() throws {
        var seen: [String: Int] = [:]
        for number in 0..<40 as Range<UInt64> {
            let outcome = try RandomTown.make(number).outcome()
            seen["declined", default: 0] += outcome.states.count { $0 == .declined }
            seen["finished", default: 0] += outcome.taskStates.count { $0 == .done }
            seen["joint", default: 0] += outcome.tasks.count { $0.started >= 0 && $0.department.arrived >= 0 }
            seen["late", default: 0] += outcome.tasks.count(where: \.isLate)
            seen["branches", default: 0] += outcome.branches
            seen["last resort", default: 0] += outcome.tasks.count(where: \.lastResort)
            seen["under strength", default: 0] += outcome.teams.indices.count {
                outcome.teams[$0].ready >= 0 && outcome.teams[$0].strength < outcome.world.teams[$0].minimum
            }
        }
        #expect(seen.count == 7)
        for (what, count) in seen { #expect(count >= 5, "\(what)") }
    }
}
