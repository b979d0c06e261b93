import DenseTables

/// How often requests are handed on, and how soon departments come.
enum RequestMeasure: Int, MeasureGroup {
    case whistleToArrival
    case handOffs

    var measure: Measure { declaration.needing(.levels) }

    private var declaration: Measure {
        switch self {
        case .whistleToArrival:
            .time("whistle_to_arrival_min", "从吹哨到部门到场的平均时间", "mean time from the request to the department's arrival")
                .needing(.tasksForDepartments)
        case .handOffs:
            .count("handoffs", "hand-offs", less: true, "部门间转办次数", "requests handed from one organ to another")
        }
    }

    static func read(_ run: FinishedRun, into readings: inout Readings<Self>) {
        guard run.warrantsLevels else { return }
        var total: Int64 = 0
        var arrivals = 0
        var handOffs = 0
        var asked = 0
        for index in run.world.tasks.indices where !run.world.departments(of: TaskID(index)).isEmpty {
            asked += 1
            let story = run.books.taskStory[TaskID(index)]
            handOffs += Int(story.handOffs)
            let arrived = run.books.department(of: TaskID(index)).arrived
            guard arrived >= 0 else { continue }
            arrivals += 1
            total += arrived - story.opened
        }
        if asked > 0 { readings[.handOffs] = Double(handOffs) }
        if arrivals > 0 { readings[.whistleToArrival] = Measure.minutes(total) / Double(arrivals) }
    }
}

extension MeasureNeed {
    /// Tasks for which a department must agree.
    fileprivate static let tasksForDepartments = MeasureNeed(
        zh: "没有任务须部门同意", en: "no task needs a department to agree"
    ) { plan, incident, _ in
        !incident.warn.departments.isEmpty || !incident.transfer.departments.isEmpty
            || plan.teams.kinds.contains { !$0.departments.isEmpty }
    }
}
