/// A rule that pairs open tasks with free teams.
///
/// It is pure: it sees what headquarters sees at that moment and answers with a choice. It knows no clock, draws no
/// random number and changes nothing. To add one, write its file and name it in `DispatchPolicies`.
public protocol DispatchPolicy: Sendable {
    /// The name used in plans.
    static var name: String { get }

    /// Which of the free teams takes the task that was just opened; nil leaves it open.
    func team(for task: OpenTask, from candidates: [Candidate]) -> Int?

    /// Which of the open tasks the team that was just freed takes; nil leaves it free.
    func task(from candidates: [Candidate]) -> Int?
}

/// What headquarters knows of a task: its urgency.
public struct OpenTask: Sendable {
    /// Smaller goes first.
    public var priority: Int

    /// Creates the view of a task.
    public init(priority: Int) { self.priority = priority }
}

/// One possible pairing of a team and a task.
public struct Candidate: Sendable {
    /// Travel time in milliseconds, `UInt32.max` if there is no way.
    public var travel: UInt32
    /// The task's urgency; smaller goes first.
    public var priority: Int
    /// When the task must be done, in milliseconds; `Int64.max` without a deadline.
    public var deadline: Int64
    /// Whether that time is over already.
    public var isOverdue: Bool

    /// Creates a candidate.
    public init(travel: UInt32, priority: Int, deadline: Int64, isOverdue: Bool = false) {
        self.travel = travel
        self.priority = priority
        self.deadline = deadline
        self.isOverdue = isOverdue
    }
}

/// The table of policies: the one place that names them.
public enum DispatchPolicies {
    /// Every policy by the name used in plans.
    public static let all: [(name: String, policy: any DispatchPolicy)] = [(NearestTeam.name, NearestTeam())]
}
