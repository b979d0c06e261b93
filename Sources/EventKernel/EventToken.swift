/// The claim to one scheduled event, with which it can be canceled.
///
/// It belongs to the queue that issued it and means nothing to another.
@frozen
public struct EventToken: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline let sequence: Int

    @inlinable
    init(sequence: Int) { self.sequence = sequence }
}
