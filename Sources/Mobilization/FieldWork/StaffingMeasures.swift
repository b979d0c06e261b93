import DenseTables
import Organization
import Places

/// How soon posts are staffed, and how many people turn out.
///
/// Times run from the order of the highest level reached, or of a stated one, to a share of the posts it requires.
enum StaffingMeasure: Int, MeasureGroup {
    case firstTeam
    case half
    case most
    case nearlyAll
    case mostFromSignal
    case mostReached
    case halfAtIV
    case mostAtIV
    case halfAtIII
    case mostAtIII
    case halfAtII
    case mostAtII
    case halfAtI
    case mostAtI
    case onPostPeak
    case unmetHours
    case turnouts
    case peopleTurnedOut
    case gatePostsStaffed

    var measure: Measure { declaration.needing(.levels) }

    private var declaration: Measure {
        switch self {
        case .firstTeam:
            .time("first_team_min", "从首个命令到首支队伍到岗", "from the first order to the first team at work or on post")
        case .half: Self.highest(50)
        case .most: Self.highest(80)
        case .nearlyAll: Self.highest(95)
        case .mostFromSignal:
            .time("t80_from_signal_min", "从首个信号到最高等级所需岗位80%到位", "from the first signal to 80 % of those posts")
                .needing(.posts)
        case .mostReached:
            .indicator(
                "t80_reached", "80%岗位在期限内到位的比例", "whether 80 % of those posts were staffed by the horizon"
            ).needing(.posts)
        case .halfAtIV: Self.level(.iv, 50)
        case .mostAtIV: Self.level(.iv, 80)
        case .halfAtIII: Self.level(.iii, 50)
        case .mostAtIII: Self.level(.iii, 80)
        case .halfAtII: Self.level(.ii, 50)
        case .mostAtII: Self.level(.ii, 80)
        case .halfAtI: Self.level(.i, 50)
        case .mostAtI: Self.level(.i, 80)
        case .onPostPeak:
            .count("on_post_peak", "people", less: nil, "同时在岗人数峰值", "the most people on post at any sampled time")
        case .unmetHours:
            .quantity(
                "unmet_person_hours", "person-hours", less: true, "岗位自命令起缺员的人时",
                "person-hours posts stood empty after their order"
            ).needing(.posts)
        case .turnouts:
            .count("turnouts", "turn-outs", less: nil, "到任务或岗位的人次", "turn-outs of people to tasks and posts")
        case .peopleTurnedOut:
            .count("people_turned_out", "people", less: nil, "到过任务或岗位的人数", "people who were at a task or post")
        case .gatePostsStaffed:
            .share(
                "gate_posts_staffed", less: false, "小区值守岗到位比例", "share of compound gate posts staffed by the horizon"
            ).needing(.compounds)
        }
    }

    private static func highest(_ percent: Int) -> Measure {
        .time(
            "t\(percent)_min", "从最高响应等级的命令到\(percent)%岗位到位；已到位为0",
            "from the order of the highest level reached to \(percent) % of the posts it requires; 0 if staffed already"
        ).needing(.posts)
    }

    private static func level(_ level: ResponseLevel, _ percent: Int) -> Measure {
        .time(
            "t\(percent)_level_\(level.name.lowercased())_min", "从\(level.name)级命令到其所需岗位\(percent)%到位",
            "from the order of level \(level.name) to \(percent) % of the posts it requires"
        ).needing(.level(level), .posts)
    }

    /// - Complexity: O(tasks · log tasks + teams + samples).
    static func read(_ run: FinishedRun, into readings: inout Readings<Self>) {
        guard run.warrantsLevels else { return }
        let posts = StaffedPosts(run)
        let started = run.world.tasks.indices.map { run.books.taskStory[TaskID($0)].started }.filter { $0 >= 0 }.min()
        readings[.firstTeam] = .infinity
        if let first = run.command.story.firstOrder, let started {
            readings[.firstTeam] = Measure.minutes(started - first)
        }
        let highest = run.command.story.highest
        for (measure, percent) in [(half, 50), (most, 80), (nearlyAll, 95)] {
            readings[measure] = posts.minutes(to: percent, of: highest, run.command.story)
        }
        let reached = posts.time(of: 80, highest)
        readings[.mostFromSignal] = reached.map { $0 == .max ? .infinity : Measure.minutes($0) }
        readings[.mostReached] = reached.map { $0 == .max ? 0 : 1 }
        for (level, half, most) in [
            (ResponseLevel.iv, halfAtIV, mostAtIV), (.iii, halfAtIII, mostAtIII), (.ii, halfAtII, mostAtII),
            (.i, halfAtI, mostAtI),
        ] where run.world.warrants(level) {
            readings[half] = posts.minutes(to: 50, of: level, run.command.story)
            readings[most] = posts.minutes(to: 80, of: level, run.command.story)
        }
        readings[.onPostPeak] = run.books.samples.peak(in: .onPost).map { Double($0) }
        readings[.unmetHours] = unmetHours(run)
        readTurnouts(run, &readings)
    }

    /// Person-hours between the first order that requires a post and its being staffed, by the minimum of its crew.
    ///
    /// A higher order may overtake the one of the post's own level; the post is required from the first of them.
    private static func unmetHours(_ run: FinishedRun) -> Double? {
        var empty: Int64 = 0
        var posts = 0
        for (index, task) in run.world.tasks.enumerated() where task.kind == .post {
            posts += 1
            guard let ordered = run.command.story.firstOrder(from: task.level) else { continue }
            let started = run.books.taskStory[TaskID(index)].started
            let end = started < 0 ? run.world.horizon : started
            empty += max(end - ordered, 0) * Int64(run.world.teams[task.postTeam.index].minimum)
        }
        return posts == 0 ? nil : Double(empty) / 3_600_000
    }

    private static func readTurnouts(_ run: FinishedRun, _ readings: inout Readings<Self>) {
        var turnouts = 0
        var out = [Bool](repeating: false, count: run.world.teams.count)
        for party in run.books.parties.all where party.arrived >= 0 {
            turnouts += Int(party.people)
            out[party.team.index] = true
        }
        readings[.turnouts] = Double(turnouts)
        let people = out.indices.reduce(0) { $0 + (out[$1] ? Int(run.books.teamStory[TeamID($1)].strength) : 0) }
        readings[.peopleTurnedOut] = Double(people)
        let gates = run.world.tasks.indices.filter {
            run.world.tasks[$0].kind == .post
                && run.world.organization.level(of: run.world.tasks[$0].node) == .compound
        }
        if gates.isEmpty { return }
        let staffed = gates.count { run.books.taskStory[TaskID($0)].started >= 0 }
        readings[.gatePostsStaffed] = Double(staffed) / Double(gates.count)
    }
}

extension MeasureNeed {
    /// Posts.
    fileprivate static let posts = MeasureNeed(zh: "预案没有岗位", en: "the plan holds no post") { plan, _, _ in
        plan.teams.kinds.contains { if case .post = $0.duty { true } else { false } }
    }

    /// Compounds, whose gates are watched.
    fileprivate static let compounds = MeasureNeed(zh: "该地方没有小区", en: "the place has no compounds") { _, _, place in
        !place.organization.nodes(at: .compound).isEmpty
    }
}
