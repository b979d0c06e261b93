/// The claim to one scheduled event, with which it can be canceled.
///
/// It belongs to the queue that issued it and means nothing to another.
@frozen
public struct EventToken: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline let key: EventKey

    @inlinable
    init(_ key: EventKey) { self.key = key }

    /// The time of the event.
    @inlinable public var time: SimulationTime { SimulationTime(milliseconds: key.milliseconds) }
}
