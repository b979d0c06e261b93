import Statistics
import Testing

@Test func `small values are counted exactly`() {
    var histogram = IntegerHistogram()
    for value in (0..<256 as Range<Int64>).reversed() { histogram.add(value) }
    for rank in 0..<256 as Range<Int64> { #expect(histogram.bounds(ofRank: rank) == rank...rank) }
    #expect(histogram.count == 256 && histogram.sum == 32_640 && histogram.mean == 127.5)
    #expect(histogram.minimum == 0 && histogram.maximum == 255)
}

@Test func `an empty histogram has no mean and no extremes`() {
    let histogram = IntegerHistogram()
    #expect(histogram.mean == nil && histogram.minimum == nil)
    #expect(histogram.maximum == nil)
}

@Test(arguments: [1, 3, 7, 12])
func `values keep their rank and the stated relative error over the whole range`(precisionBits: Int) {
    var numbers = SampleNumbers(seed: UInt64(precisionBits))
    var histogram = IntegerHistogram(precisionBits: precisionBits)
    var values: [Int64] = [0, .max, .max - 1]
    for _ in 0..<2000 { values.append(Int64(numbers.bits() >> (1 + numbers.bits() % 63))) }
    for value in values { histogram.add(value) }
    values.sort()
    for (rank, exact) in values.enumerated() {
        #expect(histogram.bounds(ofRank: Int64(rank)).contains(exact))
        let middle = histogram.middle(ofRank: Int64(rank))
        #expect((middle - Double(exact)).magnitude <= histogram.relativeError * Double(exact) * (1 + 1e-12))
    }
}

@Test func `one value alone is found exactly`() {
    for value in [0, 255, 256, 257, 86_400_000, Int64.max] {
        var histogram = IntegerHistogram()
        histogram.add(value, times: 3)
        #expect(histogram.bounds(ofRank: 2) == value...value)
        #expect(histogram.count == 3 && histogram.sum == 3 * Int128(value))
    }
}

@Test func `merging is exact, associative and commutative`() {
    var numbers = SampleNumbers(seed: 9)
    var whole = IntegerHistogram()
    let parts = (0..<3).map { part in
        var histogram = IntegerHistogram()
        for _ in 0..<200 {
            let value = Int64(numbers.bits() >> (20 * UInt64(part) + 1))
            histogram.add(value)
            whole.add(value)
        }
        return histogram
    }
    func merged(_ order: [Int]) -> IntegerHistogram {
        var all = IntegerHistogram()
        for part in order { all.merge(parts[part]) }
        return all
    }
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] { #expect(merged(order) == whole) }
    var right = parts[1]
    right.merge(parts[2])
    var left = parts[0]
    left.merge(right)
    #expect(left == whole)
}

@Test func `only the buckets between the extremes are there`() {
    var histogram = IntegerHistogram()
    // From 2^30 to 2^31 there are 2^7 buckets.
    for value in [1 << 30, (1 << 31) - 1, 1 << 30] as [Int64] { histogram.add(value) }
    #expect(histogram.size == 128)
    histogram.add(1 << 29)
    #expect(histogram.size == 256)
    var other = IntegerHistogram()
    other.merge(IntegerHistogram())
    #expect(other == IntegerHistogram() && other.size == 0)
    other.merge(histogram)
    #expect(other == histogram)
}

@Test(arguments: [Int64(UInt32.max) - 1, Int64(UInt32.max), Int64(UInt32.max) + 1, 1 << 40])
func `counts are exact on either side of what four bytes hold`(times: Int64) {
    var histogram = IntegerHistogram()
    histogram.add(10, times: times)
    histogram.add(7)
    histogram.add(900, times: 2)
    #expect(histogram.count == times + 3 && histogram.sum == 10 * Int128(times) + 1807)
    #expect(histogram.bounds(ofRank: 0) == 7...7 && histogram.bounds(ofRank: 1) == 10...10)
    #expect(histogram.bounds(ofRank: times) == 10...10 && histogram.bounds(ofRank: times + 1).contains(900))
    // The same in another order and from parts.
    var (other, part) = (IntegerHistogram(), IntegerHistogram())
    other.add(900)
    other.add(7)
    part.add(10, times: times)
    part.add(900)
    other.merge(part)
    #expect(other == histogram)
}
