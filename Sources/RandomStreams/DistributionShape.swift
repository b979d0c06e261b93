extension Distribution {
    /// The probability of at most `value`.
    public func cumulative(_ value: Double) -> Double {
        switch self {
        case .fixed(let fixed): return value >= fixed ? 1 : 0
        case .exponential(let mean):
            return value < 0 ? 0 : (mean == 0 ? 1 : -Elementary.expm1(-value / mean))
        case .lognormal(let median, let sigma):
            if value <= 0 { return 0 }
            if sigma == 0 { return value >= median ? 1 : 0 }
            return SpecialFunctions.normalCumulative(Elementary.log(value / median) / sigma)
        case .triangular(let low, let mode, let high):
            if value < low { return 0 }
            if value >= high { return 1 }
            return value < mode
                ? (value - low) * (value - low) / ((high - low) * (mode - low))
                : 1 - (high - value) * (high - value) / ((high - low) * (high - mode))
        case .uniform(let low, let high):
            if value < low { return 0 }
            return value >= high ? 1 : (value - low) / (high - low)
        case .weibull(let shape, let scale):
            return value <= 0 ? 0 : -Elementary.expm1(-Elementary.power(value / scale, shape))
        case .gamma(let shape, let scale):
            return SpecialFunctions.regularizedGamma(shape: shape, x: value / scale)
        case .empirical(let points): return Self.probability(at: value, of: points)
        case .chance(let chance, let then): return chance * then.cumulative(value)
        }
    }

    /// The mean; infinite if it may never happen.
    public var mean: Double {
        switch self {
        case .fixed(let value): value
        case .exponential(let mean): mean
        case .lognormal(let median, let sigma): median * Elementary.exp(sigma * sigma / 2)
        case .triangular(let low, let mode, let high): (low + mode + high) / 3
        case .uniform(let low, let high): low + (high - low) / 2
        case .weibull(let shape, let scale): scale * Elementary.exp(SpecialFunctions.logGamma(1 + 1 / shape))
        case .gamma(let shape, let scale): shape * scale
        case .empirical(let points): Self.mean(of: points)
        case .chance(let chance, let then): chance < 1 ? .infinity : then.mean
        }
    }

    /// The parameter that a stated range of an assumption is about.
    ///
    /// The fixed value, the mean of an exponential, the median of a lognormal or of observations, the mode of a
    /// triangle, the middle of a uniform, the scale of a Weibull or gamma; for something that happens by chance,
    /// that of what then happens.
    public var central: Double {
        switch self {
        case .fixed(let value): value
        case .exponential(let mean): mean
        case .lognormal(let median, _): median
        case .triangular(_, let mode, _): mode
        case .uniform(let low, let high): low + (high - low) / 2
        case .weibull(_, let scale): scale
        case .gamma(_, let scale): scale
        case .empirical(let points): Self.value(at: 0.5, of: points)
        case .chance(_, let then): then.central
        }
    }

    /// The distribution of `factor` times the value; the chance of happening at all stays.
    ///
    /// - Parameter factor: Finite and at least 0; 0 makes it take no time.
    public func scaled(by factor: Double) -> Distribution {
        precondition(factor >= 0 && factor < .infinity, "a distribution is scaled by a finite factor of at least 0")
        if case .chance(let chance, let then) = self { return .chance(chance, then: then.scaled(by: factor)) }
        if central == .infinity { return self }
        if factor == 0 { return .fixed(0) }
        switch self {
        case .fixed(let value): return .fixed(value * factor)
        case .exponential(let mean): return .exponential(mean: mean * factor)
        case .lognormal(let median, let sigma): return .lognormal(median: median * factor, sigma: sigma)
        case .triangular(let low, let mode, let high):
            return .triangular(low: low * factor, mode: mode * factor, high: high * factor)
        case .uniform(let low, let high): return .uniform(low: low * factor, high: high * factor)
        case .weibull(let shape, let scale): return .weibull(shape: shape, scale: scale * factor)
        case .gamma(let shape, let scale): return .gamma(shape: shape, scale: scale * factor)
        case .empirical(let points):
            return .empirical(points.map { EmpiricalPoint(cumulative: $0.cumulative, value: $0.value * factor) })
        case .chance: return self
        }
    }

    /// Whether different probabilities can give different values.
    public var isRandom: Bool {
        switch self {
        case .fixed: false
        case .exponential(let mean): mean > 0
        case .lognormal(_, let sigma): sigma > 0
        case .triangular(let low, _, let high): low < high
        case .uniform(let low, let high): low < high
        case .weibull, .gamma: true
        case .empirical(let points): points.first?.value != points.last?.value
        case .chance(let chance, let then): chance > 0 && (chance < 1 || then.isRandom)
        }
    }
}
