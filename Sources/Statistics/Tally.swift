/// A running summary of finite observations: count, sum, mean, variance and extremes, without keeping them.
///
/// The variance is updated one value at a time (Welford 1962), so that it does not cancel away for large, close values, and
/// is exactly zero for equal ones. Two tallies merge (Chan, Golub and LeVeque 1983) to the same summary up to rounding;
/// merged in a fixed order they give the same bits on any number of workers. A time that was never reached is not an
/// observation: see `RestrictedMean`.
@frozen
public struct Tally: Equatable, Sendable {
    @usableFromInline var number = 0
    @usableFromInline var total = 0.0
    @usableFromInline var center = 0.0
    @usableFromInline var squaredDeviations = 0.0
    @usableFromInline var smallest = Double.infinity
    @usableFromInline var largest = -Double.infinity

    /// Creates a tally of nothing.
    @inlinable
    public init() {}

    /// Creates a tally of `values`, added in order.
    ///
    /// - Complexity: O(n) for n values.
    @inlinable
    public init(_ values: some Sequence<Double>) {
        for value in values { add(value) }
    }

    /// Adds one observation, which must be finite.
    @inlinable
    public mutating func add(_ value: Double) {
        precondition(value.isFinite, "a tally takes finite values only")
        number += 1
        total += value
        let deviation = value - center
        center += deviation / Double(number)
        squaredDeviations += deviation * (value - center)
        smallest = Swift.min(smallest, value)
        largest = Swift.max(largest, value)
    }

    /// Adds all observations of `other`.
    public mutating func merge(_ other: Tally) {
        guard other.number > 0 else { return }
        guard number > 0 else {
            self = other
            return
        }
        let ours = Double(number)
        let theirs = Double(other.number)
        let distance = other.center - center
        number += other.number
        total += other.total
        center += distance * (theirs / Double(number))
        squaredDeviations += other.squaredDeviations + distance * distance * (ours * theirs / Double(number))
        smallest = Swift.min(smallest, other.smallest)
        largest = Swift.max(largest, other.largest)
    }

    /// The number of observations.
    @inlinable public var count: Int { number }

    /// The sum of the observations.
    @inlinable public var sum: Double { total }

    /// The arithmetic mean, `nil` without observations.
    ///
    /// Equal observations have exactly their value as mean, which sum over count would miss by a rounding.
    public var mean: Double? {
        guard number > 0 else { return nil }
        return smallest == largest ? smallest : total / Double(number)
    }

    /// The unbiased sample variance (divisor n − 1), `nil` for fewer than two observations.
    public var variance: Double? { number > 1 ? squaredDeviations / Double(number - 1) : nil }

    /// The square root of the variance, `nil` for fewer than two observations.
    public var standardDeviation: Double? { variance?.squareRoot() }

    /// The smallest observation, `nil` without observations.
    public var minimum: Double? { number > 0 ? smallest : nil }

    /// The largest observation, `nil` without observations.
    public var maximum: Double? { number > 0 ? largest : nil }
}
