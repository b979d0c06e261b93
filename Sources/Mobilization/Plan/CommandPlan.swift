import RandomStreams

/// Who decides, and how long an order takes from the district down: the `command` group of a plan.
///
/// All distributions are durations in milliseconds.
public struct CommandPlan: Sendable {
    /// How an order passes one level of the organization.
    public struct Hop: Sendable {
        /// From the superior's order to its being in hand below (a conference call, a group call).
        public var relay = Distribution.fixed(0)
        /// From receipt to acting on it: cutting the list into posts and shifts.
        public var decide = Distribution.fixed(0)

        /// Creates a hop without delay.
        public init() {}
    }

    /// From the signal to somebody noticing it.
    public var detect = Distribution.fixed(0)
    /// From noticing to a verified report.
    public var verify = Distribution.fixed(0)
    /// Consultation, 会商研判, before the first level is ordered.
    public var consult = Distribution.fixed(0)
    /// Consultation before each further level.
    public var raise = Distribution.fixed(0)
    /// From the decision to the signed order.
    public var order = Distribution.fixed(0)
    /// District to street.
    public var street = Hop()
    /// Street to community; district to community where levels are skipped.
    public var community = Hop()
    /// Community to grid.
    public var grid = Hop()
    /// Community to compound.
    public var compound = Hop()
    /// District to a unit of its own, such as a hospital.
    public var unit = Hop()
    /// The chance that the leader at the next level misses an order, so that the deputy has to be found.
    public var missedOrder = 0.0
    /// How long finding the deputy takes.
    public var deputy = Distribution.fixed(0)
    /// Whether the district calls communities directly, over the heads of the streets.
    public var skipLevel = false
    /// Whether one commander disposes of the departments, 街长制: one request instead of one to each department.
    public var unifiedCommand = false
    /// Departments that may stand in for those a task asks for, under unified command, by number in the place's list.
    public var standIns: [Int] = []
    /// Whether departments agreed beforehand to hand their teams over.
    public var preAuthorized = false
    /// One request to another organ, by the ordinary way.
    public var handOff = Distribution.fixed(0)
    /// One request to another organ that agreed beforehand.
    public var handOffPreAuthorized = Distribution.fixed(0)

    /// Creates a command that decides at once.
    public init() {}

    /// The duration of one hand-off under this plan.
    var effectiveHandOff: Distribution { preAuthorized ? handOffPreAuthorized : handOff }
}
