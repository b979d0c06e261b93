/// How many values fell into each of some buckets: four bytes a bucket while all of them together are fewer than 2^32, eight beyond.
///
/// Histograms come by the ten thousand, one for every sample of every curve, and few ever count that far.
@frozen @usableFromInline
struct BucketCounts: Equatable, Sendable {
    @usableFromInline var narrow: [UInt32] = []
    /// Empty unless the counts were widened; then `narrow` is.
    @usableFromInline var wide: [Int64] = []

    @usableFromInline
    init() {}

    /// The number of buckets.
    @inlinable
    var count: Int { narrow.count + wide.count }

    /// How many values fell into a bucket.
    @inlinable
    subscript(bucket: Int) -> Int64 { wide.isEmpty ? Int64(narrow[bucket]) : wide[bucket] }

    /// Counts `times` values more in a bucket, which make `total` of all.
    @inlinable
    mutating func add(_ times: Int64, to bucket: Int, total: Int64) {
        if wide.isEmpty, total <= Int64(UInt32.max) {
            narrow[bucket] += UInt32(truncatingIfNeeded: times)
        } else {
            if wide.isEmpty { widen() }
            wide[bucket] += times
        }
    }

    /// Puts so many empty buckets before the first and behind the last.
    mutating func grow(before: Int, behind: Int) {
        func grown<Count: FixedWidthInteger>(_ counts: [Count]) -> [Count] {
            var grown = [Count](repeating: 0, count: before + counts.count + behind)
            for (bucket, count) in counts.enumerated() { grown[before + bucket] = count }
            return grown
        }
        if wide.isEmpty { narrow = grown(narrow) } else { wide = grown(wide) }
    }

    @usableFromInline
    mutating func widen() { (wide, narrow) = (narrow.map { Int64($0) }, []) }
}
