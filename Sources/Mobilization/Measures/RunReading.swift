import DenseTables
import Organization
import Places

/// Turns a finished run into its record.
enum RunReading {
    static func record(of run: FinishedRun, events: Int, detailed: Bool, audited: Bool) -> RunRecord {
        RunRecord(
            measures: MeasureReading.measures(of: run), mobilization: run.ledger.samples.people,
            covered: run.ledger.samples.covered, grids: gridTimes(of: run),
            detail: detailed ? detail(of: run) : nil, events: events,
            breach: audited ? Audit.firstBreach(of: run) : nil)
    }

    /// For every grid, the wait that four fifths of its needs did not exceed, and what held them up.
    private static func gridTimes(of run: FinishedRun) -> [RunRecord.GridTime] {
        var needs = [[TaskID]](repeating: [], count: run.world.ground.place.grids.count)
        for (index, task) in run.world.tasks.enumerated() where task.grid.exists {
            if run.ledger.tasks[TaskID(index)] != .absent { needs[task.grid.index].append(TaskID(index)) }
        }
        var times: [RunRecord.GridTime] = []
        times.reserveCapacity(needs.count)
        for tasks in needs {
            var late = 0
            var waits: [(wait: Int64, task: TaskID)] = []
            for task in tasks {
                let story = run.ledger.taskStory[task]
                if story.isLate, run.world.tasks[task.index].kind == .warn {
                    late += run.world.tasks[task.index].amount
                }
                waits.append((story.started < 0 ? .max : story.started - story.appeared, task))
            }
            waits.sort { ($0.wait, $0.task.raw) < ($1.wait, $1.task.raw) }
            var time = RunRecord.GridTime(minutes: nil, slowest: nil, lateHouseholds: late)
            if run.world.roadsMayChange {
                time.cutOffMinutes = Double(run.ledger.roads.islands.total[times.count]) / 60_000
            }
            if !waits.isEmpty {
                let decisive = waits[(waits.count * 4 + 4) / 5 - 1]
                time.minutes = decisive.wait == .max ? .infinity : Double(decisive.wait) / 60_000
                time.slowest = CriticalPath(decisive.task, run.world, run.ledger)?.longest
            }
            times.append(time)
        }
        return times
    }

    private static func detail(of run: FinishedRun) -> RunDetail {
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
        return RunDetail(units: units, teams: teams, tasks: tasks)
    }
}
