import DenseTables
import EventKernel
import Foundation
import Organization
import RandomStreams
import Testing

@testable import Mobilization

/// The reference street, worked by hand.
///
/// All times are minutes:seconds from the first signal.
///
/// **Command.** The signal of level II at 0. Noticed 2:00, verified 5:00, decided 25:00, ordered 26:00. The street has the
/// order at 31:00 and acts at 35:00; the community at 38:00 and 40:00; the grids at 41:00 and 42:00. They have converted
/// 6, 5 and 3 minutes after acting: street 41:00, community and grids 45:00. Teams open then; so do the community's tasks.
///
/// **Call-out of the community.** The list has leaders first: 1 w1, 2 m1, 3 m2, 4 m3, 5 w2, 6 m4, 7 m5, 8 m6, 9 m7. With a span
/// of 2 the office rings 1 and 2, number p rings 2p+1 and 2p+2. A call takes 1:00, answered or not; m2's number is stale.
///
///     office  40:00  w1 41:00   m1 42:00
///     w1      41:00  m2 42:00 no, 43:00 no; takes over m2's calls: m5 44:00, m6 45:00; then m3 46:00
///     m1      42:00  w2 43:00   m4 44:00
///     m3      46:00  m7 47:00
///
/// **Muster.** Everybody decides in 0:30, is ready 5:00 later, and walks at 1 m/s (north 300 m, east 600 m, west 150 m).
/// One desk, 1:00 each, first come first served.
///
///            reached  says yes  ready   arrives  at desk  checked in
///     w1     41:00    41:30     46:30   46:30    46:30    47:30
///     w2     43:00    43:30     48:30   48:30    48:30    49:30
///     m1     42:00    42:30     47:30   52:30    52:30    53:30
///     m4     44:00    44:30     49:30   54:30    54:30    55:30
///     m7     47:00    47:30     52:30   55:00    55:30    56:30   (waits 0:30)
///     m6     45:00    45:30     50:30   55:30    56:30    57:30   (waits 1:00)
///     m3     46:00    46:30     51:30   56:30    57:30    58:30   (waits 1:00)
///     m5     44:00    44:30     49:30   59:30    59:30    60:30
///
/// **Forming.** 4:00 and a briefing of 6:00 once there are enough. Duty: w1 at 47:30, ready 57:30. Crew of last resort: w2 at
/// 49:30, ready 59:30. Task force: m1, m4, m7 at 56:30 (m1 leads), ready 66:30; its three full members ask for a temporary
/// branch, approved at 86:30. Volunteer team: m6, m3, m5 at 60:30 (m3 leads), ready 70:30.
///
/// **Grids.** The office rings the one grid worker: reached 43:00, yes 43:30, ready and there 48:30, no desk; ready as a team
/// and on post at 58:30 in all three grids.
///
/// **Departments.** The street's office rings from 35:00: p1 36:00, p2 37:00; p1 rings f1 37:00 and f2 38:00. Ready at 41:30,
/// 42:30, 42:30, 43:30; the fire officers walk 90 m. Checked in at 42:30, 43:30, 45:00, 46:00. Police team ready 53:30, fire
/// team 56:00.
///
/// **Doors.** The warning of ten households waits from 45:00 for the volunteer team, which leaves at 70:30, drives 500 m in
/// 0:50 and begins at 71:20. Ten doors of 1:00 and ten talks of 2:00 are 30 minutes' work for three people, 10:00; the
/// last household is out 5:00 later: done at 86:20, before the water at 120:00.
///
/// **Transfer.** The task force leaves at 66:30 and is there at 67:20. The departments are asked one after the other: police
/// 75:00, fire 105:00. The police team, free longest, drives 1,500 m in 2:30: 107:30. 25 minutes later, at 132:30, the resident
/// is out, 12:30 too late. Under a street chief one request is enough: agreed 75:00, there 77:30, out at 102:30.
@Suite struct ReferenceStreetTests {
    private func run(variant: Int = 0) throws -> RunRecord {
        let scenario = try TestScenarios.load("reference-street")
        let world = try TestScenarios.world(scenario, variant: variant)
        return simulate(world, random: RandomStream(seed: 1, replication: 0), RunOptions(detailed: true))
    }

    private func value(_ name: String, _ record: RunRecord) throws -> Double? {
        try record.measures[#require(Measures.index(of: name))]
    }

    private func task(_ kind: TaskKind, _ record: RunRecord) throws -> RunDetail.Task {
        try #require(record.detail?.tasks.first { $0.record.kind == kind })
    }

    @Test func `orders reach every organization at the minute worked out by hand`() throws {
        let units = try #require(run().detail?.units)
        let acted = units.map { $0.acted[2] }
        #expect(acted == [26, 35, 40, 42, 42, 42].map { $0 * 60 })
        #expect(units.map(\.converted) == [36, 41, 45, 45, 45, 45].map { $0 * 60 })
    }

    @Test func `every person is called, comes and checks in at the minute worked out by hand`() throws {
        let scenario = try TestScenarios.load("reference-street")
        let world = try TestScenarios.world(scenario)
        var simulation = Simulation(Run(world: world, random: RandomStream(seed: 1, replication: 0)))
        simulation.run(until: SimulationTime(milliseconds: world.horizon))
        // Called, reached, yes, ready, arrived, checked in, in the order of the file; m2 is never reached.
        let expected: [[Int64]?] = [
            [at(40), at(41), at(41, 30), at(46, 30), at(46, 30), at(47, 30)],
            [at(40), at(43), at(43, 30), at(48, 30), at(48, 30), at(49, 30)],
            [at(40), at(42), at(42, 30), at(47, 30), at(52, 30), at(53, 30)],
            nil,
            [at(40), at(46), at(46, 30), at(51, 30), at(56, 30), at(58, 30)],
            [at(40), at(44), at(44, 30), at(49, 30), at(54, 30), at(55, 30)],
            [at(40), at(44), at(44, 30), at(49, 30), at(59, 30), at(60, 30)],
            [at(40), at(45), at(45, 30), at(50, 30), at(55, 30), at(57, 30)],
            [at(40), at(47), at(47, 30), at(52, 30), at(55), at(56, 30)],
            [at(42), at(43), at(43, 30), at(48, 30), at(48, 30), at(48, 30)],
            [at(42), at(43), at(43, 30), at(48, 30), at(48, 30), at(48, 30)],
            [at(42), at(43), at(43, 30), at(48, 30), at(48, 30), at(48, 30)],
            [at(35), at(36), at(36, 30), at(41, 30), at(41, 30), at(42, 30)],
            [at(35), at(37), at(37, 30), at(42, 30), at(42, 30), at(43, 30)],
            [at(35), at(37), at(37, 30), at(42, 30), at(44), at(45)],
            [at(35), at(38), at(38, 30), at(43, 30), at(45), at(46)],
        ]
        for (index, times) in expected.enumerated() {
            let person = PersonID(index)
            guard let times else {
                #expect(simulation.model.books.state(of: person) == .called)
                continue
            }
            let turnout = simulation.model.books.turnouts.latest(of: person)
            #expect(simulation.model.books.turnouts.times(turnout) == times, "person \(index)")
        }
        #expect(simulation.model.callOut.calls == 10 + 3 + 4)
    }

    @Test func `teams are ready at the minute worked out by hand`() throws {
        let record = try run()
        let teams = try #require(record.detail?.teams)
        // By organization: police, fire, duty, crew, task force, volunteers, the three grids.
        let minutes: [Double] = [53.5, 56, 57.5, 59.5, 66.5, 70.5, 58.5, 58.5, 58.5]
        #expect(teams.map(\.ready) == minutes.map { $0 * 60 })
        #expect(try value("temporary_branches", record) == 1)
        #expect(try value("task_forces", record) == 1)
        #expect(try value("volunteer_teams", record) == 1)
    }

    @Test func `posts, first team and shares of posts follow`() throws {
        let record = try run()
        #expect(try value("authorize_min", record) == 26)
        #expect(try value("first_team_min", record) == 57.5 - 26)
        // Four posts: 57:30, then three at 58:30.
        #expect(try value("t50_min", record) == 58.5 - 26)
        #expect(try value("t80_min", record) == 58.5 - 26)
        #expect(try value("t80_from_signal_min", record) == 58.5)
        #expect(try value("t80_reached", record) == 1)
    }

    @Test func `the warning is done before the water`() throws {
        let warning = try task(.warn, run())
        #expect(warning.story.appeared == 0)
        #expect(warning.story.opened == at(45))
        #expect(warning.main.assigned == at(70, 30))
        #expect(warning.story.started == at(71, 20))
        #expect(warning.story.ended == at(86, 20))
        #expect(warning.story.deadline == at(120))
        #expect(!warning.story.isLate)
        // Along m5, the last of the volunteers: detect, verify, decide, order, notify, answer, prepare, travel, check-in, form,
        // queue, approach, work.
        let stages = [
            at(2), at(3), at(20), at(15), at(4), at(0, 30), at(5), at(10), at(1), at(10), 0, at(0, 50), at(15),
        ]
        #expect(warning.stages == stages)
    }

    @Test func `without a street chief the transfer comes too late, with one in time`() throws {
        let asIs = try run()
        let late = try task(.transfer, asIs)
        #expect(late.main.arrived == at(67, 20))
        #expect(late.story.agreed == at(105))
        #expect(late.story.started == at(107, 30))
        #expect(late.story.ended == at(132, 30))
        #expect(late.story.isLate)
        #expect(late.story.handOffs == 2)
        #expect(try value("deadline_missed", asIs) == 0.5)
        #expect(try value("whistle_to_arrival_min", asIs) == 107.5 - 45)

        let chief = try run(variant: 1)
        let inTime = try task(.transfer, chief)
        #expect(inTime.story.agreed == at(75))
        #expect(inTime.story.started == at(77, 30))
        #expect(inTime.story.ended == at(102, 30))
        #expect(!inTime.story.isLate)
        #expect(inTime.story.handOffs == 1)
        #expect(try value("deadline_missed", chief) == 0)
    }

    @Test func `fifteen of sixteen are reached, and names on two lists count twice`() throws {
        let record = try run()
        #expect(try value("roster_names", record) == 23)
        #expect(try value("roster_people", record) == 16)
        #expect(try value("people_called", record) == 16)
        #expect(try value("people_reached", record) == 15)
        #expect(try value("people_arrived", record) == 15)
        // Duty 1, grids 3, task force 3, volunteers 3, police 2; the crew of last resort and the fire team stay ready.
        #expect(try value("people_turned_out", record) == 12)
    }

    @Test func `the audit finds nothing`() throws {
        #expect(try run().breach == nil)
        #expect(try run(variant: 1).breach == nil)
    }
}
