/// The mean of values that come in blocks, with an error that knows it.
///
/// Replications of a block share a drawn place, so they are alike and tell less than as many independent ones would. The
/// error comes from the blocks' means, weighted by size (the ratio estimator of cluster sampling, Cochran 1977, chapter 9),
/// with one degree of freedom less than there are blocks. With blocks of one value it is the ordinary standard error.
public struct ClusteredMean: Equatable, Sendable {
    /// The mean of all values.
    public let mean: Double
    /// Its standard error.
    public let standardError: Double
    /// One less than the number of blocks.
    public let degreesOfFreedom: Double

    /// Summarizes finite `values`, each in the block of the same position; `nil` for fewer than two values or two blocks.
    ///
    /// - Complexity: O(n · blocks) for n values.
    public init?(_ values: [Double], blocks: [Int]) {
        precondition(values.count == blocks.count, "every value lies in a block")
        var names: [Int] = []
        var tallies: [Tally] = []
        var all = Tally()
        for (value, block) in zip(values, blocks) {
            all.add(value)
            if let index = names.firstIndex(of: block) {
                tallies[index].add(value)
            } else {
                names.append(block)
                tallies.append(Tally([value]))
            }
        }
        guard tallies.count > 1, let mean = all.mean else { return nil }
        let total = Double(all.count)
        let number = Double(tallies.count)
        let squares = tallies.reduce(0) { sum, tally in
            let distance = Double(tally.count) * ((tally.mean ?? mean) - mean)
            return sum + distance * distance
        }
        self.mean = mean
        standardError = (squares * number / (number - 1)).squareRoot() / total
        degreesOfFreedom = number - 1
    }

    /// Student's t interval of the mean.
    public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
        let reach = standardError * StudentT.quantile(1 - (1 - confidence) / 2, degreesOfFreedom: degreesOfFreedom)
        return ConfidenceInterval(estimate: mean, lower: mean - reach, upper: mean + reach)
    }
}
