// For linking only: without optimization `squareRoot` calls the C library's `sqrt`, which is exact everywhere.
import func Foundation.sqrt

/// How long something takes, or how much it is: a fixed number or a random one.
///
/// Numbers have no unit; durations are milliseconds. A value is found by inversion, one uniform number per value,
/// so a larger uniform number always means a larger value: variants of a scenario stay paired when a parameter
/// changes, and a uniform number that everybody shares makes everybody slow together.
///
/// Parameters are checked where scenarios are read; here they are trusted, and nonsense gives NaN, never a trap.
public enum Distribution: Sendable, Equatable {
    /// Always this number; infinity means never.
    case fixed(Double)

    /// Waiting without memory: exponential with a mean of at least 0.
    case exponential(mean: Double)

    /// e to a normal number: a positive median, and the standard deviation of the logarithm, at least 0.
    case lognormal(median: Double, sigma: Double)

    /// The expert's three numbers, low ≤ mode ≤ high.
    case triangular(low: Double, mode: Double, high: Double)

    /// Anything from low to high alike, low ≤ high.
    case uniform(low: Double, high: Double)

    /// Weibull with positive shape and scale.
    case weibull(shape: Double, scale: Double)

    /// Gamma with positive shape and scale; the mean is their product.
    case gamma(shape: Double, scale: Double)

    /// What was observed: straight lines between the points.
    ///
    /// At least one point, both coordinates in ascending order. The first point carries its cumulative probability
    /// as a mass of its own; the last one should have a cumulative probability of 1, and carries what is missing if
    /// it has not.
    case empirical([EmpiricalPoint])

    /// Happens with this probability, and then as stated; otherwise never.
    indirect case chance(Double, then: Distribution)
}

/// A point of an observed cumulative distribution.
@frozen
public struct EmpiricalPoint: Sendable, Equatable, BitwiseCopyable {
    /// The probability of at most `value`, from 0 to 1.
    public var cumulative: Double

    /// The value.
    public var value: Double

    /// Creates a point.
    @inlinable
    public init(cumulative: Double, value: Double) {
        self.cumulative = cumulative
        self.value = value
    }
}

extension Distribution {
    /// The longest duration `milliseconds` returns: a thousand years of 365.25 days.
    public static var longestDuration: Int64 { 31_557_600_000_000 }

    /// The value at this probability: a draw, if the probability is a uniform random number.
    ///
    /// Infinite where it never happens, and at 1 where the values have no bound. Never falls as the probability rises.
    ///
    /// - Parameter probability: Between 0 and 1; at 0 and 1 themselves the limits, where the distribution is random.
    @inlinable
    public func quantile(_ probability: Double) -> Double {
        switch self {
        case .fixed(let value): return value
        case .exponential(let mean): return -mean * Elementary.log1p(-probability)
        case .lognormal(let median, let sigma):
            return median * Elementary.exp(sigma * SpecialFunctions.normalQuantile(probability))
        case .triangular(let low, let mode, let high):
            let width = high - low
            return probability * width < mode - low
                ? low + (probability * width * (mode - low)).squareRoot()
                : high - ((1 - probability) * width * (high - mode)).squareRoot()
        case .uniform(let low, let high): return low + probability * (high - low)
        case .weibull, .gamma, .empirical, .chance: return slowQuantile(probability)
        }
    }

    /// The quantile of the cases that are not worth copying into every caller.
    @usableFromInline
    func slowQuantile(_ probability: Double) -> Double {
        switch self {
        case .weibull(let shape, let scale):
            return scale * Elementary.power(-Elementary.log1p(-probability), 1 / shape)
        case .gamma(let shape, let scale):
            return scale * SpecialFunctions.inverseRegularizedGamma(shape: shape, probability: probability)
        case .empirical(let points): return Self.value(at: probability, of: points)
        case .chance(let chance, let then):
            return probability < chance ? then.quantile(probability / chance) : .infinity
        // Those `quantile` answers itself. Named one by one: a shape forgotten here must not compile, or the two would call each other for ever.
        case .fixed, .exponential, .lognormal, .triangular, .uniform: return quantile(probability)
        }
    }

    /// The duration at this probability in whole milliseconds, half rounded away from zero; nil where it never happens.
    ///
    /// What is longer than `longestDuration` becomes `longestDuration`; nonsense (NaN) never happens.
    @inlinable
    public func milliseconds(_ probability: Double) -> Int64? { Self.wholeMilliseconds(quantile(probability)) }

    /// The duration of a `value`, as `milliseconds` states it.
    @inlinable
    static func wholeMilliseconds(_ value: Double) -> Int64? {
        let longest = longestDuration
        guard abs(value) < Double(longest) else {
            if value.isNaN || value == .infinity { return nil }
            return value > 0 ? longest : -longest
        }
        // The largest number below a half, because a half would round 0.49999999999999994 up.
        return Int64(value + Double(signOf: value, magnitudeOf: 0x1.fffffffffffffp-2))
    }
}
