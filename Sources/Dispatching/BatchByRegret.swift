import Words
import WrittenFiles

/// Collects tasks and teams and pairs them at fixed intervals, whatever would lose most by waiting for its second choice first.
///
/// A task that only one team can reach soon should not lose it to a task that many can reach. The regret of a task is by how much its second
/// nearest team is farther than its nearest; the task with the greatest regret is served first, and regrets are worked out anew after each.
/// Urgency comes before regret.
public struct BatchByRegret: DispatchPolicy {
    /// The name used in plans.
    public static let name = "batch"
    /// What it does.
    public static let help = LocalizedText(
        zh: "定时集中派遣，按后悔值从大到小", en: "pairs everything at fixed intervals, by greatest regret")
    /// Whatever is open and free is weighed together.
    public let weighsEverything = true

    /// Milliseconds from one decision to the next.
    public let interval: Int64

    /// Creates the policy.
    public init(interval: Int64) {
        precondition(interval > 0, "decisions are some time apart")
        self.interval = interval
    }

    /// Reads the interval.
    public init(_ settings: inout ObjectReader) {
        let every = settings.value(
            "every", .duration, default: #"{ "value": "5 min", "range": ["1 min", "15 min"] }"#,
            help: .init(zh: "每隔多久集中派遣一次", en: "from one decision to the next"))
        if every < 1000 {
            settings.fault(
                .inconsistent(
                    zh: "间隔太短", en: "decisions would follow one another without end",
                    expected: .init(zh: "至少 1 s", en: "1 s or more")), at: "every")
        }
        interval = max(every, 1000)
    }

    /// All pairings at a time of decision, none between two of them.
    ///
    /// - Complexity: O(tasks · teams · pairings) at most.
    public func decide(_ situation: Situation) -> Decision {
        if situation.tasks.isEmpty || situation.teams.isEmpty { return Decision() }
        let late = situation.now % interval
        if late != 0 { return Decision(again: situation.now + interval - late) }
        var decision = Decision()
        var isSent = [Bool](repeating: false, count: situation.teams.count)
        var open = situation.tasks.indices.map { Choice(of: $0, situation, isSent) }
        while let next = open.indices.filter({ open[$0].best != nil }).min(by: {
            precedes(open[$0], open[$1], situation)
        }),
            let team = open[next].best
        {
            decision.pairings.append(Decision.Pairing(task: open[next].task, team: team))
            isSent[team] = true
            open.remove(at: next)
            for index in open.indices where open[index].best == team || open[index].second == team {
                open[index] = Choice(of: open[index].task, situation, isSent)
            }
        }
        return decision
    }

    private func precedes(_ one: Choice, _ other: Choice, _ situation: Situation) -> Bool {
        let (left, right) = (situation.tasks[one.task], situation.tasks[other.task])
        if left.priority != right.priority { return left.priority < right.priority }
        if left.isOverdue != right.isOverdue { return right.isOverdue }
        return one.regret == other.regret ? one.task < other.task : one.regret > other.regret
    }

    /// The nearest and the second nearest team of a task, of those not sent yet.
    private struct Choice {
        let task: Int
        var best: Int?
        var second: Int?
        /// By how many milliseconds the second is farther; without a second the task loses everything.
        var regret: UInt32 = 0

        init(of task: Int, _ situation: Situation, _ isSent: [Bool]) {
            self.task = task
            for team in situation.teams.indices where !isSent[team] && situation.way(to: task, from: team) != .max {
                if let nearest = best, situation.way(to: task, from: team) >= situation.way(to: task, from: nearest) {
                    if let next = second, situation.way(to: task, from: team) >= situation.way(to: task, from: next) {
                        continue
                    }
                    second = team
                } else {
                    (second, best) = (best, team)
                }
            }
            guard let best else { return }
            regret = (second.map { situation.way(to: task, from: $0) } ?? .max) - situation.way(to: task, from: best)
        }
    }
}
