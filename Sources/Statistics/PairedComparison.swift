/// The comparison of two variants that ran the same replications: the mean of the paired differences.
///
/// Both variants meet the same luck in each replication, so the differences vary far less than the values, and two
/// identical variants differ by exactly zero. For intervals that hold for m comparisons at once, ask for a confidence of
/// 1 − 0.05/m and multiply p values by m (Bonferroni).
public struct PairedComparison: Equatable, Sendable {
    /// The mean of variant minus baseline, with its Student t interval.
    public let difference: ConfidenceInterval
    /// The mean difference over its standard error: 0 for identical samples, infinite if all differences are equal.
    public let tStatistic: Double
    /// The probability of so large a difference, either way, if the variants were alike in the mean.
    ///
    /// 1 for identical samples, 0 if all differences are equal and not zero.
    public let pValue: Double

    /// Compares finite values of the same replications in the same order, `nil` for fewer than two.
    ///
    /// - Complexity: O(n) for n replications.
    public init?(baseline: [Double], variant: [Double], confidence: Double = 0.95) {
        precondition(baseline.count == variant.count, "paired samples have the same length")
        var tally = Tally()
        for (before, after) in zip(baseline, variant) { tally.add(after - before) }
        guard let interval = MeanInterval.interval(of: tally, confidence: confidence), let variance = tally.variance
        else { return nil }
        difference = interval
        if interval.estimate == 0 {
            tStatistic = 0
        } else {
            // A variance of zero makes this infinite, with the sign of the difference.
            tStatistic = interval.estimate / (variance / Double(tally.count)).squareRoot()
        }
        pValue = StudentT.twoSidedProbability(tStatistic, degreesOfFreedom: Double(tally.count - 1))
    }
}
