import Dispatching

/// Who goes where: the `dispatch` group of a plan.
public struct DispatchPlan: Sendable {
    /// The policy that pairs open tasks with free teams.
    public var policy: any DispatchPolicy = NearestTeam()
    /// How long a task waits for a team before it falls to the community, 社区兜底; nil if it never does.
    public var lastResortAfter: Int64?

    /// Creates the neutral plan: the nearest team, no last resort.
    public init() {}
}
