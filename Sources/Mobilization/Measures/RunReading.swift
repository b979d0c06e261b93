import DenseTables
import Organization
import Places

/// Turns a finished run into its record.
enum RunReading {
    static func record(of run: FinishedRun, events: Int, detailed: Bool, audited: Bool) -> RunRecord {
        let needs = DecisiveNeed.ofGrids(in: run)
        return RunRecord(
            measures: MeasureReading.measures(of: run), mobilization: run.ledger.samples.people,
            covered: run.ledger.samples.covered, grids: gridTimes(needs, of: run),
            detail: detailed ? detail(of: run, needs) : nil, events: events,
            breach: audited ? Audit.firstBreach(of: run) : nil)
    }

    /// What every grid's decisive need says of it.
    private static func gridTimes(_ needs: [DecisiveNeed?], of run: FinishedRun) -> [RunRecord.GridTime] {
        var times = needs.map { need in
            RunRecord.GridTime(
                minutes: need.map { $0.wait.map { Double($0) / 60_000 } ?? .infinity },
                slowest: need.flatMap { CriticalPath($0.task, run.world, run.ledger)?.longest }, lateHouseholds: 0)
        }
        for (index, task) in run.world.tasks.enumerated() where task.grid.exists && task.kind == .warn {
            let id = TaskID(index)
            guard run.ledger.tasks[id] != .absent, run.ledger.taskStory[id].isLate else { continue }
            times[task.grid.index].lateHouseholds += task.amount
        }
        guard run.world.roadsMayChange else { return times }
        for grid in times.indices {
            times[grid].cutOffMinutes = Double(run.ledger.roads.islands.total[grid]) / 60_000
        }
        return times
    }

    private static func detail(of run: FinishedRun, _ needs: [DecisiveNeed?]) -> RunDetail {
        var units: [RunDetail.Unit] = []
        func seconds(_ milliseconds: Int64) -> Double? { milliseconds < 0 ? nil : Double(milliseconds) / 1000 }
        for index in run.world.organization.nodes.indices {
            let node = OrganizationNodeID(index)
            let roster = run.world.ground.roster(of: node)
            var reached = 0
            var checkedIn = 0
            for person in roster {
                if run.ledger.people[person].rawValue >= PersonState.reached.rawValue { reached += 1 }
                if run.ledger.people[person].rawValue >= PersonState.waiting.rawValue { checkedIn += 1 }
            }
            var acted: [Double?] = []
            for level in ResponseLevel.ordered {
                acted.append(seconds(run.ledger.levelStory.time(of: level, at: node)))
            }
            units.append(
                RunDetail.Unit(
                    node: node, acted: acted, converted: seconds(run.ledger.levelStory.conversion(of: node)),
                    state: run.ledger.organizations[node], roster: roster.count, reached: reached, checkedIn: checkedIn)
            )
        }
        var teams: [RunDetail.Team] = []
        for index in run.world.teams.indices {
            let story = run.ledger.teamStory[TeamID(index)]
            teams.append(
                RunDetail.Team(
                    record: run.world.teams[index], opened: seconds(story.opened), enough: seconds(story.enough),
                    ready: seconds(story.ready), strength: Int(story.strength), finished: Int(story.finished),
                    state: run.ledger.teams[TeamID(index)]))
        }
        var tasks: [RunDetail.Task] = []
        for index in run.world.tasks.indices {
            let task = TaskID(index)
            tasks.append(
                RunDetail.Task(
                    record: run.world.tasks[index], story: run.ledger.taskStory[task], state: run.ledger.tasks[task],
                    stages: CriticalPath(task, run.world, run.ledger)?.stages))
        }
        return RunDetail(units: units, teams: teams, tasks: tasks, decisiveNeeds: needs.map { $0?.task })
    }
}
