import Words
import WrittenFiles

/// Sends the free team that is nearest by travel time; a team that comes free takes the most urgent task, then the one due first.
///
/// Among equally urgent tasks those that can still be in time come before those that are too late already. Whoever asks chooses by the same
/// rank, the urgency of the task and then the way: for a task all its pairings are equally urgent, so the nearest team goes. Ties go to the
/// first that is shown, which is the order of rows, so the choice is the same in every run.
public struct NearestTeam: DispatchPolicy {
    /// The name used in plans.
    public static let name = "nearest"
    /// What it does.
    public static let help = LocalizedText(zh: "就近派遣", en: "the nearest free team goes")
    /// It has none.
    public static let hasSettings = false

    /// Creates the policy.
    public init() {}

    /// Creates the policy; it has no settings.
    public init(_ settings: inout ObjectReader) {}

    /// Everybody who asks gets the best of what is left.
    ///
    /// - Complexity: O(seekers · pairings of each).
    public func decide(_ situation: Situation) -> Decision {
        var isSent = [Bool](repeating: false, count: situation.teams.count)
        var isServed = [Bool](repeating: false, count: situation.tasks.count)
        var decision = Decision()
        for seeker in situation.seekers {
            var best: Decision.Pairing?
            let (tasks, teams): (Range<Int>, Range<Int>) =
                switch seeker {
                case .task(let task): (task..<task + 1, situation.teams.indices)
                case .team(let team): (situation.tasks.indices, team..<team + 1)
                }
            for task in tasks where !isServed[task] {
                for team in teams where !isSent[team] && situation.way(to: task, from: team) != .max {
                    if let best, !precedes(task, team, best, situation) { continue }
                    best = Decision.Pairing(task: task, team: team)
                }
            }
            guard let best else { continue }
            (isServed[best.task], isSent[best.team]) = (true, true)
            decision.pairings.append(best)
        }
        return decision
    }

    private func precedes(_ task: Int, _ team: Int, _ other: Decision.Pairing, _ situation: Situation) -> Bool {
        if task != other.task {
            let (one, two) = (situation.tasks[task].urgency, situation.tasks[other.task].urgency)
            if one != two { return one < two }
        }
        return situation.way(to: task, from: team) < situation.way(to: other.task, from: other.team)
    }
}
