/// A level that changes in steps over time, such as people on post, with its exact integral.
///
/// Time is integer milliseconds and the level is an integer, so the integral is an integer too and no rounding ever
/// enters: person-milliseconds balance exactly, which the audit relies on. The level holds from the moment it is recorded
/// up to the next; of several levels recorded at one moment only the last one holds, so what happens within an instant
/// leaves no trace.
@frozen
public struct TimeWeighted: Equatable, Sendable {
    /// The moment the span begins, in milliseconds.
    public let start: Int64

    @usableFromInline var current: Int64
    @usableFromInline var lastChange: Int64
    @usableFromInline var highestPast = Int64.min
    @usableFromInline var accumulated: Int128 = 0

    /// Creates a span that begins at `start` with `level`.
    @inlinable
    public init(level: Int64 = 0, start: Int64 = 0) {
        self.start = start
        current = level
        lastChange = start
    }

    /// The level that holds since the last record.
    @inlinable public var level: Int64 { current }

    /// Sets the level from `time` on; `time` must not lie before the last record.
    @inlinable
    public mutating func record(_ level: Int64, at time: Int64) {
        precondition(time >= lastChange, "a level is recorded in order of time")
        if time > lastChange {
            accumulated += Int128(current) * Int128(time - lastChange)
            highestPast = Swift.max(highestPast, current)
            lastChange = time
        }
        current = level
    }

    /// The level's integral from the start to `end`, in level times milliseconds, exact.
    public func integral(through end: Int64) -> Int128 {
        precondition(end >= lastChange, "the integral runs at least to the last record")
        return accumulated + Int128(current) * Int128(end - lastChange)
    }

    /// The mean level from the start to `end`, `nil` for an empty span.
    public func mean(through end: Int64) -> Double? {
        guard end > start else { return nil }
        return Double(integral(through: end)) / Double(end - start)
    }

    /// The highest level that held at any moment so far, the present one included.
    public var maximum: Int64 { Swift.max(highestPast, current) }
}
