/// Yes-or-no answers of people who have something in common, with a stated correlation.
///
/// Thousands of independent answers would make every difference between plans look certain. So people who share an
/// incident, a channel or an organization node share a chance of saying yes, drawn once per replication from a beta
/// distribution. With correlation ρ and mean m its parameters are m (1/ρ - 1) and (1 - m)(1/ρ - 1); the answers of
/// any two people then have correlation ρ, and the number of yeses is beta-binomial with variance n m (1 - m) (1 +
/// (n - 1) ρ).
///
/// Source: Skellam, "A probability distribution derived from the binomial distribution …", J. R. Statist. Soc. B
/// 10, 1948.
public enum CorrelatedAnswers {
    /// The chance of yes that people share in this replication.
    ///
    /// Rises with `uniform`, so one shared number moves people with different means in the same direction, and
    /// rises with `mean`.
    ///
    /// - Parameters:
    ///   - mean: The chance of yes over all replications; 0 and 1 stay what they are.
    ///   - correlation: From 0 (the result is exactly `mean`) to 1 (all or nobody).
    ///   - uniform: A uniform random number shared by everybody whose answers are correlated.
    public static func effectiveChance(mean: Double, correlation: Double, uniform: Double) -> Double {
        SharedChance(mean: mean, correlation: correlation).effective(uniform)
    }
}
