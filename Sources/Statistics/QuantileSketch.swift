/// Quantiles of non-negative integers in bounded memory, by the one definition of `Quantiles`, with a stated error.
///
/// Up to `exactCount` values are kept, and quantiles are exact. Of more the same definition is read off the buckets of an
/// `IntegerHistogram`, so the quantile is within `relativeError` of the exact one. Which of the two it is hangs on the number of values
/// alone, so values give the same bits in any order and however they are merged. What was never reached is counted, and larger than
/// any value.
@frozen
public struct QuantileSketch: Sendable {
    /// The largest number of values of which quantiles are exact.
    public let exactCount: Int

    @usableFromInline var kept: [Int64] = []
    @usableFromInline var buckets: IntegerHistogram
    /// How many were never reached.
    public private(set) var never: Int64 = 0

    /// Creates a sketch without values; the defaults take at most 80 kB, and past `exactCount` values at most 230 kB, twice
    /// that past 2^32 of them.
    public init(exactCount: Int = 10_000, precisionBits: Int = 10) {
        precondition(exactCount >= 0, "no fewer than no values are kept")
        self.exactCount = exactCount
        buckets = IntegerHistogram(precisionBits: precisionBits)
    }

    /// The number of values, those never reached left out.
    public var reached: Int64 { Int64(kept.count) + buckets.count }

    /// The number of values, those never reached included.
    public var count: Int64 { reached + never }

    /// Whether quantiles are exact.
    public var isExact: Bool { buckets.count == 0 }

    /// The largest relative error of a quantile: none up to `exactCount` values, then half a bucket.
    public var relativeError: Double { isExact ? 0 : buckets.relativeError }

    /// How many numbers are kept for them.
    public var size: Int { kept.count + buckets.size }

    /// The mean of the values that were reached, exact up to one rounding; nil without any.
    public var mean: Double? {
        guard reached > 0 else { return nil }
        return Double(kept.reduce(buckets.sum) { $0 + Int128($1) }) / Double(reached)
    }

    /// Adds `value`, which must not be negative.
    ///
    /// - Complexity: O(1) amortized.
    @inlinable
    public mutating func add(_ value: Int64) {
        precondition(value >= 0, "a sketch takes no negative values")
        if buckets.count > 0 {
            buckets.add(value)
        } else if kept.count < exactCount {
            kept.append(value)
        } else {
            spill()
            buckets.add(value)
        }
    }

    /// Adds values, none of them negative, all at once.
    ///
    /// - Complexity: O(values + number of buckets).
    public mutating func add(contentsOf values: [Int64]) {
        if isExact, kept.count + values.count <= exactCount {
            precondition(values.allSatisfy { $0 >= 0 }, "a sketch takes no negative values")
            kept += values
        } else {
            spill()
            buckets.add(contentsOf: values)
        }
    }

    /// Adds a value that was never reached.
    public mutating func addNever() { never += 1 }

    /// Adds all values of `other`, which must have the same limit and precision.
    ///
    /// - Complexity: O(values kept + number of buckets).
    public mutating func merge(_ other: QuantileSketch) {
        precondition(exactCount == other.exactCount, "only sketches of one limit merge")
        if !other.isExact || reached + other.reached > Int64(exactCount) { spill() }
        buckets.merge(other.buckets)
        never += other.never
        for value in other.kept { add(value) }
    }

    /// The quantile `probability`, infinite where it was never reached; nil without values.
    ///
    /// The values are divided by `unit` before anything is done with them, so that a time in milliseconds gives the bits of one in minutes.
    ///
    /// - Complexity: O(n log n) for the values kept, O(number of buckets) beyond.
    public func quantile(_ probability: Double, inUnitsOf unit: Double = 1) -> Double? {
        guard count > 0 else { return nil }
        let sorted = kept.sorted()
        func value(ofRank rank: Int64) -> Double {
            if rank >= reached { return .infinity }
            return (isExact ? Double(sorted[Int(rank)]) : buckets.middle(ofRank: rank)) / unit
        }
        let (below, fraction) = Quantiles.position(probability, count: Int(count))
        let lower = value(ofRank: Int64(below))
        guard fraction > 0, lower.isFinite else { return lower }
        return Quantiles.between(lower, value(ofRank: Int64(below) + 1), fraction)
    }

    /// Moves the values kept into buckets.
    @usableFromInline
    mutating func spill() {
        buckets.add(contentsOf: kept)
        kept = []
    }
}

extension QuantileSketch: Equatable {
    /// Whether two sketches hold the same values, in whatever order they came.
    public static func == (one: QuantileSketch, other: QuantileSketch) -> Bool {
        one.exactCount == other.exactCount && one.never == other.never && one.buckets == other.buckets
            && one.kept.sorted() == other.kept.sorted()
    }
}
