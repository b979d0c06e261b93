import DenseTables
import Organization
import Places
import RandomStreams
import Testing

@testable import Mobilization

/// The switches of the `command` group: neutral where they should be, and never the wrong way round.
@Suite struct CommandPlanTests {
    /// A random town with one department, which is all that tasks ever ask for.
    private func oneDepartment(_ number: UInt64) -> SmallTown {
        var town = RandomTown.make(number)
        town.departments(1)
        for person in town.place.people.indices { town.place.people[person].department = 0 }
        town.incident.warn.departments = [0]
        town.incident.transfer.departments = [0]
        for kind in town.plan.teams.kinds.indices where !town.plan.teams.kinds[kind].departments.isEmpty {
            town.plan.teams.kinds[kind].departments = [0]
        }
        return town
    }

    private func expectSame(_ one: SmallTown, _ other: SmallTown, _ number: UInt64) throws {
        let (first, second) = (try one.outcome(seed: number), try other.outcome(seed: number))
        #expect(first.record.measures == second.record.measures)
        #expect(first.journeys == second.journeys)
        #expect(first.record.events == second.record.events)
    }

    // MARK: Unified command

    @Test func `one commander over one department changes nothing at all`() throws {
        var joint = 0
        for number in 0..<25 as Range<UInt64> {
            var town = oneDepartment(number)
            town.plan.command.unifiedCommand = false
            var unified = town
            unified.plan.command.unifiedCommand = true
            try expectSame(town, unified, number)
            joint += try town.outcome(seed: number).tasks.count { $0.department.arrived >= 0 }
        }
        #expect(joint > 20)
    }

    /// Streets with a joint task each, whose parties come at times of their own.
    private func joint(asks departments: Int, handOff minutes: Double) -> SmallTown {
        var dice = Dice(5)
        var town = SmallTown()
        town.departments(4)
        for _ in 0..<12 {
            let (street, community) = town.streetAndCommunity()
            town.person(community, home: town.point(Double(dice.number(0...120) * 60)))
            town.person(street, as: .departmentOfficer, home: town.point(Double(dice.number(0...120) * 60)))
            town.grid(under: community, lowResidentsNeedingHelp: 1)
        }
        town.demand(.transfer, departments: Array(0..<departments))
        town.team("team") { $0.duty = .tasks(TaskKindSet([.transfer])) }
        town.team("department") { ($0.formedAt, $0.from, $0.duty) = (.street, .init(.departmentOfficer), .joins) }
        town.plan.command.handOff = .minutes(minutes)
        return town
    }

    @Test func `what one commander saves is nothing without hand-offs and grows with their length`() throws {
        for departments in 1...4 {
            var saved: [Int64] = []
            for minutes in stride(from: 0.0, through: 90, by: 15) {
                var town = joint(asks: departments, handOff: minutes)
                let before = try town.outcome().tasks.map(\.started)
                town.plan.command.unifiedCommand = true
                let after = try town.outcome().tasks.map(\.started)
                #expect(before.allSatisfy { $0 >= 0 } && zip(before, after).allSatisfy { $0 >= $1 })
                saved.append(zip(before, after).reduce(0) { $0 + $1.0 - $1.1 })
            }
            #expect(saved[0] == 0)
            #expect(saved == saved.sorted())
            #expect((saved.last ?? 0 > 0) == (departments > 1))
        }
    }

    // MARK: Agreements made beforehand

    @Test func `agreements made beforehand are hand-offs of their own length, and nothing else`() throws {
        for number in 0..<15 as Range<UInt64> {
            var town = RandomTown.make(number)
            town.plan.command.preAuthorized = true
            var same = town
            same.plan.command.preAuthorized = false
            same.plan.command.handOff = town.plan.command.handOffPreAuthorized
            try expectSame(town, same, number)
        }
    }

    @Test func `agreements change nothing where no department is asked, and never delay anybody's agreeing`() throws {
        for number in 0..<15 as Range<UInt64> {
            var town = RandomTown.make(number)
            town.plan.command.handOffPreAuthorized = town.plan.command.handOff.scaled(by: 0.5)
            // A branch shortens only what is asked for after it, so haste could cost its help.
            town.plan.teams.branchHandOffFactor = 1
            var agreed = town
            (town.plan.command.preAuthorized, agreed.plan.command.preAuthorized) = (false, true)
            let (before, after) = (try town.outcome(), try agreed.outcome())
            for (slow, quick) in zip(before.tasks, after.tasks) where slow.agreed >= 0 && quick.agreed >= 0 {
                #expect(quick.agreed <= slow.agreed)
            }
            town.incident.warn.departments = []
            town.incident.transfer.departments = []
            for kind in town.plan.teams.kinds.indices { town.plan.teams.kinds[kind].departments = [] }
            agreed = town
            agreed.plan.command.preAuthorized = true
            try expectSame(town, agreed, number)
        }
    }

    // MARK: Skipping levels

    @Test func `skipping streets that take no time changes nothing`() throws {
        for number in 0..<15 as Range<UInt64> {
            var town = RandomTown.make(number)
            town.plan.command.street = CommandPlan.Hop()
            // The call to communities then comes from the district: another desk, another length, unless it is fixed.
            town.plan.command.community.relay = .minutes(4)
            town.plan.command.missedOrder = 0
            town.plan.command.skipLevel = false
            var skipping = town
            skipping.plan.command.skipLevel = true
            let (before, after) = (try town.outcome(), try skipping.outcome())
            #expect(before.journeys == after.journeys)
            #expect(before.record.measures == after.record.measures)
        }
    }
}
