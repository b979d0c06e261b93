import Statistics

/// Quantities sampled over time, added up over replications in memory that does not grow with them.
///
/// Each replication brings a row of counts out of a whole. As many rows as `ExactCount` says are kept as they are, and curves are exact.
/// Then every sample of every quantity gets a sketch of its own and rows are forgotten: means stay exact up to rounding, quantiles keep
/// the error of the sketch.
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

    /// Adds the counts of one replication, out of so many in all, or 1 for numbers.
    ///
    /// - Complexity: O(counts).
    mutating func add(_ counts: [Int32], outOf whole: Int = 1) {
        let whole = Double(whole)
        if sketches.isEmpty {
            let most = ExactCount.replications(of: counts.count)
            if wholes.isEmpty { kept.reserveCapacity(most * counts.count) }
            if wholes.count < most {
                precondition(
                    kept.count == wholes.count * counts.count, "all replications are sampled at the same times")
                kept += counts
                wholes.append(whole)
                return
            }
            sketchKept(counts.count)
        }
        precondition(counts.count == sketches.count, "all replications are sampled at the same times")
        for (cell, count) in counts.enumerated() { sketches[cell].add(inSteps(count, outOf: whole)) }
    }

    /// The curve of every `stride`-th quantity of a row, from `first` on.
    ///
    /// - Complexity: O(samples · n log n) for n replications kept, O(samples · buckets) beyond.
    func curve(from first: Int, stride step: Int) -> Curve {
        if !sketches.isEmpty {
            let cells = stride(from: first, to: sketches.count, by: step)
            return Curve(
                mean: cells.map { (sketches[$0].mean ?? 0) / steps },
                p5: cells.map { sketches[$0].quantile(0.05, inUnitsOf: steps) ?? 0 },
                p95: cells.map { sketches[$0].quantile(0.95, inUnitsOf: steps) ?? 0 })
        }
        let width = wholes.isEmpty ? 0 : kept.count / wholes.count
        return Curve(
            wholes.enumerated().map { row, whole in
                stride(from: row * width + first, to: (row + 1) * width, by: step).map { Double(kept[$0]) / whole }
            })
    }

    /// Numbers kept, to show that they do not grow with the replications.
    var size: Int { kept.count + sketches.reduce(0) { $0 + $1.size } }

    /// Puts a sketch in the place of each column of the rows kept.
    private mutating func sketchKept(_ width: Int) {
        let empty = QuantileSketch(exactCount: 0, precisionBits: ExactCount.precisionBits)
        sketches = (0..<width).map { cell in
            var sketch = empty
            sketch.add(contentsOf: wholes.indices.map { inSteps(kept[$0 * width + cell], outOf: wholes[$0]) })
            return sketch
        }
        (kept, wholes) = ([], [])
    }

    private func inSteps(_ count: Int32, outOf whole: Double) -> Int64 {
        Int64((Double(count) / whole * steps).rounded())
    }
}
