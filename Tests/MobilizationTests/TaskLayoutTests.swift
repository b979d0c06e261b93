import DenseTables
import Organization
import Places
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct TaskLayoutTests {
    @Test func `a grid's need is cut into batches of nearly equal size that add up to it`() throws {
        var dice = Dice(1)
        for _ in 0..<40 {
            let (households, residents) = (dice.number(0...200), dice.number(0...9))
            let (batch, other) = (dice.number(1...60), dice.number(1...4))
            var town = SmallTown()
            let grid = town.grid(
                under: town.streetAndCommunity().community, lowHouseholds: households,
                lowResidentsNeedingHelp: residents)
            town.demand(.warn, batch: batch, priority: 2)
            town.demand(.transfer, level: .ii, batch: other)
            let tasks = try town.world().tasks
            for (kind, amount, batch) in [(TaskKind.warn, households, batch), (.transfer, residents, other)] {
                let sizes = tasks.filter { $0.kind == kind }.map(\.amount)
                #expect(sizes.reduce(0, +) == amount)
                #expect(sizes.count == (amount + batch - 1) / batch)
                #expect((sizes.max() ?? 0) <= batch)
                #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
            }
            #expect(tasks.allSatisfy { $0.node == grid && $0.grid == GridID(0) && $0.owner == OrganizationNodeID(2) })
            #expect(tasks.allSatisfy { $0.level == ($0.kind == .warn ? .iv : .ii) })
            #expect(tasks.allSatisfy { $0.priority == ($0.kind == .warn ? 2 : 1) })
            #expect(Set(tasks.map(\.key)).count == tasks.count)
        }
    }

    @Test func `what the incident does not ask for is not there`() throws {
        var town = SmallTown()
        town.grid(under: town.streetAndCommunity().community, lowHouseholds: 9, lowResidentsNeedingHelp: 9)
        #expect(try town.world().tasks.isEmpty)
        town.demand(.transfer)
        #expect(try town.world().tasks.map(\.kind) == [.transfer])
    }

    @Test func `every post has one team and one task, opened by its community`() throws {
        var town = SmallTown()
        town.departments(2)
        let (street, community) = town.streetAndCommunity()
        let (grid, gate) = (town.grid(under: community), town.node(.compound, under: community))
        town.person(gate)
        for (code, level) in [("s", OrganizationLevel.street), ("c", .community), ("g", .grid), ("k", .compound)] {
            town.team(code) { ($0.formedAt, $0.level, $0.departments) = (level, .iii, level == .grid ? [1, 0] : []) }
        }
        town.team("tasks") { $0.duty = .tasks(TaskKindSet([.warn])) }
        let world = try town.world()
        #expect(world.tasks.map(\.kind) == [.post, .post, .post, .post])
        #expect(world.tasks.map(\.node) == [street, community, grid, gate])
        #expect(world.tasks.map(\.owner) == [street, community, community, community])
        #expect(world.tasks.map(\.grid) == [.none, .none, GridID(0), .none])
        #expect(world.tasks.allSatisfy { $0.level == .iii && $0.amount == 1 })
        #expect(world.tasks.indices.map { world.departments(of: TaskID($0)) } == [[], [], [1, 0], []])
        for (index, task) in world.tasks.enumerated() {
            #expect(world.teams[task.postTeam.index].postTask == TaskID(index))
            #expect(world.teams[task.postTeam.index].node == task.node)
        }
        #expect(world.teams.count { !$0.postTask.exists } == 1)
    }
}
