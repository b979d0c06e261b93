import Dispatching

/// Who goes where: the `dispatch` group of a plan.
public struct DispatchPlan: Sendable {
    /// The policy that pairs open tasks with free teams.
    public var policy: any DispatchPolicy = NearestTeam()
    /// Within which area tasks and teams find each other.
    public enum Area: String, Sendable, CaseIterable {
        /// Each street uses its own teams.
        case street
        /// The nearest team of the district comes.
        case district
    }

    /// The area teams are sent within.
    public var area = Area.district
    /// How long a task waits for a team before it falls to the community, 社区兜底; nil if it never does.
    public var lastResortAfter: Int64?

    /// Creates the neutral plan: the nearest team, no last resort.
    public init() {}
}
