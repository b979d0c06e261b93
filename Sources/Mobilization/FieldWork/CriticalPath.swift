import DenseTables

/// How a response divides into stages, along the path of the party that came last.
///
/// The path runs through the decision on the level, the order, the last person the last team needed, the team's forming and
/// its dispatch. Whatever lay before the task appeared took nothing of the response, so each stage is counted from then on.
struct CriticalPath {
    /// Milliseconds in each stage, in the order of `ResponseStage`.
    private(set) var stages = [Int64](repeating: 0, count: ResponseStage.allCases.count)

    /// The stages of a task that has begun; nil for one that has not.
    init?(_ task: TaskID, of run: FinishedRun) {
        let story = run.books.taskStory[task]
        guard story.started >= 0 else { return nil }
        let (main, department) = (run.books.main(of: task), run.books.department(of: task))
        let last = department.arrived > main.arrived ? department : main
        var cursor = story.appeared
        func advance(_ stage: ResponseStage, to end: Int64, _ stages: inout [Int64]) {
            // A higher level's order may have set the work off before this level's own was decided.
            let time = stage == .work ? end : min(end, story.started)
            guard time > cursor else { return }
            stages[stage.rawValue] += time - cursor
            cursor = time
        }
        let alert = story.cause
        advance(.detect, to: run.command.story.time(of: alert, .detected), &stages)
        advance(.verify, to: run.command.story.time(of: alert, .verified), &stages)
        advance(.decide, to: run.command.story.time(of: alert, .decided), &stages)
        advance(.order, to: run.command.story.time(of: alert, .ordered), &stages)
        let team = run.books.teamStory[last.team]
        if team.turnout.exists {
            let journey = run.books.turnouts.times(team.turnout)
            // Somebody called under an earlier level was not waiting for this order; the task was.
            advance(.order, to: journey[0] >= cursor ? journey[0] : min(story.opened, last.assigned), &stages)
            let steps: [ResponseStage] = [.notify, .answer, .prepare, .travel, .checkIn]
            for (stage, time) in zip(steps, journey.dropFirst()) { advance(stage, to: time, &stages) }
        }
        advance(.form, to: team.ready, &stages)
        advance(.queue, to: last.assigned, &stages)
        advance(.approach, to: story.started, &stages)
        if story.ended >= 0 { advance(.work, to: story.ended, &stages) }
    }

    /// Milliseconds from the task's appearing to the beginning of the work.
    var response: Int64 { stages.dropLast().reduce(0, +) }

    /// The stage that took longest before the work began.
    var longest: ResponseStage {
        let index = stages.dropLast().indices.max { (stages[$0], -$0) < (stages[$1], -$1) } ?? 0
        return ResponseStage(rawValue: index) ?? .detect
    }
}
