import DenseTables

/// What nobody took in time.
enum DeskMeasure: Int, MeasureGroup {
    case unclaimedNeeds

    var measure: Measure {
        switch self {
        case .unclaimedNeeds:
            .count(
                "unclaimed_needs", "tasks", less: true, "由社区兜底的任务", "tasks nobody took in time, left to the community"
            )
            .needing(.levels)
        }
    }

    static func read(_ run: FinishedRun, into readings: inout Readings<Self>) {
        guard run.warrantsLevels else { return }
        let left = run.world.tasks.indices.count { run.books.taskStory[TaskID($0)].lastResort }
        readings[.unclaimedNeeds] = Double(left)
    }
}
