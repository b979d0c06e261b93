import Coverage
import DenseTables
import Organization

/// What is noted about a team while it forms and works; times are milliseconds, -1 where it has not happened.
struct TeamStory: BitwiseCopyable {
    /// When it began to gather people.
    var opened: Int64 = -1
    /// When enough people had come.
    var enough: Int64 = -1
    /// When it was first ready.
    var ready: Int64 = -1
    /// The person whose coming made it strong enough.
    var critical = PersonID.none
    /// Where it is, or last was.
    var site = SiteID.none
    /// Its people.
    var strength: Int32 = 0
    /// Tasks it has finished.
    var finished: Int32 = 0
}

/// What is noted about a task or post; times are milliseconds, -1 where it has not happened.
public struct TaskStory: BitwiseCopyable, Sendable, Equatable {
    /// One of the parties a task needs.
    public struct Party: BitwiseCopyable, Sendable, Equatable {
        /// The team, or none.
        public var team = TeamID.none
        /// When it was named.
        public var assigned: Int64 = -1
        /// Where it was then.
        public var from = SiteID.none
        /// When it was there.
        public var arrived: Int64 = -1
    }

    /// When the hazard made it.
    public var appeared: Int64 = -1
    /// The level whose warrant made it: its own, or a higher one if its own was skipped.
    public var cause = ResponseLevel.none
    /// When it was ordered.
    public var opened: Int64 = -1
    /// When the departments had agreed.
    public var agreed: Int64 = -1
    /// The team that does the work.
    public var main = Party()
    /// The department's team, where one is needed.
    public var department = Party()
    /// When the work began.
    public var started: Int64 = -1
    /// When it ended.
    public var ended: Int64 = -1
    /// When the water comes; -1 if it never does.
    public var deadline: Int64 = -1
    /// Whether it was not done when the water came.
    public var isLate = false
    /// Requests handed from one organ to another.
    public var handOffs: Int32 = 0
    /// Whether it fell to the community.
    public var lastResort = false
    /// Households that opened their door, of a warning.
    public var opening: Int32 = 0
}
