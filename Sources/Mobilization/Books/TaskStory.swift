import DenseTables

/// What is noted about a task or post; times are milliseconds, -1 where it has not happened.
public struct TaskStory: BitwiseCopyable, Sendable, Equatable {
    /// When the hazard made it.
    public var appeared: Int64 = -1
    /// The alert whose warrant made it: its own level's, or a higher one's if its own was skipped.
    public var cause = Alert(.none)
    /// When it was ordered.
    public var opened: Int64 = -1
    /// When the departments had agreed.
    public var agreed: Int64 = -1
    /// The party that does the work; none while nobody has been named.
    public var main = PartyID.none
    /// The department's party, where one is needed; none while nobody has been named.
    public var department = PartyID.none
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
