/// The one definition of a quantile, percentile or median of a sample, in which `infinity` stands for "never reached".
///
/// The definition is number 7 of Hyndman and Fan (1996), the default of R, NumPy and spreadsheets: quantile p of n sorted
/// values sits at rank (n − 1)p counted from 0, and between two ranks it is interpolated in a straight line. A quantile on
/// or beyond a value that was never reached is itself never reached; no quantile is ever NaN.
public enum Quantiles {
    /// The quantile `probability` of values in ascending order, `nil` for an empty sample.
    ///
    /// - Complexity: O(1).
    public static func quantile(_ probability: Double, ofSorted values: [Double]) -> Double? {
        precondition((0...1).contains(probability), "a quantile's probability lies within 0...1")
        guard let last = values.indices.last else { return nil }
        let (below, fraction) = position(probability, count: last + 1)
        let lower = values[below]
        precondition(!lower.isNaN && lower > -.infinity, "a sample holds numbers or infinity for never")
        guard fraction > 0 else { return lower }
        let upper = values[below + 1]
        precondition(lower <= upper, "the values are sorted in ascending order")
        return between(lower, upper, fraction)
    }

    /// Where quantile `probability` of `count` values lies: at the value of rank `below`, counted from 0, and a `fraction` of the way on
    /// to the next.
    static func position(_ probability: Double, count: Int) -> (below: Int, fraction: Double) {
        precondition((0...1).contains(probability), "a quantile's probability lies within 0...1")
        var rank = Double(count - 1) * probability
        // 0.07 × 100 is a hair above 7; without this, the hair would turn a finite quantile into "never".
        if (rank - rank.rounded()).magnitude < 1e-9 { rank = rank.rounded() }
        return (Int(rank), rank - rank.rounded(.down))
    }

    /// A `fraction` of the way from one order statistic to the next.
    static func between(_ lower: Double, _ upper: Double, _ fraction: Double) -> Double {
        upper.isFinite ? lower + fraction * (upper - lower) : .infinity
    }

    /// The quantiles `probabilities` of `values` in any order, `nil` each for an empty sample.
    ///
    /// - Complexity: O(n log n) for n values.
    public static func quantiles(_ probabilities: [Double], of values: [Double]) -> [Double?] {
        let sorted = values.sorted()
        return probabilities.map { quantile($0, ofSorted: sorted) }
    }
}
