import DenseTables

/// When the posts of a finished run were staffed, by the level that requires each.
struct StaffedPosts {
    /// The times, in order, and how many posts there are, by raw value of the level.
    private var staffed: [[Int64]]
    private var required: [Int]

    /// Reads the posts off a run.
    ///
    /// - Complexity: O(tasks · log tasks).
    init(_ run: FinishedRun) {
        let levels = ResponseLevel.allCases.count
        staffed = Array(repeating: [], count: levels)
        required = Array(repeating: 0, count: levels)
        for (index, task) in run.world.tasks.enumerated() where task.kind == .post {
            required[Int(task.level.rawValue)] += 1
            let started = run.books.taskStory[TaskID(index)].started
            if started >= 0 { staffed[Int(task.level.rawValue)].append(started) }
        }
    }

    /// When a share of the posts a level requires was staffed, in milliseconds; `Int64.max` if never, nil if it requires none.
    func time(of percent: Int, _ level: ResponseLevel) -> Int64? {
        let levels = ...Int(level.rawValue)
        let required = required[levels].reduce(0, +)
        guard required > 0, level != .none else { return nil }
        let needed = (required * percent + 99) / 100
        let times = staffed[levels].flatMap { $0 }.sorted()
        return needed <= times.count ? times[needed - 1] : .max
    }

    /// Minutes from the order of a level to a share of the posts it requires; infinite if never, nil if it requires none.
    func minutes(to percent: Int, of level: ResponseLevel, _ story: LevelStory) -> Double? {
        guard let time = time(of: percent, level) else { return nil }
        let ordered = story.time(of: level, .ordered)
        if ordered < 0 || time == .max { return .infinity }
        return Measure.minutes(max(time - ordered, 0))
    }
}
