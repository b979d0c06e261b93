import RandomStreams
import Testing

@Suite struct DistributionShapeTests {
    private let all = DistributionTests.continuous + DistributionTests.withJumps

    @Test func `scaling moves every value and leaves the chance`() {
        for distribution in all {
            let scaled = distribution.scaled(by: 2.5)
            for probability in [0.05, 0.2, 0.4, 0.6, 0.95] {
                let expected = 2.5 * distribution.quantile(probability)
                let value = scaled.quantile(probability)
                #expect(value == expected || abs(value - expected) < 1e-13 * abs(expected))
            }
            #expect(scaled.central == 2.5 * distribution.central)
            #expect(scaled.isRandom == distribution.isRandom)
        }
    }

    @Test func `scaling to nothing takes no time but may still never happen`() {
        #expect(Distribution.lognormal(median: 3, sigma: 1).scaled(by: 0) == .fixed(0))
        #expect(Distribution.chance(0.3, then: .exponential(mean: 3)).scaled(by: 0) == .chance(0.3, then: .fixed(0)))
        #expect(Distribution.fixed(.infinity).scaled(by: 0) == .fixed(.infinity))
    }

    @Test func `the mean is infinite if it may never happen`() {
        #expect(Distribution.chance(0.99, then: .fixed(1)).mean == .infinity)
        #expect(Distribution.chance(1, then: .fixed(3)).mean == 3)
        #expect(Distribution.fixed(4).mean == 4)
    }

    @Test func `the central value is the parameter one would state`() {
        #expect(Distribution.fixed(4).central == 4)
        #expect(Distribution.exponential(mean: 5).central == 5)
        #expect(Distribution.lognormal(median: 6, sigma: 2).central == 6)
        #expect(Distribution.triangular(low: 1, mode: 7, high: 9).central == 7)
        #expect(Distribution.uniform(low: 6, high: 10).central == 8)
        #expect(Distribution.weibull(shape: 3, scale: 9).central == 9)
        #expect(Distribution.gamma(shape: 3, scale: 10).central == 10)
        #expect(Distribution.chance(0.1, then: .fixed(11)).central == 11)
        let observed = [EmpiricalPoint(cumulative: 0.25, value: 10), EmpiricalPoint(cumulative: 0.75, value: 14)]
        #expect(Distribution.empirical(observed).central == 12)
    }

    @Test func `what gives one value only is not random`() {
        let certain: [Distribution] = [
            .fixed(3), .exponential(mean: 0), .lognormal(median: 3, sigma: 0), .triangular(low: 3, mode: 3, high: 3),
            .uniform(low: 3, high: 3), .empirical([EmpiricalPoint(cumulative: 1, value: 3)]),
            .chance(1, then: .fixed(3)), .chance(0, then: .exponential(mean: 3)),
        ]
        for distribution in certain {
            #expect(!distribution.isRandom)
            #expect(distribution.quantile(0.2) == distribution.quantile(0.9))
        }
        for distribution in all where distribution != .fixed(5) { #expect(distribution.isRandom) }
    }

    @Test func `outside its values a distribution has probability 0 or all there is`() {
        for distribution in DistributionTests.continuous {
            #expect(distribution.cumulative(-1e9) == 0)
            #expect(distribution.cumulative(1e9) == 1)
            #expect(distribution.cumulative(.infinity) == 1)
        }
        #expect(Distribution.chance(0.3, then: .exponential(mean: 2)).cumulative(1e9) == 0.3)
        #expect(Distribution.fixed(5).cumulative(5) == 1)
        #expect(Distribution.fixed(5).cumulative(5.0.nextDown) == 0)
        #expect(Distribution.lognormal(median: 3, sigma: 0).cumulative(3) == 1)
        #expect(Distribution.exponential(mean: 0).cumulative(0) == 1)
    }
}
