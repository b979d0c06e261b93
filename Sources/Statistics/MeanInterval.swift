/// The confidence interval of a mean over independent replications.
public enum MeanInterval {
    /// Student's t interval of the mean of finite `values`, corrected for skewness, `nil` for fewer than two.
    ///
    /// - Complexity: O(n) for n values.
    public static func interval(of values: [Double], confidence: Double = 0.95) -> ConfidenceInterval? {
        ClusteredMean(values, blocks: Array(values.indices))?.interval(confidence: confidence)
    }

    /// Student's plain t interval of the mean of what `tally` has seen, `nil` for fewer than two observations.
    ///
    /// Equal observations give an interval of no width; that is what was seen, not a proof that nothing else can happen.
    public static func interval(of tally: Tally, confidence: Double = 0.95) -> ConfidenceInterval? {
        precondition(0 < confidence && confidence < 1, "a confidence lies strictly between 0 and 1")
        guard let mean = tally.mean, let variance = tally.variance else { return nil }
        let freedom = Double(tally.count - 1)
        let quantile = StudentT.quantile(1 - (1 - confidence) / 2, degreesOfFreedom: freedom)
        let reach = quantile * (variance / Double(tally.count)).squareRoot()
        return ConfidenceInterval(estimate: mean, lower: mean - reach, upper: mean + reach)
    }
}
