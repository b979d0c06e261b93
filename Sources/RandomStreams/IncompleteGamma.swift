extension SpecialFunctions {
    /// The probability that a gamma number with this shape and scale 1 is at most `x` (the lower P).
    ///
    /// Relative error about 10⁻¹⁴; 10⁻¹³ for shapes of 10⁴, 10⁻¹¹ for 10⁸. NaN for a shape outside `parameterRange`.
    ///
    /// - Complexity: O(√shape) near the middle.
    public static func regularizedGamma(shape: Double, x: Double) -> Double {
        guard parameterRange.contains(shape) && !x.isNaN else { return .nan }
        guard x > 0 else { return 0 }
        return x == .infinity ? 1 : gammaTails(shape: shape, x: x).lower
    }

    /// The number a gamma number with this shape and scale 1 stays below with this probability.
    ///
    /// Relative error about 10⁻¹⁴, more only in tails below 10⁻¹⁰⁰. 0 at 0, ∞ at 1, NaN outside and for a shape outside
    /// `parameterRange`.
    ///
    /// - Complexity: 2 to 4 evaluations of `regularizedGamma`.
    public static func inverseRegularizedGamma(shape: Double, probability: Double) -> Double {
        guard parameterRange.contains(shape) && probability >= 0 && probability <= 1 else { return .nan }
        if probability == 0 { return 0 }
        if probability == 1 { return .infinity }
        // P(x) ≤ x^shape / Γ(shape + 1), and Q(a + √(2 a L) + L) ≤ e^(-L) (Laurent and Massart 2000).
        let lowest = (Elementary.log(probability) + logGamma(shape + 1)) / shape
        let depth = -Elementary.log1p(-probability)
        let highest = Elementary.log(shape + (2 * shape * depth).squareRoot() + depth)
        var start = lowest + Elementary.exp(min(lowest, 0)) / (shape + 1)
        if shape > 0.3 {
            // Wilson and Hilferty 1931: the cube root is nearly normal.
            let root = 1 - 1 / (9 * shape) + normalQuantile(probability) / (3 * shape.squareRoot())
            if root > 0.3 { start = Elementary.log(shape * root * root * root) }
        }
        let logarithm = logConcaveQuantile(probability, start: start, within: lowest...max(lowest, highest)) { point in
            let x = Elementary.exp(point)
            let tails = gammaTails(shape: shape, x: x)
            return TailPair(lower: tails.lower, upper: tails.upper, density: shape * tails.term, slope: shape - x)
        }
        return Elementary.exp(logarithm)
    }

    /// Both tails of the gamma distribution, and x^shape e^(-x) / Γ(shape + 1).
    static func gammaTails(shape: Double, x: Double) -> (lower: Double, upper: Double, term: Double) {
        let term = gammaTerm(shape: shape, x: x)
        if x < shape + 1 {
            // P = term (1 + x / (a + 1) + x² / ((a + 1) (a + 2)) + …).
            var sum = 1.0
            var part = 1.0
            var divisor = shape + 1
            while part > sum * 0x1p-54 {
                part *= x / divisor
                sum += part
                divisor += 1
            }
            let lower = min(term * sum, 1)
            return (lower, 1 - lower, term)
        }
        // Q = term a / (x + 1 - a - 1 (1 - a) / (x + 3 - a - 2 (2 - a) / …)), by the method of Lentz and Thompson.
        var base = x + 1 - shape
        var ratio = 1 / base
        var growth = 1 / leastPositive
        var fraction = ratio
        var index = 1.0
        let limit = 200 + 20 * shape.squareRoot()
        while index < limit {
            let numerator = index * (shape - index)
            base += 2
            ratio = 1 / nonzero(base + numerator * ratio)
            growth = nonzero(base + numerator / growth)
            let factor = ratio * growth
            fraction *= factor
            if abs(factor - 1) < 0x1p-52 { break }
            index += 1
        }
        let upper = min(shape * term * fraction, 1)
        return (1 - upper, upper, term)
    }

    /// x^shape e^(-x) / Γ(shape + 1).
    ///
    /// For large shapes by Loader's saddle-point form (2000), which keeps the precision the large terms would lose.
    private static func gammaTerm(shape: Double, x: Double) -> Double {
        if shape < 8 { return Elementary.exp(shape * Elementary.log(x) - x - logGamma(shape + 1)) }
        let deviance = shape * excessOverLog((x - shape) / shape, ratio: x / shape)
        return Elementary.exp(-deviance - stirlingCorrection(shape)) / (rootOfTwoPi * shape.squareRoot())
    }

    /// Stands in for zero in continued fractions.
    static var leastPositive: Double { 1e-300 }

    /// `x`, or a tiny number where it vanishes.
    @inline(__always)
    static func nonzero(_ x: Double) -> Double { abs(x) < leastPositive ? leastPositive : x }
}
