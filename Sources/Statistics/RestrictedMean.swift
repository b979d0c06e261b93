/// A summary of times some of which were never reached: nothing is averaged away and nothing is invented.
///
/// A plain mean over those replications that reached the goal would flatter a plan that mostly fails. Instead there are
/// three honest numbers: the share that reached it, the mean of min(time, horizon), which always exists (the restricted
/// mean survival time, Royston and Parmar 2013), and quantiles in which "never" is infinite. A time after the horizon
/// was not observed and counts as never.
public struct RestrictedMean: Equatable, Sendable {
    /// The number of replications.
    public let count: Int
    /// The number of replications that reached the goal by the horizon.
    public let reached: Int
    /// The plain mean, only if every replication reached the goal.
    public let mean: Double?
    /// The plain mean's interval, only if every one of at least two replications reached the goal.
    public let meanInterval: ConfidenceInterval?
    /// The mean of min(time, horizon) with its Student t interval, `nil` for fewer than two replications.
    public let restricted: ConfidenceInterval?
    /// The share that reached the goal with its Wilson interval, `nil` without replications.
    public let reachedShare: ConfidenceInterval?

    private let sorted: [Double]

    /// Summarizes `times`, in which infinity means never, up to a finite `horizon`, all in one unit.
    ///
    /// - Complexity: O(n log n) for n times.
    public init(times: [Double], horizon: Double, confidence: Double = 0.95) {
        let observed = Self.observed(times, horizon: horizon)
        sorted = observed.sorted()
        count = observed.count
        reached = sorted.count { $0.isFinite }
        reachedShare = WilsonInterval.interval(successes: reached, of: count, confidence: confidence)
        let bounded = observed.map { Swift.min($0, horizon) }
        restricted = MeanInterval.interval(of: bounded, confidence: confidence)
        mean = reached == count ? Tally(bounded).mean : nil
        meanInterval = reached == count ? restricted : nil
    }

    /// The quantile `probability`, infinite where the goal was never reached; `nil` without replications.
    public func quantile(_ probability: Double) -> Double? { Quantiles.quantile(probability, ofSorted: sorted) }

    /// Compares min(time, horizon) of two variants, replication by replication; `nil` for fewer than two.
    public static func difference(
        baseline: [Double], variant: [Double], horizon: Double, confidence: Double = 0.95
    ) -> PairedComparison? {
        PairedComparison(
            baseline: observed(baseline, horizon: horizon).map { Swift.min($0, horizon) },
            variant: observed(variant, horizon: horizon).map { Swift.min($0, horizon) },
            confidence: confidence)
    }

    /// Compares the shares of two variants that reached the goal, replication by replication; `nil` for fewer than two.
    public static func reachedDifference(
        baseline: [Double], variant: [Double], horizon: Double, confidence: Double = 0.95
    ) -> PairedComparison? {
        PairedComparison(
            baseline: observed(baseline, horizon: horizon).map { $0.isFinite ? 1 : 0 },
            variant: observed(variant, horizon: horizon).map { $0.isFinite ? 1 : 0 },
            confidence: confidence)
    }

    private static func observed(_ times: [Double], horizon: Double) -> [Double] {
        precondition(horizon.isFinite, "a horizon is finite")
        return times.map { time in
            precondition(!time.isNaN && time > -.infinity, "a time is a number, or infinity for never")
            return time <= horizon ? time : .infinity
        }
    }
}
