/// The rank of an event among those due in the same millisecond.
///
/// Events of one time and one priority happen in the order in which they were scheduled.
@frozen
public enum EventPriority: UInt8, CaseIterable, Comparable, Sendable, BitwiseCopyable {
    /// Before everything else: changes to the world that all others must see, such as a road that closes.
    case first
    /// Before ordinary events: what is released must be free before somebody asks for it.
    case early
    /// The priority of nearly every event.
    case normal
    /// After ordinary events: decisions that should see all that has happened in this instant.
    case late
    /// After everything else: what happens only if nothing in this instant has prevented it, and observation.
    case last

    /// Orders priorities from first to last.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
