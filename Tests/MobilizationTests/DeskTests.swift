import DenseTables
import Organization
import Places
import RandomStreams
import Testing
import Words

@testable import Mobilization

@Suite struct DeskTests {
    // MARK: Tasks seek teams

    /// A grid at the end of each road, with a team of one grid worker who lives `late` minutes away on foot.
    private func teams(
        _ town: inout SmallTown, under community: OrganizationNodeID, at meters: [Double], late: [Int64]
    ) {
        for (meters, minutes) in zip(meters, late) {
            let grid = town.grid(under: community, at: town.point(meters))
            // The way from home leads over the center.
            town.person(grid, as: .gridWorker, home: town.point(max(Double(minutes) * 60 - meters, 0)))
        }
        guard town.plan.teams.kinds.isEmpty else { return }
        town.team("team") {
            ($0.formedAt, $0.from, $0.duty) = (.grid, .init(.gridWorker), .tasks(TaskKindSet([.warn, .transfer])))
        }
    }

    @Test func `a post team that is ready in the instant its post opens is sent once`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        let grid = town.grid(under: community)
        town.person(grid, as: .gridWorker)
        town.plan.conversion[.community].from = .iv
        town.plan.conversion[.community].time = .minutes(20)
        town.team("lead") { ($0.formedAt, $0.from) = (.grid, .init(.gridWorker)) }
        town.plan.teams.form = .minutes(20)
        let outcome = try town.outcome()
        #expect(outcome.record.breach == nil)
    }

    @Test func `a task gets the nearest free team, among equally near ones the one free longest`() throws {
        var dice = Dice(1)
        for round in 0..<40 {
            var town = SmallTown()
            let (_, community) = town.streetAndCommunity()
            let count = dice.number(1...6)
            let meters = (0..<count).map { _ in Double(dice.number(1...4) * 600) }
            let late = Array(100..<Int64(100 + count)).shuffled(using: &dice)
            teams(&town, under: community, at: meters, late: late)
            // A nearer team of the next street is sent only where the whole district helps.
            let neighbor = town.node(.community, under: town.node(.street))
            teams(&town, under: neighbor, at: [1], late: [50])
            town.plan.dispatch.area = round % 2 == 0 ? .street : .district
            town.grid(under: community, at: town.point(300), lowHouseholds: 1)
            town.demand(.warn, level: .iii)
            town.signals([(.iv, 0), (.iii, 200)])
            let outcome = try town.outcome()
            let nearest = meters.indices.min { (meters[$0], late[$0]) < (meters[$1], late[$1]) } ?? 0
            let best = round % 2 == 0 ? nearest : count
            let task = outcome.tasks[0]
            #expect(task.main.team.index == best)
            #expect(task.main.assigned == at(200))
            #expect(task.started == at(200) + Int64((best == count ? 1 : meters[best]) + 300) * 100)
        }
    }

    @Test func `a team takes only the kinds of task it is for`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.people(2, community)
        town.grid(under: community, lowHouseholds: 1, lowResidentsNeedingHelp: 1)
        town.demand(.warn)
        town.demand(.transfer)
        town.team("doors") { $0.duty = .tasks(TaskKindSet([.warn])) }
        #expect(try town.outcome().taskStates == [.done, .open])
        town.team("carriers") { $0.duty = .tasks(TaskKindSet([.transfer])) }
        let outcome = try town.outcome()
        #expect(outcome.taskStates == [.done, .done])
        #expect(outcome.tasks.map(\.main.team.raw) == [0, 1])
    }

    // MARK: Teams seek tasks

    @Test func `a team that comes free takes the most urgent task, then the one due first, then the nearest`() throws {
        var dice = Dice(2)
        for _ in 0..<25 {
            var town = SmallTown()
            let (_, community) = town.streetAndCommunity()
            town.person(community, home: town.point(600))
            var waiting: [(priority: Int, deadline: Int64, meters: Int, task: Int)] = []
            let grids = dice.number(2...6)
            let priorities = [dice.number(1...3), dice.number(1...3)]
            var transfers: [(Int, Int64, Int)] = []
            for _ in 0..<grids {
                // In meters above the river, which rises a meter an hour; some homes stay dry.
                let height = dice.happens(0.3) ? .infinity : Double(dice.number(1...4))
                let meters = dice.number(0...3) * 100 + 1
                town.grid(
                    under: community, at: town.point(Double(meters)), lowHouseholds: 1, lowResidentsNeedingHelp: 1,
                    lowestHomes: height)
                let deadline = height.isFinite ? at(Int64(height) * 60) : .max
                waiting.append((priorities[0], deadline, meters, waiting.count * 2))
                transfers.append((priorities[1], deadline, meters))
            }
            town.incident.river = [.init(at: 0, height: 0), .init(at: at(600), height: 10)]
            town.demand(.warn, priority: priorities[0])
            town.demand(.transfer, priority: priorities[1])
            town.team("team") { $0.duty = .tasks(TaskKindSet([.warn, .transfer])) }
            let outcome = try town.outcome()
            // Tasks lie grid by grid: its doors, then its residents.
            waiting = waiting.enumerated().flatMap { grid, warning in
                let other = transfers[grid]
                return [warning, (other.0, other.1, other.2, grid * 2 + 1)]
            }
            var place: Int?
            var order: [Int] = []
            while !waiting.isEmpty {
                // From one spoke to another the way leads over the center.
                func way(_ task: (priority: Int, deadline: Int64, meters: Int, task: Int)) -> Int {
                    place == task.task / 2 ? 0 : task.meters
                }
                let next =
                    waiting.indices.min {
                        let (one, other) = (waiting[$0], waiting[$1])
                        return (one.priority, one.deadline, way(one), one.task)
                            < (other.priority, other.deadline, way(other), other.task)
                    } ?? 0
                order.append(waiting[next].task)
                place = waiting[next].task / 2
                waiting.remove(at: next)
            }
            #expect(outcome.tasks.allSatisfy { $0.ended >= 0 })
            let served = outcome.tasks.indices.sorted {
                (outcome.tasks[$0].main.assigned, outcome.tasks[$0].ended)
                    < (outcome.tasks[$1].main.assigned, outcome.tasks[$1].ended)
            }
            let (kinds, grid) = (outcome.world.tasks.map(\.kind), outcome.world.tasks.map(\.grid))
            #expect(kinds == (0..<grids * 2).map { $0 % 2 == 0 ? .warn : .transfer })
            #expect(grid == (0..<grids * 2).map { GridID($0 / 2) })
            // Tasks served at once, one after the other, carry equal times; compare those that took time in between.
            #expect(
                served.map { outcome.tasks[$0].main.assigned } == order.map { outcome.tasks[$0].main.assigned })
        }
    }

    @Test func `doors that can still be warned in time come before those under water`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.person(community, home: town.point(60 * 100))
        for height in [1.0, 1.5, 2, 3] { town.grid(under: community, lowHouseholds: 1, lowestHomes: height) }
        town.incident.river = [.init(at: 0, height: 0), .init(at: at(600), height: 10)]
        town.demand(.warn)
        town.team("team") { $0.duty = .tasks(TaskKindSet([.warn])) }
        town.plan.fieldWork.door = .minutes(15)
        // There at 100, when two grids are under water; the others are due at 120 and 180.
        let outcome = try town.outcome()
        #expect(outcome.tasks.map(\.started) == [at(130), at(145), at(100), at(115)])
        #expect(outcome.tasks.map(\.isLate) == [true, true, false, false])
    }

    @Test func `nobody is sent where no car gets, and whoever is there still goes to work`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.person(community)
        town.people(2, community, as: .communityWorker)
        town.grid(under: community, at: town.point(500), lowHouseholds: 1)
        town.grid(under: community, lowHouseholds: 1)
        let island = town.isolatedPoint()
        for point in [island, SmallTown.center] {
            town.place.dikePoints.append(DikePoint(name: LocalizedText("d"), location: point, node: community))
        }
        town.demand(.warn)
        town.team("doors") { $0.duty = .tasks(TaskKindSet([.warn])) }
        town.team("dike") {
            ($0.from, $0.number, $0.duty) = (.init(.communityWorker), .perSite, .post(.dikePoint))
        }
        town.incident.weather[2] = 0
        let outcome = try town.outcome()
        #expect(outcome.world.tasks.map(\.kind) == [.post, .post, .warn, .warn])
        // A crew stands at its post from the beginning; nobody has to drive there.
        #expect(outcome.taskStates == [.inProgress, .inProgress, .open, .done])
        #expect(outcome.record.breach == nil)
    }

    // MARK: Several at once

    @Test func `of the tasks that open in one instant the most urgent gets the only team`() throws {
        // The doors of a grid come before its residents in the order of the place, whatever their priority.
        for (warn, transfer) in [(2, 1), (1, 2), (1, 1)] {
            var town = SmallTown()
            let (_, community) = town.streetAndCommunity()
            town.person(community)
            town.grid(under: community, lowHouseholds: 1, lowResidentsNeedingHelp: 1)
            town.demand(.warn, level: .iii, priority: warn)
            town.demand(.transfer, level: .iii, priority: transfer)
            town.team("team") { $0.duty = .tasks(TaskKindSet([.warn, .transfer])) }
            (town.plan.fieldWork.door, town.plan.fieldWork.transfer) = (.minutes(7), .minutes(11))
            town.signals([(.iv, 0), (.iii, 60)])
            let tasks = try town.outcome().tasks
            #expect(tasks.map(\.started) == (warn <= transfer ? [at(60), at(67)] : [at(71), at(60)]))
        }
    }

    @Test func `equally urgent tasks that open in one instant go by when the water comes, in all communities`() throws {
        var town = SmallTown()
        let street = town.node(.street)
        let communities = (0..<3).map { _ in town.node(.community, under: street) }
        town.person(communities[0])
        for (community, height) in zip(communities, [3.0, .infinity, 2]) {
            town.grid(under: community, lowHouseholds: 1, lowestHomes: height)
        }
        town.incident.river = [.init(at: 0, height: 0), .init(at: at(600), height: 10)]
        town.demand(.warn, level: .iii)
        town.team("team") { ($0.duty, $0.number) = (.tasks(TaskKindSet([.warn])), .each(1)) }
        town.plan.dispatch.area = .district
        town.plan.fieldWork.door = .minutes(10)
        town.signals([(.iv, 0), (.iii, 60)])
        #expect(try town.outcome().tasks.map(\.started) == [at(70), at(80), at(60)])
    }

    @Test func `of the joint tasks agreed on in one instant the most urgent gets the only department's team`() throws {
        var town = SmallTown()
        town.departments(1)
        let (street, community) = town.streetAndCommunity()
        town.people(2, community)
        town.person(street, as: .departmentOfficer)
        town.grid(under: community, lowHouseholds: 1, lowResidentsNeedingHelp: 1)
        town.demand(.warn, level: .iii, departments: [0], priority: 2)
        town.demand(.transfer, level: .iii, departments: [0], priority: 1)
        town.team("team") { ($0.duty, $0.number) = (.tasks(TaskKindSet([.warn, .transfer])), .each(2)) }
        town.team("department") { ($0.formedAt, $0.from, $0.duty) = (.street, .init(.departmentOfficer), .joins) }
        town.plan.command.handOff = .minutes(30)
        (town.plan.fieldWork.door, town.plan.fieldWork.transfer) = (.minutes(7), .minutes(11))
        town.signals([(.iv, 0), (.iii, 60)])
        #expect(try town.outcome().tasks.map(\.started) == [at(101), at(90)])
    }

    // MARK: Departments

    /// A joint task of one resident, a free team, and one officer of each of some departments.
    private func joint(asks departments: [Int], officers: [UInt8], handOff: Double = 30) -> SmallTown {
        var town = SmallTown()
        town.departments(4)
        let (street, community) = town.streetAndCommunity()
        town.person(community)
        for officer in officers { town.person(street, as: .departmentOfficer, department: officer) }
        town.grid(under: community, lowResidentsNeedingHelp: 1)
        town.demand(.transfer, departments: departments)
        town.team("team") { $0.duty = .tasks(TaskKindSet([.transfer])) }
        town.team("department") { ($0.formedAt, $0.from, $0.duty) = (.street, .init(.departmentOfficer), .joins) }
        town.plan.command.handOff = .minutes(handOff)
        return town
    }

    @Test func `departments are asked one after the other, under one commander once`() throws {
        for count in 1...4 {
            var town = joint(asks: Array(0..<count), officers: [0, 1])
            var outcome = try town.outcome()
            #expect(outcome.tasks[0].handOffs == count)
            #expect(outcome.tasks[0].agreed == at(30) * Int64(count))
            #expect(outcome.tasks[0].department.assigned == at(30) * Int64(count))
            #expect(outcome["handoffs"] == Double(count))
            town.plan.command.unifiedCommand = true
            outcome = try town.outcome()
            #expect(outcome.tasks[0].handOffs == 1)
            #expect(outcome.tasks[0].agreed == at(30))
            #expect(outcome["whistle_to_arrival_min"] == 30)
        }
    }

    @Test func `only a department that was asked comes, or under one commander a stand-in`() throws {
        var town = joint(asks: [0, 1], officers: [2, 1])
        var outcome = try town.outcome()
        let department = outcome.world.teams[outcome.tasks[0].department.team.index].department
        #expect(department == 1)
        town.plan.command.standIns = [2]
        outcome = try town.outcome()
        #expect(outcome.world.teams[outcome.tasks[0].department.team.index].department == 1)
        town.plan.command.unifiedCommand = true
        // Both are as near; the stand-in's officer was checked in first and is free longest.
        outcome = try town.outcome()
        #expect(outcome.world.teams[outcome.tasks[0].department.team.index].department == 2)
        town = joint(asks: [0, 1], officers: [2, 3])
        #expect(try town.outcome().taskStates == [.open])
        town.plan.command.unifiedCommand = true
        #expect(try town.outcome().taskStates == [.open])
        town.plan.command.standIns = [2]
        outcome = try town.outcome()
        #expect(outcome.taskStates == [.done])
        #expect(outcome.world.teams[outcome.tasks[0].department.team.index].department == 2)
    }

    @Test func `a department's team is held only for a task that has its own team`() throws {
        var town = joint(asks: [0], officers: [0])
        // A second task, whose doors nobody is there to knock on.
        town.grid(under: OrganizationNodeID(2), lowHouseholds: 1)
        town.demand(.warn, departments: [0])
        town.demand(.transfer, level: .iii, departments: [0])
        town.signals([(.iv, 0), (.iii, 60)])
        town.plan.fieldWork.transfer = .minutes(40)
        let outcome = try town.outcome()
        let (transfer, warning) = (outcome.tasks[0], outcome.tasks[1])
        #expect(outcome.world.tasks.map(\.kind) == [.transfer, .warn])
        #expect(!warning.department.team.exists)
        #expect(warning.agreed == at(30))
        #expect(transfer.started == at(90))
        #expect(transfer.ended == at(130))
    }

    @Test func `agreements made beforehand shorten every hand-off`() throws {
        var town = joint(asks: [0, 1, 2], officers: [0])
        town.plan.command.handOffPreAuthorized = .minutes(8)
        town.plan.command.preAuthorized = true
        #expect(try town.outcome().tasks[0].agreed == at(24))
    }

    // MARK: No deadlock

    @Test func `however joint tasks and teams fall, all that can be done is done in the end`() throws {
        var dice = Dice(3)
        for round in 0..<30 as Range<UInt32> {
            var town = SmallTown()
            town.departments(3)
            for _ in 0..<dice.number(1...2) {
                let (street, community) = town.streetAndCommunity()
                for department in 0..<3 as Range<UInt8> {
                    for _ in 0..<dice.number(1...2) {
                        town.person(street, as: .departmentOfficer, department: department)
                    }
                }
                town.people(dice.number(1...6), community)
                for _ in 0..<dice.number(1...4) {
                    town.grid(
                        under: community, at: town.point(Double(dice.number(1...2000))),
                        lowHouseholds: dice.number(0...20), lowResidentsNeedingHelp: dice.number(0...6))
                }
            }
            func asked(_ dice: inout Dice) -> [Int] {
                Array([0, 1, 2].shuffled(using: &dice).prefix(dice.number(0...3)))
            }
            town.demand(.warn, batch: dice.number(1...8), departments: asked(&dice), priority: dice.number(1...2))
            town.demand(.transfer, batch: dice.number(1...3), departments: asked(&dice), priority: dice.number(1...2))
            let each = dice.number(1...3)
            town.team("team") { ($0.duty, $0.number) = (.tasks(TaskKindSet([.warn, .transfer])), .each(each)) }
            town.team("department") {
                ($0.formedAt, $0.from, $0.duty, $0.full) = (.street, .init(.departmentOfficer), .joins, 2)
            }
            town.plan.command.unifiedCommand = dice.happens(0.5)
            town.plan.command.handOff = .exponential(mean: 1_200_000)
            town.plan.fieldWork.door = .exponential(mean: 120_000)
            town.plan.fieldWork.transfer = .exponential(mean: 1_200_000)
            town.plan.muster.speedSpread = 0.4
            town.horizon = at(7 * 24 * 60)
            let outcome = try town.outcome(replication: round)
            #expect(outcome.taskStates.allSatisfy { $0 == .done })
            #expect(outcome.record.breach == nil)
        }
    }
}
