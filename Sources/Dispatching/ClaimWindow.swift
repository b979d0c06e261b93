import Words
import WrittenFiles

/// Lets teams nearby claim a task, 主动认领, for some time after it is opened; what nobody has claimed by then is assigned, 直接派单.
///
/// While the window is open only teams within reach take the task, the nearest first; afterwards the nearest of all is sent. A far team is
/// not drawn away at once from where a nearer task may open in a moment, at the price of the wait where nobody is near.
public struct ClaimWindow: DispatchPolicy {
    /// The name used in plans.
    public static let name = "claim"
    /// What it does.
    public static let help = LocalizedText(
        zh: "先由附近队伍认领，逾时再派单", en: "teams nearby claim first, the rest is assigned after a while")
    /// Whatever is open and free is weighed together.
    public let weighsEverything = true

    /// Milliseconds for which a task waits to be claimed.
    public let window: Int64
    /// The longest way, in milliseconds, from which a team claims.
    public let reach: Int64

    /// Creates the policy.
    public init(window: Int64, reach: Int64) { (self.window, self.reach) = (window, reach) }

    /// Reads the window and how far away a team still claims.
    public init(_ settings: inout ObjectReader) {
        window = settings.value(
            "window", .duration, default: #"{ "value": "10 min", "range": ["2 min", "30 min"] }"#,
            help: .init(zh: "认领时限", en: "how long a task waits to be claimed"))
        reach = settings.value(
            "reach", .duration, default: #"{ "value": "10 min", "range": ["5 min", "20 min"] }"#,
            help: .init(zh: "多远（路上时间）以内的队伍会认领", en: "how far away, in time on the road, a team still claims"))
    }

    /// Claims and assignments, the most urgent task first.
    ///
    /// - Complexity: O(tasks · teams).
    public func decide(_ situation: Situation) -> Decision {
        var decision = Decision()
        var isSent = [Bool](repeating: false, count: situation.teams.count)
        for task in situation.mostUrgentFirst {
            let end = situation.tasks[task].opened + window
            let isAssigned = situation.now >= end
            let nearest = situation.teams.indices.filter { team in
                let way = situation.way(to: task, from: team)
                return !isSent[team] && way != .max && (isAssigned || Int64(way) <= reach)
            }.min { situation.way(to: task, from: $0) < situation.way(to: task, from: $1) }
            if let nearest {
                isSent[nearest] = true
                decision.pairings.append(Decision.Pairing(task: task, team: nearest))
            } else if !isAssigned {
                decision.again = min(decision.again ?? .max, end)
            }
        }
        return decision
    }
}
