/// Quantiles of non-negative integers in bounded memory, by the one definition of `Quantiles`, with a stated error.
///
/// Up to `exactCount` values are kept, and quantiles are exact. Of more the same definition is read off the buckets of an
/// `IntegerHistogram`: each of the two order statistics it interpolates between is taken in the middle of its bucket, so the quantile is
/// within `relativeError` of the exact one. Which of the two it is hangs on the number of values alone, so values give the same bits in
/// any order and however they are merged.
@frozen
public struct QuantileSketch: Sendable {
    /// The largest number of values of which quantiles are exact.
    public let exactCount: Int

    @usableFromInline var kept: [Int64] = []
    @usableFromInline var buckets: IntegerHistogram

    /// Creates a sketch without values; the defaults take at most 80 kB, and past `exactCount` values at most 440 kB.
    public init(exactCount: Int = 10_000, precisionBits: Int = 10) {
        precondition(exactCount >= 0, "no fewer than no values are kept")
        self.exactCount = exactCount
        buckets = IntegerHistogram(precisionBits: precisionBits)
    }

    /// The number of values.
    public var count: Int64 { Int64(kept.count) + buckets.count }

    /// Whether quantiles are exact.
    public var isExact: Bool { buckets.count == 0 }

    /// The largest relative error of a quantile: none up to `exactCount` values, then half a bucket.
    public var relativeError: Double { isExact ? 0 : buckets.relativeError }

    /// The mean of the values, exact up to one rounding; nil without values.
    public var mean: Double? {
        guard count > 0 else { return nil }
        return Double(kept.reduce(buckets.sum) { $0 + Int128($1) }) / Double(count)
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

    /// Adds all values of `other`, which must have the same limit and precision.
    ///
    /// - Complexity: O(values kept + number of buckets).
    public mutating func merge(_ other: QuantileSketch) {
        precondition(exactCount == other.exactCount, "only sketches of one limit merge")
        if !other.isExact || count + other.count > Int64(exactCount) { spill() }
        buckets.merge(other.buckets)
        for value in other.kept { add(value) }
    }

    /// The quantile `probability`; nil without values.
    ///
    /// - Complexity: O(n log n) for the values kept, O(number of buckets) beyond.
    public func quantile(_ probability: Double) -> Double? {
        if isExact { return Quantiles.quantile(probability, ofSorted: kept.sorted().map { Double($0) }) }
        let (below, fraction) = Quantiles.position(probability, count: Int(count))
        let lower = buckets.middle(ofRank: Int64(below))
        guard fraction > 0 else { return lower }
        return Quantiles.between(lower, buckets.middle(ofRank: Int64(below) + 1), fraction)
    }

    /// Moves the values kept into buckets.
    @usableFromInline
    mutating func spill() {
        for value in kept { buckets.add(value) }
        kept = []
    }
}

extension QuantileSketch: Equatable {
    /// Whether two sketches hold the same values, in whatever order they came.
    public static func == (one: QuantileSketch, other: QuantileSketch) -> Bool {
        one.exactCount == other.exactCount && one.buckets == other.buckets && one.kept.sorted() == other.kept.sorted()
    }
}
