import DenseTables
import Organization
import Places

/// Turns a finished run into its record.
enum RunReading {
    static func record(of run: FinishedRun, events: Int, _ options: RunOptions) -> RunRecord {
        let needs = DecisiveNeed.ofGrids(in: run)
        return RunRecord(
            measures: Measures.values(of: run), mobilization: run.books.samples.people,
            covered: run.books.samples.covered, grids: gridTimes(needs, of: run),
            detail: options.isDetailed ? detail(of: run, needs) : nil, events: events,
            breach: options.isAudited ? Audit.firstBreach(of: run) : nil)
    }

    /// What every grid's decisive need says of it.
    private static func gridTimes(_ needs: [DecisiveNeed?], of run: FinishedRun) -> [RunRecord.GridTime] {
        var times = needs.map { need in
            RunRecord.GridTime(
                minutes: need.map { $0.wait.map { Double($0) / 60_000 } ?? .infinity },
                slowest: need.flatMap { CriticalPath($0.task, of: run)?.longest }, lateHouseholds: 0)
        }
        for (index, task) in run.world.tasks.enumerated() where task.grid.exists && task.kind == .warn {
            let id = TaskID(index)
            guard run.books.state(of: id) != .absent, run.books.taskStory[id].isLate else { continue }
            times[task.grid.index].lateHouseholds += task.amount
        }
        guard run.world.roadsMayChange else { return times }
        for grid in times.indices {
            times[grid].cutOffMinutes = Double(run.going.roads.islands.total[grid]) / 60_000
        }
        return times
    }

    private static func detail(of run: FinishedRun, _ needs: [DecisiveNeed?]) -> RunDetail {
        var units: [RunDetail.Unit] = []
        func seconds(_ milliseconds: Int64) -> Double? { milliseconds < 0 ? nil : Double(milliseconds) / 1000 }
        for index in run.world.organization.nodes.indices {
            let node = OrganizationNodeID(index)
            let roster = run.world.ground.roster(of: node)
            let reached = roster.count { run.books.turnouts.haveReached($0) }
            let checkedIn = roster.count { run.books.turnouts.haveCheckedIn($0) }
            var acted: [Double?] = []
            for level in ResponseLevel.ordered {
                acted.append(seconds(run.command.story.time(of: level, at: node)))
            }
            units.append(
                RunDetail.Unit(
                    node: node, acted: acted, converted: seconds(run.conversion.converted(node)),
                    state: run.books.state(of: node), roster: roster.count, reached: reached, checkedIn: checkedIn)
            )
        }
        var teams: [RunDetail.Team] = []
        for index in run.world.teams.indices {
            let story = run.books.teamStory[TeamID(index)]
            teams.append(
                RunDetail.Team(
                    record: run.world.teams[index], opened: seconds(story.opened), enough: seconds(story.enough),
                    ready: seconds(story.ready), strength: Int(story.strength), finished: Int(story.finished),
                    state: run.books.state(of: TeamID(index))))
        }
        var tasks: [RunDetail.Task] = []
        for index in run.world.tasks.indices {
            let task = TaskID(index)
            tasks.append(
                RunDetail.Task(
                    record: run.world.tasks[index], story: run.books.taskStory[task], main: run.books.main(of: task),
                    department: run.books.department(of: task), state: run.books.state(of: task),
                    stages: CriticalPath(task, of: run)?.stages))
        }
        return RunDetail(units: units, teams: teams, tasks: tasks, decisiveNeeds: needs.map { $0?.task })
    }
}
