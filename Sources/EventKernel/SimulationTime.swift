/// A moment of simulated time, in whole milliseconds since the start of the run.
///
/// Integers make equal times equal on every machine, so that ties are decided by rule and never by rounding. An event
/// queue accepts times from 0 to 2^48 - 1 ms, about 8,900 years.
@frozen
public struct SimulationTime: Comparable, Hashable, Sendable, BitwiseCopyable {
    /// The milliseconds since the start of the run.
    public let milliseconds: Int64

    /// Creates the moment `milliseconds` after the start of the run.
    @inlinable
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The start of the run.
    @inlinable public static var zero: Self { Self(milliseconds: 0) }

    /// The seconds since the start of the run, for tables and people; never feed it back into a time.
    @inlinable public var seconds: Double { Double(milliseconds) / 1000 }

    /// Orders moments from early to late.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// The moment `milliseconds` later.
    @inlinable
    public static func + (time: Self, milliseconds: Int64) -> Self {
        Self(milliseconds: time.milliseconds + milliseconds)
    }

    /// The milliseconds from `earlier` to `later`.
    @inlinable
    public static func - (later: Self, earlier: Self) -> Int64 { later.milliseconds - earlier.milliseconds }
}
