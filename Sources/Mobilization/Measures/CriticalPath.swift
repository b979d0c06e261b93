import DenseTables

/// How a response divides into stages, along the path of the party that came last.
///
/// The path runs through the decision on the level, the order, the last person the last team needed, the team's forming and
/// its dispatch. Whatever lay before the task appeared took nothing of the response, so each stage is counted from then on.
struct CriticalPath {
    /// Milliseconds in each stage, in the order of `Stage`.
    private(set) var stages = [Int64](repeating: 0, count: Stage.allCases.count)

    /// The stages of a task that has begun; nil for one that has not.
    init?(_ task: TaskID, _ world: World, _ ledger: borrowing Ledger) {
        let story = ledger.taskStory[task]
        guard story.started >= 0 else { return nil }
        let last = story.department.arrived > story.main.arrived ? story.department : story.main
        var cursor = story.appeared
        func advance(_ stage: Stage, to end: Int64, _ stages: inout [Int64]) {
            // A higher level's order may have set the work off before this level's own was decided.
            let time = stage == .work ? end : min(end, story.started)
            guard time > cursor else { return }
            stages[stage.rawValue] += time - cursor
            cursor = time
        }
        let level = story.cause
        advance(.detect, to: ledger.levelStory.time(of: level, .detected), &stages)
        advance(.verify, to: ledger.levelStory.time(of: level, .verified), &stages)
        advance(.decide, to: ledger.levelStory.time(of: level, .decided), &stages)
        advance(.order, to: ledger.levelStory.time(of: level, .ordered), &stages)
        let team = ledger.teamStory[last.team]
        if team.critical.exists {
            let journey = ledger.journeys.times(team.critical)
            // Somebody called under an earlier level was not waiting for this order; the task was.
            advance(.order, to: journey[0] >= cursor ? journey[0] : min(story.opened, last.assigned), &stages)
            let steps: [Stage] = [.notify, .answer, .prepare, .travel, .checkIn]
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
    var longest: Stage {
        let index = stages.dropLast().indices.max { (stages[$0], -$0) < (stages[$1], -$1) } ?? 0
        return Stage(rawValue: index) ?? .detect
    }
}
