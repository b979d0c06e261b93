/// A plan, 预案: who decides what at which level, whom to call how, which teams to form, and how they work.
///
/// One group per verb of the model. A fresh plan is neutral: nothing takes time and nobody is called.
public struct Plan: Sendable {
    /// Deciding and passing on orders.
    public var command = CommandPlan()
    /// Turning standing organizations into their emergency form.
    public var conversion = ConversionPlan()
    /// Calling people.
    public var callOut = CallOutPlan()
    /// Getting ready, traveling and checking in.
    public var muster = MusterPlan()
    /// Forming teams.
    public var teams = TeamPlan()
    /// Pairing tasks with teams.
    public var dispatch = DispatchPlan()
    /// Closing roads, and what to do about closed ones.
    public var roads = RoadsPlan()
    /// Working.
    public var fieldWork = FieldWorkPlan()

    /// Creates the neutral plan.
    public init() {}
}
