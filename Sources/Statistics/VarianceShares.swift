/// A one-way random-effects analysis of variance: how much of the spread comes from the group and how much from within.
///
/// Replications come in blocks that share a drawn place, or a drawn set of assumptions. The block's own effect and the
/// luck within the block both spread the values; this splits them by the method of moments (Searle, Casella and McCulloch
/// 1992, chapter 3), groups of unequal size included. A negative estimate of the variance between groups means "none
/// seen" and becomes 0. Call it once with blocks of one place and once with blocks of one assumption set; what neither
/// explains is Monte Carlo.
///
/// The interval of the overall mean narrows differently: variance within shrinks with every replication, variance between
/// only with every group. `betweenShareOfMean` is the between part of that interval's variance, and so the share of the
/// interval that more replications on the same places would not remove.
public struct VarianceShares: Equatable, Sendable {
    /// The mean square between groups, with (groups − 1) degrees of freedom.
    public let betweenMeanSquare: Double
    /// The mean square within groups, with (values − groups) degrees of freedom.
    public let withinMeanSquare: Double
    /// The estimated variance of the group effect, never negative.
    public let betweenVariance: Double

    private let betweenWeight: Double
    private let withinWeight: Double

    /// Splits the variance of `groups`, whose empty ones are left out.
    ///
    /// `nil` with fewer than two groups or when no group has two values: then the two parts cannot be told apart.
    ///
    /// - Complexity: O(number of values).
    public init?(groups: [[Double]]) {
        let tallies = groups.filter { !$0.isEmpty }.map { Tally($0) }
        var all = Tally()
        for tally in tallies { all.merge(tally) }
        guard tallies.count > 1, all.count > tallies.count, let grandMean = all.mean else { return nil }

        var between = 0.0
        var within = 0.0
        var squaredSizes = 0.0
        for tally in tallies {
            let size = Double(tally.count)
            let distance = (tally.mean ?? grandMean) - grandMean
            between += size * distance * distance
            within += (tally.variance ?? 0) * (size - 1)
            squaredSizes += size * size
        }
        let total = Double(all.count)
        let freedom = Double(tallies.count - 1)
        let effectiveSize = (total - squaredSizes / total) / freedom
        betweenMeanSquare = between / freedom
        withinMeanSquare = within / (total - Double(tallies.count))
        betweenVariance = Swift.max(0, (betweenMeanSquare - withinMeanSquare) / effectiveSize)
        betweenWeight = squaredSizes / (total * total)
        withinWeight = 1 / total
    }

    /// The group effect's share of one value's variance (the intraclass correlation); 0 if nothing varies.
    public var betweenShare: Double { Self.share(betweenVariance, of: betweenVariance + withinMeanSquare) }

    /// The rest of one value's variance; 0 if nothing varies.
    public var withinShare: Double { Self.share(withinMeanSquare, of: betweenVariance + withinMeanSquare) }

    /// The group effect's share of the variance of the overall mean; 0 if nothing varies.
    public var betweenShareOfMean: Double {
        let between = betweenVariance * betweenWeight
        return Self.share(between, of: between + withinMeanSquare * withinWeight)
    }

    private static func share(_ part: Double, of whole: Double) -> Double { whole > 0 ? part / whole : 0 }
}
