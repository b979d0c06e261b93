/// What an event queue has done so far: counts that depend only on the calls made, never on the machine.
@frozen
public struct QueueStatistics: Equatable, Sendable {
    /// The events scheduled.
    public let scheduled: Int
    /// The events among them that were scheduled for the very instant of the clock and so waited in a lane.
    public let laneEvents: Int
    /// The events canceled before they happened.
    public let canceled: Int
    /// The most events that were pending at once.
    public let largestCount: Int
    /// How many times an event was moved to a finer wheel, or aside to insert another one: the work besides scheduling
    /// and taking, a handful an event at worst whatever their times are.
    public let moves: Int
}
