/// The place of an event in the total order of a run: time, then priority, then sequence, in 12 bytes.
///
/// 48 bits of milliseconds (8,900 years), 7 of priority, 40 of sequence (10^12 events), and last, where it cannot
/// change the order, a bit that tells whether the event can be canceled. No two events of a queue have the same
/// sequence, so the order in which they happen depends on nothing but the calls that scheduled them.
@frozen @usableFromInline
struct EventKey: Hashable, Sendable, BitwiseCopyable {
    /// Time, priority and the upper 8 bits of the sequence and the bit after it.
    @usableFromInline let high: UInt64
    /// The lower 31 bits of the sequence and the bit after it.
    @usableFromInline let low: UInt32

    /// The bits that hold the time.
    @inlinable static var timeBits: Int { 48 }
    /// The first millisecond a key cannot hold.
    @inlinable static var timeLimit: Int64 { 1 << 48 }
    /// The number of distinct sequences.
    @inlinable static var sequenceLimit: Int { 1 << 40 }

    @inlinable
    init(high: UInt64, low: UInt32) {
        self.high = high
        self.low = low
    }

    @inlinable
    init(time: SimulationTime, priority: EventPriority, sequence: Int, isCancelable: Bool = false) {
        let tail = UInt64(truncatingIfNeeded: sequence &<< 1) | (isCancelable ? 1 : 0)
        high = UInt64(truncatingIfNeeded: time.milliseconds) &<< 16 | UInt64(priority.rawValue) &<< 9 | tail &>> 32
        low = UInt32(truncatingIfNeeded: tail)
    }

    @inlinable var milliseconds: Int64 { Int64(truncatingIfNeeded: high &>> 16) }
    @inlinable var priority: Int { Int(truncatingIfNeeded: high &>> 9) & 0x7F }
    @inlinable var sequence: Int { Int(truncatingIfNeeded: (high & 0x1FF) &<< 31 | UInt64(low) &>> 1) }
    @inlinable var isCancelable: Bool { low & 1 != 0 }

    /// Compares the whole key at once, without a branch that no processor could predict.
    @inlinable @inline(__always)
    func precedes(_ other: EventKey) -> Bool {
        UInt128(_low: UInt64(low), _high: high) < UInt128(_low: UInt64(other.low), _high: other.high)
    }
}
