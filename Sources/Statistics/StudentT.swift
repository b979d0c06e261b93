import RandomStreams

/// Student's t distribution for any positive number of degrees of freedom.
///
/// Both directions go through the regularized incomplete beta function (Abramowitz and Stegun 26.7.1) of `RandomStreams`,
/// so intervals and verdicts are the same on every processor.
public enum StudentT {
    /// The probability of a value of at most `value`, which may be infinite.
    public static func cumulative(_ value: Double, degreesOfFreedom: Double) -> Double {
        let tail = twoSidedProbability(value, degreesOfFreedom: degreesOfFreedom) / 2
        return value < 0 ? tail : 1 - tail
    }

    /// The probability of a value at least as far from 0 as `value`, on either side: the p value of a t statistic.
    public static func twoSidedProbability(_ value: Double, degreesOfFreedom: Double) -> Double {
        precondition(degreesOfFreedom > 0, "degrees of freedom are positive")
        precondition(!value.isNaN, "a t statistic is a number")
        let square = value * value
        guard square.isFinite else { return 0 }
        // Each form loses digits where its last argument comes close to 1.
        if square < degreesOfFreedom {
            let share = square / (degreesOfFreedom + square)
            return 1 - SpecialFunctions.regularizedBeta(a: 0.5, b: degreesOfFreedom / 2, x: share)
        }
        let share = degreesOfFreedom / (degreesOfFreedom + square)
        return SpecialFunctions.regularizedBeta(a: degreesOfFreedom / 2, b: 0.5, x: share)
    }

    /// The value that is not exceeded with `probability`, which lies strictly between 0 and 1.
    public static func quantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
        precondition(0 < probability && probability < 1, "a quantile's probability lies strictly between 0 and 1")
        precondition(degreesOfFreedom > 0, "degrees of freedom are positive")
        let twoSided = 2 * Swift.min(probability, 1 - probability)
        guard twoSided < 1 else { return 0 }
        let square: Double
        if twoSided > 0.5 {
            let share = SpecialFunctions.inverseRegularizedBeta(
                a: 0.5, b: degreesOfFreedom / 2, probability: 1 - twoSided)
            square = degreesOfFreedom * share / (1 - share)
        } else {
            let share = SpecialFunctions.inverseRegularizedBeta(a: degreesOfFreedom / 2, b: 0.5, probability: twoSided)
            square = degreesOfFreedom * (1 - share) / share
        }
        return probability < 0.5 ? -square.squareRoot() : square.squareRoot()
    }
}
