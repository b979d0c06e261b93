import RandomStreams

/// How likely it is that at least so many of a number of independent trials succeed.
public enum BinomialTail {
    /// The probability of at least `successes` in `trials` that each succeed with `chance`.
    ///
    /// By the regularized incomplete beta function, so that it does not lose digits for many trials.
    public static func probability(ofAtLeast successes: Int, in trials: Int, chance: Double) -> Double {
        precondition(trials >= 0 && (0...1).contains(chance), "a chance lies within 0...1")
        if successes <= 0 { return 1 }
        if successes > trials || chance == 0 { return 0 }
        if chance == 1 { return 1 }
        return SpecialFunctions.regularizedBeta(a: Double(successes), b: Double(trials - successes + 1), x: chance)
    }
}
