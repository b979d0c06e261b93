import RandomStreams

/// How long the work at the door and on the dike takes: the `fieldWork` group of a plan.
public struct FieldWorkPlan: Sendable {
    /// From one door to the next and knocking.
    public var door = Distribution.fixed(0)
    /// The chance that a door is opened.
    public var opened = 1.0
    /// Telling those who open.
    public var talk = Distribution.fixed(0)
    /// The chance that a household refuses at first.
    public var refuses = 0.0
    /// Persuading one that refuses.
    public var persuade = Distribution.fixed(0)
    /// From a warning to the household's being out, beside the team's work.
    public var leave = Distribution.fixed(0)
    /// Moving one resident who needs help to the shelter.
    public var transfer = Distribution.fixed(0)
    /// People needed beside each such resident.
    public var helpers = 1
    /// How long the department's team stays to open a post.
    public var openPost = Distribution.fixed(0)

    /// Creates work that takes no time.
    public init() {}
}
