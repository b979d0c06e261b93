/// A mergeable histogram of non-negative integers with a stated relative error, for values too many to keep.
///
/// Buckets are log-linear (as in HdrHistogram): every power of two is cut into 2^`precisionBits` equal buckets, and values
/// below 2^(`precisionBits` + 1) have a bucket each and stay exact. Only the buckets from the smallest value to the largest are there.
/// Counts, extremes and the sum are integers, so merging is exact, associative and commutative: shards and workers give the same bits in
/// any order.
@frozen
public struct IntegerHistogram: Equatable, Sendable {
    /// The binary logarithm of the number of buckets in each power of two.
    public let precisionBits: Int

    @usableFromInline var total: Int64 = 0
    @usableFromInline var sumOfValues: Int128 = 0
    @usableFromInline var smallest = Int64.max
    @usableFromInline var largest: Int64 = 0
    /// The bucket of the smallest value, to which the first of `counts` belongs.
    @usableFromInline var firstBucket = 0
    @usableFromInline var counts = BucketCounts()

    /// Creates an empty histogram; 7 bits take at most 29 KiB, 512 bytes for each doubling from the smallest value to the largest, twice that past
    /// 2^32 values, and place every value within 0.4 %.
    public init(precisionBits: Int = 7) {
        precondition((1...16).contains(precisionBits), "a histogram has 1 to 16 precision bits")
        self.precisionBits = precisionBits
    }

    /// The largest relative error of the middle of a bucket: half its width, 2^−(`precisionBits` + 1).
    public var relativeError: Double { 0.5 / Double(1 << precisionBits) }

    /// Adds `value`, which must not be negative, `times` times.
    ///
    /// - Complexity: O(1), and O(number of buckets) for a value below the smallest or above the largest so far.
    @inlinable
    public mutating func add(_ value: Int64, times: Int64 = 1) {
        precondition(value >= 0, "a histogram takes no negative values")
        precondition(times >= 0, "a value cannot be added a negative number of times")
        guard times > 0 else { return }
        let bucket = self.bucket(of: value)
        if bucket < firstBucket || bucket >= firstBucket + counts.count { cover(bucket...bucket) }
        total += times
        counts.add(times, to: bucket - firstBucket, total: total)
        sumOfValues += Int128(value) * Int128(times)
        smallest = Swift.min(smallest, value)
        largest = Swift.max(largest, value)
    }

    /// Adds values, none of them negative, and makes room for them once.
    ///
    /// - Complexity: O(values + number of buckets).
    public mutating func add(contentsOf values: [Int64]) {
        guard let least = values.min(), let most = values.max() else { return }
        precondition(least >= 0, "a histogram takes no negative values")
        cover(bucket(of: least)...bucket(of: most))
        for value in values { add(value) }
    }

    /// Adds all values of `other`, which must have the same precision.
    ///
    /// - Complexity: O(number of buckets).
    public mutating func merge(_ other: IntegerHistogram) {
        precondition(precisionBits == other.precisionBits, "only histograms of one precision merge")
        guard other.count > 0 else { return }
        cover(other.firstBucket...other.firstBucket + other.counts.count - 1)
        total += other.total
        for bucket in 0..<other.counts.count {
            counts.add(other.counts[bucket], to: other.firstBucket - firstBucket + bucket, total: total)
        }
        sumOfValues += other.sumOfValues
        smallest = Swift.min(smallest, other.smallest)
        largest = Swift.max(largest, other.largest)
    }

    /// How many buckets are kept.
    public var size: Int { counts.count }

    /// The number of values.
    public var count: Int64 { total }

    /// The sum of the values, exact.
    public var sum: Int128 { sumOfValues }

    /// The smallest value, exact; `nil` without values.
    public var minimum: Int64? { count > 0 ? smallest : nil }

    /// The largest value, exact; `nil` without values.
    public var maximum: Int64? { count > 0 ? largest : nil }

    /// The mean of the values, exact up to one rounding; `nil` without values.
    public var mean: Double? { count > 0 ? Double(sum) / Double(count) : nil }

    /// The range in which the value of rank `rank` lies, counted from 0 in ascending order.
    ///
    /// - Complexity: O(number of buckets).
    public func bounds(ofRank rank: Int64) -> ClosedRange<Int64> {
        precondition((0..<count).contains(rank), "there is no value of this rank")
        var passed: Int64 = 0
        for index in 0..<counts.count {
            passed += counts[index]
            guard passed > rank else { continue }
            let range = values(of: firstBucket + index)
            return Swift.max(range.lowerBound, smallest)...Swift.min(range.upperBound, largest)
        }
        return largest...largest
    }

    /// The middle of those bounds, within `relativeError` of the value.
    public func middle(ofRank rank: Int64) -> Double {
        let range = bounds(ofRank: rank)
        return Double(range.lowerBound) + Double(range.upperBound - range.lowerBound) / 2
    }

    @inlinable
    func bucket(of value: Int64) -> Int {
        let bits = Int64.bitWidth - value.leadingZeroBitCount
        let shift = Swift.max(bits - precisionBits - 1, 0)
        return (shift << precisionBits) + Int(value >> Int64(shift))
    }

    private func values(of bucket: Int) -> ClosedRange<Int64> {
        let shift = Swift.max((bucket >> precisionBits) - 1, 0)
        let lower = Int64(bucket - (shift << precisionBits)) << Int64(shift)
        return lower...(lower + ((1 << Int64(shift)) - 1))
    }

    /// Makes room for the buckets `wanted` beside those there are, and no more: histograms come by the ten thousand.
    @usableFromInline
    mutating func cover(_ wanted: ClosedRange<Int>) {
        if counts.count == 0 {
            firstBucket = wanted.lowerBound
            return counts.grow(before: 0, behind: wanted.count)
        }
        let (before, behind) = (firstBucket - wanted.lowerBound, wanted.upperBound + 1 - firstBucket - counts.count)
        guard before > 0 || behind > 0 else { return }
        counts.grow(before: max(before, 0), behind: max(behind, 0))
        firstBucket = min(firstBucket, wanted.lowerBound)
    }
}
