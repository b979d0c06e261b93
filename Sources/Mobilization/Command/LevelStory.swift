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

    private let organizations: Int
    private var times: [Int64]
    private var acted: [Int64]

    init(organizations: Int, incidents: Int = 1) {
        self.organizations = organizations
        times = Array(repeating: -1, count: Self.levels * Self.steps * incidents)
        acted = Array(repeating: -1, count: Self.levels * organizations * incidents)
    }

    private func index(of alert: Alert, _ step: Step) -> Int {
        (Int(alert.incident) * Self.levels + Int(alert.level.rawValue)) * Self.steps + step.rawValue
    }

    private func index(of alert: Alert, at node: OrganizationNodeID) -> Int {
        (Int(alert.incident) * organizations + node.index) * Self.levels + Int(alert.level.rawValue)
    }

    private var incidents: Range<Int> { 0..<times.count / (Self.levels * Self.steps) }

    // MARK: One alert

    /// When a step of the decision on an alert was taken.
    func time(of alert: Alert, _ step: Step) -> Int64 { times[index(of: alert, step)] }

    /// When an organization acted on an alert.
    func time(of alert: Alert, at node: OrganizationNodeID) -> Int64 { acted[index(of: alert, at: node)] }

    // MARK: A level, whatever the incident

    /// When a step of the decision on a level was first taken for any incident.
    func time(of level: ResponseLevel, _ step: Step) -> Int64 {
        Self.first(incidents.map { time(of: Alert(level, incident: $0), step) })
    }

    /// When an organization first acted on a level for any incident.
    func time(of level: ResponseLevel, at node: OrganizationNodeID) -> Int64 {
        Self.first(incidents.map { time(of: Alert(level, incident: $0), at: node) })
    }

    private static func first(_ times: [Int64]) -> Int64 { times.filter { $0 >= 0 }.min() ?? -1 }

    /// The highest level ordered by the end of the run; `none` if no order was given.
    var highest: ResponseLevel { ResponseLevel.ordered.last { time(of: $0, .ordered) >= 0 } ?? .none }

    /// When the first order was given, whatever its level; nil if none was.
    var firstOrder: Int64? { firstOrder(from: .iv) }

    /// When `level` or a higher one was first ordered, which asks for all that `level` does; nil if none was.
    func firstOrder(from level: ResponseLevel) -> Int64? {
        ResponseLevel.ordered.filter { $0 >= level }.map { time(of: $0, .ordered) }.filter { $0 >= 0 }.min()
    }

    // MARK: Writing

    mutating func set(_ alert: Alert, _ step: Step, at now: Int64) { times[index(of: alert, step)] = now }

    mutating func set(_ node: OrganizationNodeID, _ alert: Alert, at now: Int64) {
        acted[index(of: alert, at: node)] = now
    }
}
