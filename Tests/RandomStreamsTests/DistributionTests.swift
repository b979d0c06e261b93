import Testing

@testable import RandomStreams

@Suite struct DistributionTests {
    static let continuous: [Distribution] = [
        .exponential(mean: 20), .lognormal(median: 90, sigma: 0.6), .triangular(low: 3, mode: 6, high: 15),
        .triangular(low: 0, mode: 0, high: 4), .triangular(low: 0, mode: 4, high: 4), .uniform(low: -2, high: 7),
        .weibull(shape: 1.7, scale: 30), .weibull(shape: 0.6, scale: 3), .gamma(shape: 2.5, scale: 4),
        .gamma(shape: 0.4, scale: 1), .gamma(shape: 50, scale: 0.1),
        .empirical([
            EmpiricalPoint(cumulative: 0, value: 1), EmpiricalPoint(cumulative: 0.3, value: 2),
            EmpiricalPoint(cumulative: 0.9, value: 5), EmpiricalPoint(cumulative: 1, value: 20),
        ]),
    ]

    static let withJumps: [Distribution] = [
        .fixed(5), .chance(0.46, then: .exponential(mean: 3)), .chance(0.3, then: .chance(0.5, then: .fixed(2))),
        .empirical([EmpiricalPoint(cumulative: 0.1, value: 2), EmpiricalPoint(cumulative: 1, value: 8)]),
    ]

    @Test(arguments: continuous)
    func `draws follow the cumulative distribution, and the p-values of many seeds are uniform`(
        distribution: Distribution
    ) {
        let pValues = (0..<60 as Range<UInt64>).map { seed in
            let stream = RandomStream(seed: seed, replication: 0)
            let sample = (0..<150 as Range<UInt32>).map {
                distribution.quantile(stream.uniform(EntityKey(bits: 9), .prepare, $0))
            }
            return kolmogorovSmirnov(sample, distribution.cumulative)
        }
        #expect(isPlausible(pValues))
    }

    @Test func `a chance is taken as often as stated`() {
        let distribution = Distribution.chance(0.46, then: .exponential(mean: 3))
        let stream = RandomStream(seed: 5, replication: 0)
        let draws = (0..<20_000 as Range<UInt32>).map {
            distribution.quantile(stream.uniform(EntityKey(bits: 1), .messageAnswer, $0))
        }
        let happened = draws.filter { $0 < .infinity }
        // The share has a standard deviation of 0.0035.
        #expect(abs(Double(happened.count) / 20_000 - 0.46) < 0.012)
        #expect(kolmogorovSmirnov(happened, Distribution.exponential(mean: 3).cumulative) > 0.001)
    }

    @Test(arguments: continuous)
    func `mean and variance over all probabilities are those of theory`(distribution: Distribution) {
        // The midpoint rule, finer and finer toward both ends, where tails may run far out.
        var (mean, square) = (0.0, 0.0)
        let steps = 40_000
        for step in 0..<steps {
            let x = (Double(step) + 0.5) / Double(steps)
            let probability = x * x * x * (10 - 15 * x + 6 * x * x)
            let weight = 30 * x * x * (1 - x) * (1 - x) / Double(steps)
            let value = distribution.quantile(probability)
            mean += weight * value
            square += weight * value * value
        }
        #expect(abs(mean / distribution.mean - 1) < 1e-5)
        #expect(abs((square - mean * mean) / theoreticalVariance(distribution) - 1) < 2e-3)
    }

    private func theoreticalVariance(_ distribution: Distribution) -> Double {
        func gamma(_ x: Double) -> Double { Elementary.exp(SpecialFunctions.logGamma(x)) }
        switch distribution {
        case .exponential(let mean): return mean * mean
        case .lognormal(let median, let sigma):
            let spread = Elementary.exp(sigma * sigma)
            return median * median * spread * (spread - 1)
        case .triangular(let low, let mode, let high):
            return (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18
        case .uniform(let low, let high): return (high - low) * (high - low) / 12
        case .weibull(let shape, let scale):
            return scale * scale * (gamma(1 + 2 / shape) - gamma(1 + 1 / shape) * gamma(1 + 1 / shape))
        case .gamma(let shape, let scale): return shape * scale * scale
        case .empirical(let points):
            var square = 0.0
            for (left, right) in zip(points, points.dropFirst()) {
                let sum = left.value * left.value + left.value * right.value + right.value * right.value
                square += (right.cumulative - left.cumulative) * sum / 3
            }
            return square - distribution.mean * distribution.mean
        case .fixed, .chance: return .nan
        }
    }

    @Test(arguments: continuous + withJumps)
    func `a larger probability never gives a smaller value`(distribution: Distribution) {
        var last = -Double.infinity
        for step in 1..<5000 {
            let value = distribution.quantile(Double(step) / 5000)
            #expect(value >= last)
            last = value
        }
        #expect(distribution.quantile(0x1p-53) <= distribution.quantile(0x1p-52))
        #expect(distribution.quantile(1 - 0x1p-52) <= distribution.quantile(1 - 0x1p-53))
    }

    @Test(arguments: continuous)
    func `quantile and cumulative undo each other`(distribution: Distribution) {
        for step in 1..<400 {
            let probability = Double(step) / 400
            #expect(abs(distribution.cumulative(distribution.quantile(probability)) - probability) < 1e-12)
        }
        // Far in the lower tail to relative precision, but for the offset of a triangle or a uniform.
        if case .triangular = distribution { return }
        if case .uniform = distribution { return }
        if case .empirical = distribution { return }
        let rare = distribution.cumulative(distribution.quantile(1e-12))
        #expect(abs(rare / 1e-12 - 1) < 1e-11)
    }

    @Test func `quantiles are those of theory`() {
        #expect(abs(Distribution.exponential(mean: 10).quantile(0.5) - 6.931471805599453) < 1e-14)
        #expect(Distribution.lognormal(median: 90, sigma: 0.6).quantile(0.5) == 90)
        #expect(abs(Distribution.lognormal(median: 1, sigma: 1).quantile(0.975) - 7.099071384231) < 1e-11)
        #expect(Distribution.triangular(low: 3, mode: 6, high: 15).quantile(0.25) == 6)
        #expect(Distribution.uniform(low: 2, high: 4).quantile(0.25) == 2.5)
        #expect(abs(Distribution.weibull(shape: 2, scale: 3).quantile(0.5) - 2.497663833473093) < 1e-14)
        // The chi-square distribution with 10 degrees of freedom at 95 %.
        #expect(abs(Distribution.gamma(shape: 5, scale: 2).quantile(0.95) - 18.307038053275146) < 1e-12)
    }

    @Test func `one uniform number decides both whether and when`() {
        let distribution = Distribution.chance(0.5, then: .uniform(low: 0, high: 10))
        #expect(distribution.quantile(0.25) == 5)
        #expect(distribution.quantile(0.5.nextDown) < 10)
        #expect(distribution.quantile(0.5) == .infinity)
        #expect(Distribution.chance(0, then: .fixed(1)).quantile(0x1p-53) == .infinity)
        #expect(Distribution.chance(1, then: .fixed(1)).quantile(1 - 0x1p-53) == 1)
    }

    @Test func `half milliseconds are rounded away from zero`() {
        func whole(_ value: Double) -> Int64? { Distribution.fixed(value).milliseconds(0.5) }
        #expect(whole(0.5) == 1)
        #expect(whole(0.49999999999999994) == 0)
        #expect(whole(1.5) == 2)
        #expect(whole(2.5) == 3)
        #expect(whole(2.4999999999999996) == 2)
        #expect(whole(-0.5) == -1)
        #expect(whole(-0.4) == 0)
        #expect(whole(-2.5) == -3)
        #expect(whole(123_456_789_012.5) == 123_456_789_013)
        #expect(whole(0) == 0)
    }

    @Test func `a duration without end is nil and an endless one is cut, never a trap`() {
        let longest = Distribution.longestDuration
        #expect(longest == Int64(1000 * 365.25 * 86_400_000))
        #expect(Distribution.fixed(.infinity).milliseconds(0.5) == nil)
        #expect(Distribution.fixed(.nan).milliseconds(0.5) == nil)
        #expect(Distribution.chance(0.5, then: .fixed(1)).milliseconds(0.75) == nil)
        #expect(Distribution.fixed(1e300).milliseconds(0.5) == longest)
        #expect(Distribution.fixed(-1e300).milliseconds(0.5) == -longest)
        #expect(Distribution.fixed(-.infinity).milliseconds(0.5) == -longest)
        #expect(Distribution.fixed(Double(longest)).milliseconds(0.5) == longest)
        #expect(Distribution.fixed(Double(longest) - 1).milliseconds(0.5) == longest - 1)
        #expect(Distribution.lognormal(median: 1e12, sigma: 5).milliseconds(0.999) == longest)
    }

    @Test func `nonsense parameters give an answer and no trap`() {
        let nonsense: [Distribution] = [
            .exponential(mean: .nan), .lognormal(median: -1, sigma: -1), .triangular(low: 5, mode: 3, high: 1),
            .uniform(low: 4, high: .nan), .weibull(shape: 0, scale: 1), .gamma(shape: -1, scale: 1), .empirical([]),
            .chance(.nan, then: .fixed(1)), .empirical([EmpiricalPoint(cumulative: .nan, value: 1)]),
        ]
        for distribution in nonsense {
            for probability in [0, 0.25, 0.75, 1, .nan] { _ = distribution.milliseconds(probability) }
            _ = distribution.cumulative(3)
            _ = distribution.mean
            _ = distribution.central
            _ = distribution.isRandom
        }
        #expect(Distribution.empirical([]).milliseconds(0.5) == nil)
    }
}
