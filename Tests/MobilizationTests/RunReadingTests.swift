import DenseTables
import Organization
import Places
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct RunReadingTests {
    @Test func `a grid's time is the wait that four fifths of its needs did not exceed`() throws {
        var decided = 0
        for number in 0..<60 as Range<UInt64> {
            let outcome = try RandomTown.make(number).outcome()
            let detail = try #require(outcome.record.detail)
            #expect(outcome.record.grids.count == outcome.world.ground.place.grids.count)
            for (index, grid) in outcome.record.grids.enumerated() {
                let needs = detail.tasks.filter { $0.record.grid == GridID(index) && $0.state != .absent }
                let late = needs.filter { $0.record.kind == .warn && $0.story.isLate }
                #expect(grid.lateHouseholds == late.reduce(0) { $0 + $1.record.amount })
                if needs.isEmpty {
                    #expect(grid.minutes == nil && grid.slowest == nil)
                    continue
                }
                func wait(_ task: RunDetail.Task) -> Int64 { task.story.started - task.story.appeared }
                let begun = needs.filter { $0.story.started >= 0 }
                // The least wait that four of five needs did not exceed.
                let waits = begun.map { wait($0) }.filter { limit in
                    begun.count { wait($0) <= limit } * 5 >= needs.count * 4
                }
                guard let limit = waits.min() else {
                    #expect(grid.minutes == .infinity && grid.slowest == nil)
                    continue
                }
                decided += 1
                #expect(grid.minutes == Double(limit) / 60_000)
                // Of several needs that waited equally long one was taken; the stage is its longest.
                let slowest = begun.filter { wait($0) == limit }.compactMap(\.stages).map { stages in
                    stages.dropLast().indices.first { stages[$0] == stages.dropLast().max() }
                }
                #expect(slowest.contains(grid.slowest?.rawValue))
            }
        }
        #expect(decided > 20)
    }

    @Test func `the detailed rows are those of the books`() throws {
        for number in 0..<10 as Range<UInt64> {
            let outcome = try RandomTown.make(number).outcome()
            let (world, detail) = (outcome.world, try #require(outcome.record.detail))
            func seconds(_ time: Int64) -> Double? { time < 0 ? nil : Double(time) / 1000 }
            #expect(detail.units.count == world.organization.nodes.count)
            for (index, unit) in detail.units.enumerated() {
                let node = OrganizationNodeID(index)
                let roster = (0..<world.people.count).map { PersonID($0) }.filter {
                    world.people.callingNode[$0] == node && !world.people.traits[$0].contains(.unlisted)
                }
                #expect(unit.node == node)
                #expect(unit.acted == ResponseLevel.ordered.map { seconds(outcome.acted(node, $0)) })
                #expect(unit.converted == seconds(outcome.converted[node.index]))
                #expect(unit.state == outcome.organizations[index])
                #expect(unit.roster == roster.count)
                #expect(unit.reached == roster.count { outcome.reached($0) != nil })
                #expect(unit.checkedIn == roster.count { outcome.checkedIn($0) != nil })
            }
            #expect(detail.teams.map(\.opened) == outcome.teams.map { seconds($0.opened) })
            #expect(detail.teams.map(\.enough) == outcome.teams.map { seconds($0.enough) })
            #expect(detail.teams.map(\.ready) == outcome.teams.map { seconds($0.ready) })
            #expect(detail.teams.map(\.strength) == outcome.members.map(\.count))
            #expect(detail.teams.map(\.state) == outcome.teamStates)
            #expect(detail.tasks.map(\.state) == outcome.taskStates)
            for (index, team) in detail.teams.enumerated() {
                let finished = outcome.tasks.count { story in
                    story.main.team.index == index && story.ended >= 0
                        || story.department.team.index == index && story.started >= 0 && isReleased(story, outcome)
                }
                #expect(team.finished == finished, "team \(index) of town \(number)")
            }
        }
    }

    /// Whether the department's team of a begun task has left it: with the end of a task, or once a post was open.
    private func isReleased(_ story: Outcome.Told, _ outcome: Outcome) -> Bool {
        if story.ended >= 0 { return true }
        let isAway = outcome.tasks.contains {
            $0.department.team == story.department.team && $0.department.assigned > story.started
        }
        return isAway || outcome.teamStates[story.department.team.index] == .ready
    }

    @Test func `details are left out unless asked for`() throws {
        let world = try RandomTown.make(3).world()
        let random = RandomStream(seed: 1, replication: 0)
        let (plain, detailed) = (
            simulate(world, random: random), simulate(world, random: random, RunOptions(detailed: true))
        )
        #expect(plain.detail == nil)
        #expect(detailed.detail != nil)
        #expect(plain.measures == detailed.measures)
    }
}
