import Testing

@testable import Experiments

@Suite struct CurveBookTests {
    /// The count of a cell in a replication: cells of all sorts, from constant ones to those that are mostly nothing.
    private func count(_ cell: Int, _ replication: Int) -> Int32 {
        var bits = UInt64(cell * 7919 + replication + 1) &* 0x9E37_79B9_7F4A_7C15
        bits ^= bits >> 29
        bits = (bits &* 0xBF58_476D_1CE4_E5B9) >> 40
        switch cell % 5 {
        case 0: return Int32(cell % 100)
        case 1: return Int32(bits % 256)
        case 2: return bits % 30 == 0 ? Int32(bits % 9000) : 0
        case 3: return 300_000 + Int32(bits % 130_000)
        default: return Int32(bits % 430_000)
        }
    }

    /// Quantile `probability` as the books define it: a straight line between the two values around rank (n − 1)p.
    private func quantile(_ probability: Double, _ values: [Double]) -> Double {
        let sorted = values.sorted()
        let rank = Double(sorted.count - 1) * probability
        let below = Int(rank + 1e-9)
        let fraction = max(0, rank - Double(below))
        return below + 1 < sorted.count && fraction > 1e-9
            ? sorted[below] + fraction * (sorted[below + 1] - sorted[below]) : sorted[below]
    }

    private let cells = 2500

    private func row(_ replication: Int) -> [Int32] { (0..<cells).map { count($0, replication) } }

    /// The largest distance of a curve's values from those worked out from all replications, as shares of the latter.
    private func error(_ curve: Curve, _ replications: Int, _ value: (Int, Int) -> Double) -> (
        mean: Double, quantiles: Double
    ) {
        var (mean, quantiles) = (0.0, 0.0)
        func distance(_ one: Double, _ other: Double) -> Double {
            one == other ? 0 : (one - other).magnitude / max(other.magnitude, 1e-300)
        }
        for cell in stride(from: 0, to: cells, by: 7) {
            let values = (0..<replications).map { value(cell, $0) }
            mean = max(mean, distance(curve.mean[cell], values.reduce(0, +) / Double(replications)))
            quantiles = max(quantiles, distance(curve.p5[cell], quantile(0.05, values)))
            quantiles = max(quantiles, distance(curve.p95[cell], quantile(0.95, values)))
        }
        return (mean, quantiles)
    }

    @Test(arguments: [1, 2, 30, 500]) func `up to 500 replications are exact`(replications: Int) {
        var (numbers, shares) = (CurveBook.ofNumbers, CurveBook.ofShares)
        for replication in 0..<replications {
            numbers.add(row(replication))
            shares.add(row(replication), outOf: 430_000 + replication)
        }
        let number = error(numbers.curve(from: 0, stride: 1), replications) { Double(count($0, $1)) }
        #expect(number.mean < 1e-12 && number.quantiles < 1e-12)
        let share = error(shares.curve(from: 0, stride: 1), replications) {
            Double(count($0, $1)) / Double(430_000 + $1)
        }
        #expect(share.mean < 1e-12 && share.quantiles < 1e-12)
    }

    @Test func `more are as near as is said, and small numbers stay exact`() {
        var (numbers, shares) = (CurveBook.ofNumbers, CurveBook.ofShares)
        for replication in 0..<700 {
            numbers.add(row(replication))
            shares.add(row(replication), outOf: 430_000 + replication)
        }
        let curve = numbers.curve(from: 0, stride: 1)
        let number = error(curve, 700) { Double(count($0, $1)) }
        #expect(number.mean < 1e-12 && number.quantiles <= 0.004)
        let share = error(shares.curve(from: 0, stride: 1), 700) { Double(count($0, $1)) / Double(430_000 + $1) }
        // A share is counted in steps of 2⁻³⁰.
        #expect(share.mean < 1e-6 && share.quantiles <= 0.004 + 1e-3)
        for cell in 0..<cells where cell % 5 < 2 {
            let values = (0..<700).map { Double(count(cell, $0)) }
            #expect(curve.p5[cell] == quantile(0.05, values) && curve.p95[cell] == quantile(0.95, values))
        }
    }

    @Test func `a curve read in between is that of the rows so far, and reading changes nothing`() {
        var (book, read) = (CurveBook.ofNumbers, CurveBook.ofNumbers)
        for replication in 0..<(500 + 70) {
            book.add(row(replication))
            read.add(row(replication))
            guard [500, 501, 531, 532, 533, 569].contains(replication) else { continue }
            let curve = read.curve(from: 0, stride: 1)
            let far = error(curve, replication + 1) { Double(count($0, $1)) }
            #expect(far.mean < 1e-12 && far.quantiles <= 0.004)
        }
        let (one, other) = (book.curve(from: 3, stride: 5), read.curve(from: 3, stride: 5))
        #expect(one.mean == other.mean && one.p5 == other.p5 && one.p95 == other.p95)
    }

    @Test func `a small table stays exact for thousands of replications`() {
        var book = CurveBook.ofNumbers
        for replication in 0..<3000 { book.add([count(3, replication), count(4, replication)]) }
        for (number, cell) in [3, 4].enumerated() {
            let values = (0..<3000).map { Double(count(cell, $0)) }
            let curve = book.curve(from: number, stride: 2)
            #expect(curve.p5 == [quantile(0.05, values)] && curve.p95 == [quantile(0.95, values)])
        }
    }

    @Test func `what is kept does not grow with the replications`() {
        var book = CurveBook.ofNumbers
        for replication in 0..<500 { book.add(row(replication)) }
        #expect(book.size == 500 * cells)
        var sizes: [Int] = []
        for start in [500, 750, 1000] {
            for replication in start..<start + 250 { book.add(row(replication)) }
            sizes.append(book.size)
        }
        // The range of values is nearly known by then, and with it the number of buckets.
        #expect(Double(sizes[2]) < 1.05 * Double(sizes[0]))
        // 256 numbers have a bucket each, and 128 every doubling up to 2^19.
        #expect(sizes[2] <= (256 + 11 * 128) * cells)
    }
}
