import Statistics

/// A quantity sampled over time: its mean over replications and its 5 % and 95 % quantiles, one each a sample.
public struct Curve: Sendable {
    /// The means.
    public let mean: [Double]
    /// The 5 % quantiles.
    public let p5: [Double]
    /// The 95 % quantiles.
    public let p95: [Double]

    /// Creates a curve of what was worked out elsewhere.
    init(mean: [Double], p5: [Double], p95: [Double]) {
        self.mean = mean
        self.p5 = p5
        self.p95 = p95
    }

    /// Summarizes rows of `values`, one a replication, all of one length.
    ///
    /// - Complexity: O(samples · n log n) for n replications.
    init(_ values: [[Double]]) {
        var mean: [Double] = []
        var p5: [Double] = []
        var p95: [Double] = []
        for sample in values.first?.indices ?? 0..<0 {
            let column = values.map { $0[sample] }.sorted()
            mean.append(Tally(column).mean ?? 0)
            p5.append(Quantiles.quantile(0.05, ofSorted: column) ?? 0)
            p95.append(Quantiles.quantile(0.95, ofSorted: column) ?? 0)
        }
        self.mean = mean
        self.p5 = p5
        self.p95 = p95
    }
}
