import DenseTables

/// What teams are formed, and how soon.
///
/// Times run from the first order, whatever its level, because that is when calling begins.
enum FormingMeasure: Int, MeasureGroup {
    case taskForces
    case temporaryBranches
    case volunteerTeams
    case teamsReady
    case peopleInTeams
    case readyFirst
    case readyHalf
    case readyMost

    var measure: Measure { declaration.needing(.levels) }

    private var declaration: Measure {
        switch self {
        case .taskForces: .count("task_forces", "teams", less: nil, "组成的党员突击队", "member task forces formed")
        case .temporaryBranches:
            .count("temporary_branches", "branches", less: nil, "成立的临时党支部", "temporary branches formed")
        case .volunteerTeams:
            .count("volunteer_teams", "teams", less: nil, "组成的党员志愿服务队", "member volunteer teams formed")
        case .teamsReady: .count("teams_ready", "teams", less: false, "组成并完成交底的队伍", "teams formed and briefed")
        case .peopleInTeams:
            .count("people_in_teams", "people", less: false, "在已组成队伍中的人", "people in teams formed and briefed")
        case .readyFirst:
            .time("ready_first_min", "从首个命令到首支队伍组成", "from the first order to the first team formed and briefed")
        case .readyHalf:
            .time(
                "ready_half_min", "从首个命令到已下令等级所设队伍有一半组成",
                "from the first order to half of the teams foreseen for the levels ordered being formed and briefed")
        case .readyMost: .time("ready_80_min", "同上，80%", "the same, 80 % of them")
        }
    }

    /// - Complexity: O(teams).
    static func read(_ run: FinishedRun, into readings: inout Readings<Self>) {
        guard run.warrantsLevels else { return }
        let first = run.command.story.firstOrder
        let highest = run.command.story.highest
        var (taskForces, volunteerTeams) = (0, 0)
        var foreseen = 0
        var people = 0
        var ready: [Int64] = []
        for (index, team) in run.world.teams.enumerated() {
            let story = run.books.teamStory[TeamID(index)]
            if team.level <= highest { foreseen += 1 }
            guard story.ready >= 0 else { continue }
            ready.append(story.ready)
            people += Int(story.strength)
            switch run.world.kind(of: TeamID(index)).category {
            case .taskForce: taskForces += 1
            case .volunteerTeam: volunteerTeams += 1
            case .crew, .departmentTeam: break
            }
        }
        readings[.taskForces] = Double(taskForces)
        readings[.volunteerTeams] = Double(volunteerTeams)
        readings[.temporaryBranches] = Double(run.forming.branches)
        readings[.teamsReady] = Double(ready.count)
        readings[.peopleInTeams] = Double(people)
        guard !run.world.teams.isEmpty else { return }
        readings[.readyFirst] = Measure.minutes(of: &ready, 1, from: first)
        readings[.readyHalf] = Measure.minutes(of: &ready, max(1, (foreseen + 1) / 2), from: first)
        readings[.readyMost] = Measure.minutes(of: &ready, max(1, (foreseen * 80 + 99) / 100), from: first)
    }
}
