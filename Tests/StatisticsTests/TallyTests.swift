import Statistics
import Testing

@Test func `an empty tally has no mean, no variance and no extremes`() {
    let tally = Tally()
    #expect(tally.count == 0 && tally.sum == 0)
    #expect(tally.mean == nil && tally.variance == nil && tally.minimum == nil && tally.maximum == nil)
    #expect(Tally([7]).mean == 7 && Tally([7]).variance == nil)
}

@Test func `a tally of small whole numbers is exact`() {
    // The eight numbers of many textbooks: mean 5, squared deviations 32.
    let tally = Tally([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(tally.count == 8 && tally.sum == 40 && tally.mean == 5)
    #expect(isClose(tally.variance, 32.0 / 7))
    #expect(tally.minimum == 2 && tally.maximum == 9)
}

@Test func `the variance survives a large offset`() {
    // The naive sum of squares loses every digit here: NIST's "NumAcc4" pattern, variance exactly 0.01.
    let tally = Tally([10_000_000.2] + (0..<500).flatMap { _ in [10_000_000.1, 10_000_000.3] })
    #expect(isClose(tally.mean, 10_000_000.2))
    #expect(isClose(tally.standardDeviation, 0.1, within: 1e-7))
}

@Test func `equal values have exactly their value as mean and no variance`() {
    let tally = Tally(repeatElement(0.1, count: 10))
    #expect(tally.mean == 0.1 && tally.variance == 0)
}

@Test(arguments: 1...50 as ClosedRange<UInt64>)
func `the running variance agrees with the two-pass one`(seed: UInt64) {
    var numbers = SampleNumbers(seed: seed)
    let values = numbers.normals(2 + Int(seed) * 7, mean: Double(seed) * 100)
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(isClose(Tally(values).mean, mean))
    #expect(isClose(Tally(values).variance, squares / Double(values.count - 1), within: 1e-10))
}

@Test(arguments: 1...50 as ClosedRange<UInt64>)
func `merged tallies summarize all values, wherever they are cut`(seed: UInt64) {
    var numbers = SampleNumbers(seed: seed)
    let values = numbers.normals(60, mean: 3)
    let cuts = [0, Int(seed) % 20, 20 + Int(seed) % 40, 60]
    var merged = Tally()
    for (start, end) in zip(cuts, cuts.dropFirst()) { merged.merge(Tally(values[start..<end])) }
    let whole = Tally(values)
    #expect(merged.count == 60 && merged.minimum == whole.minimum && merged.maximum == whole.maximum)
    #expect(isClose(merged.mean, whole.mean ?? 0))
    #expect(isClose(merged.variance, whole.variance ?? 0))
}

@Test func `tallies merged in one order have the same bits each time`() {
    var numbers = SampleNumbers(seed: 5)
    let parts = (0..<8).map { _ in Tally(numbers.normals(11)) }
    func merged() -> Tally {
        var all = Tally()
        for part in parts { all.merge(part) }
        return all
    }
    #expect(merged() == merged())
}

@Test func `merging with an empty tally changes nothing`() {
    var tally = Tally([1, 2, 4])
    tally.merge(Tally())
    #expect(tally == Tally([1, 2, 4]))
    var empty = Tally()
    empty.merge(tally)
    #expect(empty == tally)
}
