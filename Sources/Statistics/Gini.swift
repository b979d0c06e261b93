/// The Gini coefficient: how unevenly a load is spread, 0 for equal shares, toward 1 when one bears everything.
///
/// Used for hours on duty per person. It is the mean absolute difference between two members over twice the mean (Gini
/// 1912), computed from ranks; with n members the largest value possible is (n − 1)/n.
public enum Gini {
    /// The coefficient of `loads`, which must be finite and not negative; 0 for no members or no load at all.
    ///
    /// - Complexity: O(n log n) for n loads.
    public static func coefficient(of loads: [Double]) -> Double {
        let sorted = loads.sorted()
        var total = 0.0
        var weighted = 0.0
        for (rank, load) in sorted.enumerated() {
            precondition(load.isFinite && load >= 0, "a load is finite and not negative")
            total += load
            weighted += Double(2 * rank + 1 - sorted.count) * load
        }
        return total > 0 ? weighted / (Double(sorted.count) * total) : 0
    }
}
