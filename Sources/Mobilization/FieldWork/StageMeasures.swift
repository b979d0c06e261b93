import DenseTables
import Words

/// How long each stage of a response takes, on average: one measure a stage.
extension ResponseStage: MeasureGroup {
    var measure: Measure {
        .time(
            "stage_\(name)_min", "已开工任务与岗位在“\(label.zh)”环节的平均用时",
            "mean minutes that tasks and posts begun spent on \(label.en)"
        ).needing(.levels)
    }

    /// - Complexity: O(tasks).
    static func read(_ run: FinishedRun, into readings: inout Readings<Self>) {
        guard run.warrantsLevels else { return }
        let paths = run.world.tasks.indices.compactMap { CriticalPath(TaskID($0), of: run) }
        for stage in ResponseStage.allCases where !paths.isEmpty {
            let total = paths.reduce(0) { $0 + $1.stages[stage.rawValue] }
            readings[stage] = Measure.minutes(total) / Double(paths.count)
        }
    }
}
