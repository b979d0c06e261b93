extension SpecialFunctions {
    /// The probability that a beta number with parameters `a` and `b` is at most `x`.
    ///
    /// Relative error about 10⁻¹³ for parameters up to 10⁴, 10⁻¹¹ for 10⁸. NaN for parameters outside `parameterRange`.
    ///
    /// - Complexity: O(√max(a, b)) near the middle.
    public static func regularizedBeta(a: Double, b: Double, x: Double) -> Double {
        guard parameterRange.contains(a) && parameterRange.contains(b) && !x.isNaN else { return .nan }
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        return BetaShape(a, b).tails(x: x, complement: 1 - x).lower
    }

    /// The number a beta number with parameters `a` and `b` stays below with this probability.
    ///
    /// The search runs on the logit, so results near 0 keep their relative precision (about 10⁻¹³) until they
    /// underflow; near 1 a result is the nearest double. 0 at 0, 1 at 1, NaN outside and for parameters outside
    /// `parameterRange`.
    ///
    /// - Complexity: 2 to 4 evaluations of `regularizedBeta`.
    public static func inverseRegularizedBeta(a: Double, b: Double, probability: Double) -> Double {
        guard parameterRange.contains(a) && parameterRange.contains(b) && probability >= 0 && probability <= 1 else {
            return .nan
        }
        return BetaShape(a, b).quantile(probability)
    }
}

/// A beta distribution with what depends on its parameters alone worked out.
struct BetaShape: Sendable, BitwiseCopyable {
    let a: Double
    let b: Double
    let logBeta: Double
    private let logOfB: Double
    private let logOfRatio: Double
    /// The factor of the density at the mean, where both parameters are large.
    private let peak: Double

    init(_ a: Double, _ b: Double) {
        self.a = a
        self.b = b
        logOfB = Elementary.log(b)
        logOfRatio = Elementary.log(a / b)
        logBeta = SpecialFunctions.logBeta(a, b)
        if min(a, b) >= 8 {
            let correction =
                SpecialFunctions.stirlingCorrection(a + b) - SpecialFunctions.stirlingCorrection(a)
                - SpecialFunctions.stirlingCorrection(b)
            peak = (a / (a + b) * b).squareRoot() / SpecialFunctions.rootOfTwoPi * Elementary.exp(correction)
        } else {
            peak = 0
        }
    }

    /// The number the beta number stays below with this probability, from 0 to 1.
    func quantile(_ probability: Double) -> Double {
        if probability == 0 || probability == 1 { return probability }
        // I(x) ≤ (x / (1 - x))^a / (a B), and the same from the other end.
        let lowest = (Elementary.log(probability * a) + logBeta) / a
        let highest = -(Elementary.log1p(-probability) + logOfB + logBeta) / b
        let start = guess(probability, lowest: lowest, highest: highest)
        let logit = logConcaveQuantile(probability, start: start, within: lowest...max(lowest, highest)) { logit in
            let odds = Elementary.exp(-abs(logit))
            let major = 1 / (1 + odds)
            let minor = odds * major
            return logit < 0 ? tails(x: minor, complement: major) : tails(x: major, complement: minor)
        }
        let odds = Elementary.exp(-abs(logit))
        return logit < 0 ? odds / (1 + odds) : 1 / (1 + odds)
    }

    /// Both tails at `x`, with the density and slope of the logit of the beta number.
    ///
    /// - Parameter complement: 1 - `x`, to full precision.
    func tails(x: Double, complement: Double) -> TailPair {
        let density = density(x, complement)
        let slope = a * complement - b * x
        if x * (a + b + 2) < a + 1 {
            let lower = min(density / Self.fraction(a, b, x, complement), 1)
            return TailPair(lower: lower, upper: 1 - lower, density: density, slope: slope)
        }
        let upper = min(density / Self.fraction(b, a, complement, x), 1)
        return TailPair(lower: 1 - upper, upper: upper, density: density, slope: slope)
    }

    /// x^a y^b / B(a, b) with y = 1 - x: the density of the logit.
    private func density(_ x: Double, _ y: Double) -> Double {
        if peak > 0 {
            // Loader's saddle-point form (2000): small near the mean, instead of a difference of large terms.
            let offset = b * x - a * y
            let partA = a * SpecialFunctions.excessOverLog(offset / a, ratio: x + x * (b / a))
            let partB = b * SpecialFunctions.excessOverLog(-offset / b, ratio: y + y * (a / b))
            let deviance = partA + partB
            return peak * Elementary.exp(-deviance)
        }
        let logX = x < 0.5 ? Elementary.log(x) : Elementary.log1p(-y)
        let logY = y < 0.5 ? Elementary.log(y) : Elementary.log1p(-x)
        return Elementary.exp(a * logX + b * logY - logBeta)
    }

    /// The continued fraction F with I(x) = x^a y^b / (B(a, b) F), for x up to about the mean.
    ///
    /// Source: DiDonato and Morris, "Algorithm 708", ACM TOMS 18, 1992, equation 9; twice as fast as the textbook
    /// fraction.
    private static func fraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
        let sum = a + b
        // a - (a + b) x + 1, without cancellation near the mean.
        let lead = a * y - b * x + 1
        var base = a * lead / (a + 1)
        var fraction = SpecialFunctions.nonzero(base)
        var growth = fraction
        var ratio = 0.0
        var index = 1.0
        let limit = 200 + 5 * max(a, b).squareRoot()
        while index < limit {
            let even = a + 2 * index
            let inverse = 1 / (even - 1)
            let numerator = (a + index - 1) * (sum + index - 1) * index * (b - index) * (x * inverse) * (x * inverse)
            base =
                index + index * (b - index) * x * inverse
                + (a + index) * (lead + index * (1 + y)) / (even + 1)
            growth = SpecialFunctions.nonzero(base + numerator / growth)
            ratio = 1 / SpecialFunctions.nonzero(base + numerator * ratio)
            let factor = growth * ratio
            fraction *= factor
            if abs(factor - 1) < 0x1p-52 { break }
            index += 1
        }
        return fraction
    }

    /// A first guess of the logit, between the two bounds.
    ///
    /// For small parameters the nearer bound is the answer but for what lies beyond the middle.
    private func guess(_ probability: Double, lowest: Double, highest: Double) -> Double {
        if a > 0.75 && b > 0.75 {
            // Abramowitz and Stegun 26.5.22, by way of Fisher's z.
            let normal = -SpecialFunctions.normalQuantile(probability)
            let inverseA = 1 / (2 * a - 1)
            let inverseB = 1 / (2 * b - 1)
            let harmonic = 2 / (inverseA + inverseB)
            let curve = (normal * normal - 3) / 6
            let reach = harmonic + curve
            if reach > 0 {
                let fisher =
                    normal * reach.squareRoot() / harmonic
                    - (inverseB - inverseA) * (curve + 5.0 / 6 - 2 / (3 * harmonic))
                return logOfRatio - 2 * fisher
            }
        }
        return lowest + highest > 0 ? highest : lowest
    }
}
