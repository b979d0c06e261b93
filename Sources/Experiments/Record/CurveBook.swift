import Statistics

/// Quantities sampled over time, added up over replications in memory that does not grow with them.
///
/// Each replication brings a row of counts out of a whole. As many rows as `ExactCount` says are kept as they are, and curves are exact.
/// Then every sample of every quantity gets a sketch of its own and rows are forgotten but for the last few: means stay exact up to
/// rounding, quantiles keep the error of the sketch.
struct CurveBook: Sendable {
    /// Steps in which a sketch counts; a count out of 1 is its own step, a share is cut finely.
    private let steps: Double
    /// The counts of the replications kept, row after row, in one piece of memory that is given back whole.
    private var kept: [Int32] = []
    /// What each row kept is out of.
    private var wholes: [Double] = []
    private var sketches: [QuantileSketch] = []

    /// A book of numbers.
    static let ofNumbers = CurveBook(steps: 1)

    /// A book of shares from 0 to 1.
    static let ofShares = CurveBook(steps: 1_073_741_824)

    private init(steps: Double) { self.steps = steps }

    /// How many rows wait for the sketches: a sketch that is not at hand takes longer to fetch than a number to add.
    private static let rowsAtATime = 32

    /// Adds the counts of one replication, out of so many in all, or 1 for numbers.
    ///
    /// - Complexity: O(counts).
    mutating func add(_ counts: [Int32], outOf whole: Int = 1) {
        if wholes.count == mostKept(of: counts.count) { sketchKept() }
        if wholes.isEmpty { kept.reserveCapacity(mostKept(of: counts.count) * counts.count) }
        precondition(
            kept.count == wholes.count * counts.count && (sketches.isEmpty || sketches.count == counts.count),
            "all replications are sampled at the same times")
        kept += counts
        wholes.append(Double(whole))
    }

    /// The curve of every `stride`-th quantity of a row, from `first` on.
    ///
    /// - Complexity: O(samples · n log n) for n replications kept, O(samples · buckets) beyond.
    func curve(from first: Int, stride step: Int) -> Curve {
        if !sketches.isEmpty {
            var (mean, p5, p95): ([Double], [Double], [Double]) = ([], [], [])
            for cell in stride(from: first, to: sketches.count, by: step) {
                var sketch = sketches[cell]
                sketch.add(contentsOf: column(cell))
                mean.append((sketch.mean ?? 0) / steps)
                p5.append(sketch.quantile(0.05, inUnitsOf: steps) ?? 0)
                p95.append(sketch.quantile(0.95, inUnitsOf: steps) ?? 0)
            }
            return Curve(mean: mean, p5: p5, p95: p95)
        }
        return Curve(
            wholes.enumerated().map { row, whole in
                stride(from: row * width + first, to: (row + 1) * width, by: step).map { Double(kept[$0]) / whole }
            })
    }

    /// Numbers kept, to show that they do not grow with the replications.
    var size: Int { kept.count + sketches.reduce(0) { $0 + $1.size } }

    /// How many rows of so many counts are kept before they go to the sketches.
    private func mostKept(of width: Int) -> Int {
        sketches.isEmpty ? ExactCount.replications(of: width) : Self.rowsAtATime
    }

    /// The quantities of a row kept.
    private var width: Int { wholes.isEmpty ? 0 : kept.count / wholes.count }

    /// Adds the rows kept to the sketches, column after column, and forgets them.
    private mutating func sketchKept() {
        let empty = QuantileSketch(exactCount: 0, precisionBits: ExactCount.precisionBits)
        if sketches.isEmpty { sketches = Array(repeating: empty, count: width) }
        for cell in sketches.indices { sketches[cell].add(contentsOf: column(cell)) }
        (kept, wholes) = ([], [])
    }

    /// One quantity in all rows kept, in the steps of a sketch.
    private func column(_ cell: Int) -> [Int64] {
        let width = width
        return wholes.indices.map { Int64((Double(kept[$0 * width + cell]) / wholes[$0] * steps).rounded()) }
    }
}
