/// The comparison of two variants that ran the same replications: the mean of the paired differences.
///
/// Both variants meet the same luck in each replication, so the differences vary far less than the values, and two
/// identical variants differ by exactly zero. For intervals that hold for m comparisons at once, ask for a confidence of
/// 1 − 0.05/m and multiply p values by m (Bonferroni).
public struct PairedComparison: Equatable, Sendable {
    /// The mean of variant minus baseline, with its Student t interval, corrected for skewness.
    public let difference: ConfidenceInterval
    /// The mean difference over its standard error: 0 for identical samples, infinite if all differences are equal.
    public let tStatistic: Double
    /// The probability of so large a difference, either way, if the variants were alike in the mean.
    ///
    /// 1 for identical samples, 0 if all differences are equal and not zero.
    public let pValue: Double

    /// Compares finite values of the same replications in the same order, `nil` for fewer than two.
    ///
    /// Replications of one of `blocks` share a place and are not independent; without blocks, or with a single one, each
    /// stands for itself.
    ///
    /// - Complexity: O(n) for n replications.
    public init?(baseline: [Double], variant: [Double], blocks: [Int]? = nil, confidence: Double = 0.95) {
        precondition(baseline.count == variant.count, "paired samples have the same length")
        let differences = zip(baseline, variant).map { $1 - $0 }
        let alone = Array(differences.indices)
        let clustered = blocks.flatMap { ClusteredMean(differences, blocks: $0) }
        guard let mean = clustered ?? ClusteredMean(differences, blocks: alone) else { return nil }
        difference = mean.interval(confidence: confidence)
        // An error of zero makes this infinite, with the sign of the difference.
        tStatistic = mean.mean == 0 ? 0 : mean.mean / mean.standardError
        pValue = mean.pValue
    }
}
