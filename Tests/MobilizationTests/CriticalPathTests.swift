import DenseTables
import Organization
import Places
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct CriticalPathTests {
    @Test func `stages add up when a higher level is ordered before the one that made the task`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.person(community)
        town.team("a")
        town.plan.command.consult = .minutes(120)
        town.plan.command.raise = .minutes(10)
        town.signals([(.iv, 0), (.iii, 60)])
        let outcome = try town.outcome()
        #expect(outcome.record.breach == nil)
    }

    @Test func `the stages of every response add up to it, none is negative, and the work stands apart`() throws {
        var begun = 0
        for number in 0..<40 as Range<UInt64> {
            let detail = try #require(try RandomTown.make(number).outcome().record.detail)
            for task in detail.tasks {
                guard task.story.started >= 0 else {
                    #expect(task.stages == nil)
                    continue
                }
                begun += 1
                let stages = try #require(task.stages)
                #expect(stages.count == ResponseStage.allCases.count)
                #expect(stages.allSatisfy { $0 >= 0 })
                #expect(stages.dropLast().reduce(0, +) == task.story.started - task.story.appeared)
                #expect(stages.last == (task.story.ended < 0 ? 0 : task.story.ended - task.story.started))
            }
        }
        #expect(begun > 200)
    }

    @Test func `at every moment a response waits for the first thing in its way that has not come yet`() throws {
        var seen: Set<ResponseStage> = []
        for number in 0..<40 as Range<UInt64> {
            let outcome = try RandomTown.make(number).outcome()
            for task in try #require(outcome.record.detail).tasks where task.story.started >= 0 {
                let waits = waits(
                    Outcome.Told(story: task.story, main: task.main, department: task.department), outcome)
                #expect(try #require(task.stages).dropLast() == waits.dropLast())
                for stage in ResponseStage.allCases where waits[stage.rawValue] > 0 { seen.insert(stage) }
            }
        }
        #expect(seen.count >= 10)
    }

    /// Milliseconds a response waited for each thing, found moment by moment between all the moments at which anything came.
    private func waits(_ story: Outcome.Told, _ outcome: Outcome) -> [Int64] {
        let last = story.department.arrived > story.main.arrived ? story.department : story.main
        let levels = outcome.levels
        let decision = zip(
            [ResponseStage.detect, .verify, .decide, .order], [LevelStory.Step.detected, .verified, .decided, .ordered]
        ).map { (stage: $0, at: levels.time(of: story.cause, $1)) }
        var coming = decision
        let team = outcome.teams[last.team.index]
        if team.critical.exists {
            let journey = outcome.journeys[team.critical.index]
            let ordered = min(max(story.appeared, decision.map(\.at).max() ?? 0), story.started)
            coming.append((.order, journey[0] >= ordered ? journey[0] : min(story.opened, last.assigned)))
            coming += zip([ResponseStage.notify, .answer, .prepare, .travel, .checkIn], journey.dropFirst()).map {
                ($0, $1)
            }
        }
        coming += [(.form, team.ready), (.queue, last.assigned), (.approach, story.started)]
        let moments = Set(coming.map(\.at) + [story.appeared, story.started])
            .filter { (story.appeared...story.started).contains($0) }.sorted()
        var waits = [Int64](repeating: 0, count: ResponseStage.allCases.count)
        for (start, end) in zip(moments, moments.dropFirst()) {
            guard let next = coming.first(where: { $0.at > start }) else { continue }
            waits[next.stage.rawValue] += end - start
        }
        return waits
    }

    /// A joint task: the team is there after `team` minutes, the department's after `department`.
    private func joint(team: Double, department: Double, departmentAway: Double = 0) throws -> RunDetail.Task {
        var town = SmallTown()
        town.departments(1)
        let (street, community) = town.streetAndCommunity()
        town.person(community, home: town.point(team * 60))
        town.person(street, as: .departmentOfficer, home: town.point(department * 60))
        town.grid(under: community, at: town.point(1 + departmentAway), lowResidentsNeedingHelp: 1)
        town.demand(.transfer, departments: [0])
        town.team("team") { $0.duty = .tasks(TaskKindSet([.transfer])) }
        town.team("department") { ($0.formedAt, $0.from, $0.duty) = (.street, .init(.departmentOfficer), .joins) }
        town.plan.command.handOff = .minutes(5)
        town.plan.teams.form = .minutes(3)
        town.plan.teams.brief = .minutes(1)
        town.plan.fieldWork.transfer = .minutes(25)
        let task = try #require(try town.outcome().record.detail?.tasks[0])
        #expect(task.record.kind == .transfer)
        return task
    }

    private func minutes(_ task: RunDetail.Task, _ stage: ResponseStage) throws -> Int64 {
        try #require(task.stages)[stage.rawValue]
    }

    @Test func `the path of a joint task is that of the party that came last`() throws {
        // The department's officer walks for an hour: the path is theirs.
        var task = try joint(team: 10, department: 60)
        #expect(try minutes(task, .travel) == at(60))
        #expect(try minutes(task, .form) == at(4))
        #expect(try minutes(task, .queue) == 0)
        #expect(try minutes(task, .approach) == 100)
        #expect(try minutes(task, .work) == at(25))
        // The department is ready long before the team is named, and follows it at once from the same seat.
        task = try joint(team: 60, department: 10)
        #expect(try minutes(task, .travel) == at(60))
        #expect(try minutes(task, .form) == at(4))
        #expect(try minutes(task, .queue) == 0)
        // Both come early; the department is named only when it has agreed.
        task = try joint(team: 0, department: 0)
        #expect(try minutes(task, .form) == at(4))
        #expect(try minutes(task, .queue) == at(1))
        #expect(task.story.started == at(5) + 100)
    }

    @Test func `what lay before the task appeared takes nothing of its response`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.person(community, home: town.point(600))
        town.grid(under: community, lowHouseholds: 1)
        town.demand(.warn, level: .iii)
        town.team("team") { $0.duty = .tasks(TaskKindSet([.warn])) }
        town.plan.command.detect = .minutes(2)
        town.plan.command.raise = .minutes(9)
        town.signals([(.iv, 0), (.iii, 120)])
        let stages = try #require(try town.outcome().record.detail?.tasks[0].stages)
        // The team stood by since 12; all that is left is the second decision.
        #expect(stages[ResponseStage.decide.rawValue] == at(9))
        #expect(stages.reduce(0, +) == at(9))
    }

    @Test func `waiting for a team already at work counts as waiting, not as getting ready`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.person(community, home: town.point(600))
        for _ in 0..<2 { town.grid(under: community, lowHouseholds: 1) }
        town.demand(.warn)
        town.team("team") { $0.duty = .tasks(TaskKindSet([.warn])) }
        town.plan.fieldWork.door = .minutes(30)
        let tasks = try #require(try town.outcome().record.detail?.tasks)
        #expect(tasks[1].story.started == at(40))
        #expect(tasks[1].stages?[ResponseStage.travel.rawValue] == at(10))
        #expect(tasks[1].stages?[ResponseStage.queue.rawValue] == at(30))
    }

    @Test func `the longest stage is named, the earlier of two equally long ones`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.person(community, home: town.point(600))
        town.grid(under: community, lowHouseholds: 1)
        town.demand(.warn)
        town.team("team") { $0.duty = .tasks(TaskKindSet([.warn])) }
        town.plan.fieldWork.door = .minutes(300)
        #expect(try town.outcome().record.grids[0].slowest == .travel)
        town.plan.command.verify = .minutes(10)
        #expect(try town.outcome().record.grids[0].slowest == .verify)
        town.plan.teams.form = .minutes(11)
        #expect(try town.outcome().record.grids[0].slowest == .form)
    }
}
