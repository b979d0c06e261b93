import DenseTables
import Statistics

/// How soon tasks are begun, and how many are too late.
enum ResponseMeasure: Int, MeasureGroup {
    case responseMean
    case responseLong
    case responseWithinTarget
    case deadlineMissed
    case householdsLate
    case householdsWarned

    var measure: Measure { declaration.needing(.levels) }

    private var declaration: Measure {
        switch self {
        case .responseMean:
            .time(
                "response_mean_min", "任务自出现到开工的平均时间，未开工者计至期限",
                "mean time from a task's appearing to the beginning of the work; up to the horizon if it never began")
        case .responseLong:
            .time(
                "response_p90_min", "同上，90分位（相邻两值之间线性插值）",
                "the same, 90th percentile, interpolated between the two values around it")
        case .responseWithinTarget:
            .share("response_within_target", less: false, "目标时间内开工的任务比例", "share of tasks begun within the target time")
        case .deadlineMissed:
            .share(
                "deadline_missed", less: true, "水到之前未完成的任务比例",
                "share of tasks with deadlines not done when the water came"
            ).needing(.river)
        case .householdsLate:
            .count(
                "households_late", "households", less: true, "水到之前未告知的户数（含未开门者）",
                "households not warned when the water came, shut doors among them"
            ).needing(.river)
        case .householdsWarned:
            .quantity(
                "households_warned_per_hour", "households/h", less: false, "从首次到最后一次告知之间每小时告知户数",
                "households warned an hour between the first and the last warning")
        }
    }

    /// - Complexity: O(tasks · log tasks).
    static func read(_ run: FinishedRun, into readings: inout Readings<Self>) {
        guard run.warrantsLevels else { return }
        readResponses(run, &readings)
        readDeadlines(run, &readings)
    }

    private static func readResponses(_ run: FinishedRun, _ readings: inout Readings<Self>) {
        var responses: [Double] = []
        var within = 0
        for (index, task) in run.world.tasks.enumerated() where task.kind != .post {
            let story = run.books.taskStory[TaskID(index)]
            guard story.appeared >= 0 else { continue }
            let response = CriticalPath(TaskID(index), of: run)?.response
            // A task not begun by the horizon has waited at least until then.
            responses.append(Measure.minutes(response ?? run.world.horizon - story.appeared))
            let target = run.world.incidents[task.incident].responseTarget
            if let response, let target, response <= target { within += 1 }
        }
        if responses.isEmpty { return }
        responses.sort()
        readings[.responseMean] = responses.reduce(0, +) / Double(responses.count)
        readings[.responseLong] = Quantiles.quantile(0.9, ofSorted: responses)
        if run.world.responseTarget != nil {
            readings[.responseWithinTarget] = Double(within) / Double(responses.count)
        }
    }

    private static func readDeadlines(_ run: FinishedRun, _ readings: inout Readings<Self>) {
        var withDeadline = 0
        var missed = 0
        var late = 0
        var warned = 0
        var first = Int64.max
        var last = Int64.min
        for (index, task) in run.world.tasks.enumerated() where task.kind != .post {
            let story = run.books.taskStory[TaskID(index)]
            // A need the hazard never made cannot be missed.
            guard story.appeared >= 0 else { continue }
            if story.deadline >= 0, story.deadline <= run.world.horizon {
                withDeadline += 1
                if story.isLate { missed += 1 }
                // A door that stayed shut was not warned either.
                if task.kind == .warn { late += task.amount - (story.isLate ? 0 : Int(story.opening)) }
            }
            if task.kind == .warn, story.ended >= 0 {
                warned += Int(story.opening)
                first = min(first, story.started)
                last = max(last, story.ended)
            }
        }
        if withDeadline > 0 {
            readings[.deadlineMissed] = Double(missed) / Double(withDeadline)
            readings[.householdsLate] = Double(late)
        }
        if last > first {
            readings[.householdsWarned] = Double(warned) / (Measure.minutes(last - first) / 60)
        }
    }
}

extension MeasureNeed {
    /// A river, whose coming is the deadline of every task.
    fileprivate static let river = MeasureNeed(
        zh: "事件没有河水过程，任务没有时限", en: "the incident has no river, so no task has a deadline"
    ) { _, incident, _ in !incident.river.isEmpty }
}
