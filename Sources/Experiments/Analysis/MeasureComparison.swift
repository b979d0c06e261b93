import Mobilization
import Statistics

/// A measure of one variant against the baseline, replication by replication.
///
/// Both met the same luck, so the differences vary far less than the values. Times that were never reached count as the
/// horizon here; the share that reached them is compared beside it.
public struct MeasureComparison: Sendable {
    /// The mean of variant minus baseline; its interval, which needs two replications; and its p value.
    public let meanDifference: Double
    /// The lower end of the interval.
    public let lower: Double?
    /// The upper end of the interval.
    public let upper: Double?
    /// The difference in the share of replications that reached it, of a time.
    public let reachedDifference: Double?
    /// The two-sided p value, adjusted where the measure decides.
    public let pValue: Double?
    /// Whether verdicts are about this measure.
    public let decides: Bool
    /// The verdict.
    public let verdict: Verdict
    /// Replications in which both variants have the measure.
    public let pairs: Int
    /// Replications whose assumptions put the variant on the better side (the higher one where none is better).
    public let setsBetter: Int
    /// Replications whose assumptions put it on the other side; in what is left both are exactly alike.
    public let setsWorse: Int

    /// Compares two samples of one measure.
    ///
    /// `simultaneous` is the number of comparisons whose intervals must hold together (Bonferroni); nil for a measure that
    /// decides nothing. The result is nil if no replication has the measure in both variants.
    init?(_ variant: MeasureSample, with baseline: MeasureSample, simultaneous: Int?) {
        let measure = variant.measure
        var before: [Double] = []
        var after: [Double] = []
        var blocks: [Int] = []
        for index in variant.runs.indices {
            guard let first = baseline.runs[index], let second = variant.runs[index] else { continue }
            before.append(first)
            after.append(second)
            blocks.append(variant.blocks[index])
        }
        guard !before.isEmpty else { return nil }
        let count = Double(simultaneous ?? 1)
        let paired = PairedComparison(
            baseline: before.map(baseline.bounded), variant: after.map(variant.bounded), blocks: blocks,
            confidence: 1 - 0.05 / count)
        let differences = zip(before, after).map { variant.bounded($1) - baseline.bounded($0) }
        meanDifference = paired?.difference.estimate ?? differences[0]
        lower = paired?.difference.lower
        upper = paired?.difference.upper
        pValue = paired.map { min(1, $0.pValue * count) }
        pairs = before.count
        decides = simultaneous != nil
        if measure.kind == .time {
            let reached = RestrictedMean.reachedDifference(baseline: before, variant: after, horizon: variant.horizon)
            let single = (after[0].isFinite ? 1.0 : 0) - (before[0].isFinite ? 1 : 0)
            reachedDifference = reached?.difference.estimate ?? single
        } else {
            reachedDifference = nil
        }
        if simultaneous == nil {
            verdict = .exploratory
        } else if zip(before, after).allSatisfy({ $0 == $1 }) {
            verdict = .same
        } else {
            verdict = Verdict(measure, lower: lower, upper: upper)
        }
        let effects = variant.runs.indices.compactMap { index -> Double? in
            guard let with = variant.underAssumptions(index), let without = baseline.underAssumptions(index)
            else { return nil }
            return measure.lessIsBetter == true ? without - with : with - without
        }
        setsBetter = effects.count { $0 > 0 }
        setsWorse = effects.count { $0 < 0 }
    }

    /// How many of the assumption sets drawn agree with the verdict; nil where it is not one that sets can agree with.
    public var setsHolding: Int? {
        switch verdict {
        case .better, .higher: setsBetter
        case .worse, .lower: setsWorse
        case .same: pairs - setsBetter - setsWorse
        case .undecided, .exploratory: nil
        }
    }
}
