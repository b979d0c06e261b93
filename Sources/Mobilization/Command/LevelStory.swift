import DenseTables
import Organization

/// When each level was warranted, noticed, verified, decided and ordered, and when each organization acted on it.
///
/// Times are milliseconds, -1 where it has not happened.
struct LevelStory {
    /// A step from the hazard to the order.
    enum Step: Int, CaseIterable {
        case warranted
        case detected
        case verified
        case decided
        case ordered
    }

    private static let levels = ResponseLevel.allCases.count
    private static let steps = Step.allCases.count

    private var times = [Int64](repeating: -1, count: levels * steps)
    private var acted: [Int64]

    init(organizations: Int) {
        acted = Array(repeating: -1, count: Self.levels * organizations)
    }

    /// When a step of the decision on a level was taken.
    func time(of level: ResponseLevel, _ step: Step) -> Int64 {
        times[Int(level.rawValue) * Self.steps + step.rawValue]
    }

    /// When an organization acted on a level.
    func time(of level: ResponseLevel, at node: OrganizationNodeID) -> Int64 {
        acted[node.index * Self.levels + Int(level.rawValue)]
    }

    /// The highest level ordered by the end of the run; `none` if no order was given.
    var highest: ResponseLevel { ResponseLevel.ordered.last { time(of: $0, .ordered) >= 0 } ?? .none }

    /// When the first order was given, whatever its level; nil if none was.
    var firstOrder: Int64? { firstOrder(from: .iv) }

    /// When `level` or a higher one was first ordered, which asks for all that `level` does; nil if none was.
    func firstOrder(from level: ResponseLevel) -> Int64? {
        ResponseLevel.ordered.filter { $0 >= level }.map { time(of: $0, .ordered) }.filter { $0 >= 0 }.min()
    }

    mutating func set(_ level: ResponseLevel, _ step: Step, at now: Int64) {
        times[Int(level.rawValue) * Self.steps + step.rawValue] = now
    }

    mutating func set(_ node: OrganizationNodeID, _ level: ResponseLevel, at now: Int64) {
        acted[node.index * Self.levels + Int(level.rawValue)] = now
    }
}
