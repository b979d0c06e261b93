/// The mean of values that come in blocks, with an error that knows it.
///
/// Replications of a block share a drawn place, so they are alike and tell less than as many independent ones would. The
/// error comes from the blocks' means, weighted by size (the ratio estimator of cluster sampling, Cochran 1977, chapter 9),
/// with one degree of freedom less than there are blocks. With blocks of one value it is the ordinary standard error. From
/// twenty blocks on their skewness is taken out of interval and p value; see `SkewnessCorrection`.
public struct ClusteredMean: Equatable, Sendable {
    /// The mean of all values.
    public let mean: Double
    /// Its standard error.
    public let standardError: Double
    /// One less than the number of blocks.
    public let degreesOfFreedom: Double

    private let correction: SkewnessCorrection?

    /// Summarizes finite `values`, each in the block of the same position; `nil` for fewer than two values or two blocks.
    ///
    /// - Complexity: O(n) for n values.
    public init?(_ values: [Double], blocks: [Int]) {
        precondition(values.count == blocks.count, "every value lies in a block")
        var indexOfBlock: [Int: Int] = [:]
        var tallies: [Tally] = []
        var all = Tally()
        for (value, block) in zip(values, blocks) {
            all.add(value)
            if let index = indexOfBlock[block] {
                tallies[index].add(value)
            } else {
                indexOfBlock[block] = tallies.count
                tallies.append(Tally([value]))
            }
        }
        guard tallies.count > 1, let mean = all.mean else { return nil }
        let total = Double(all.count)
        let number = Double(tallies.count)
        let distances = tallies.map { Double($0.count) * (($0.mean ?? mean) - mean) }
        let squares = distances.reduce(0) { $0 + $1 * $1 }
        self.mean = mean
        standardError = (squares * number / (number - 1)).squareRoot() / total
        degreesOfFreedom = number - 1
        correction = squares > 0 ? SkewnessCorrection(deviations: distances) : nil
    }

    /// Student's t interval of the mean, corrected for skewness.
    public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
        let quantile = StudentT.quantile(1 - (1 - confidence) / 2, degreesOfFreedom: degreesOfFreedom)
        let above = correction?.uncorrected(quantile) ?? quantile
        let below = correction?.uncorrected(-quantile) ?? -quantile
        return ConfidenceInterval(
            estimate: mean, lower: mean - standardError * above, upper: mean - standardError * below)
    }

    /// The probability of a mean so far from 0, either way, if the true mean were 0; it is below 1 − confidence exactly where
    /// the interval of that confidence leaves 0 out.
    public var pValue: Double {
        // An error of zero makes this infinite, with the sign of the mean.
        let statistic = mean == 0 ? 0 : mean / standardError
        if mean == 0, standardError == 0 { return 1 }
        let corrected = correction?.corrected(statistic) ?? statistic
        return StudentT.twoSidedProbability(corrected, degreesOfFreedom: degreesOfFreedom)
    }
}
