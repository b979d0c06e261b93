import RandomStreams
import Testing

@Suite struct EmpiricalDistributionTests {
    private let observed = Distribution.empirical([
        EmpiricalPoint(cumulative: 0.1, value: 2), EmpiricalPoint(cumulative: 0.5, value: 4),
        EmpiricalPoint(cumulative: 0.5, value: 6), EmpiricalPoint(cumulative: 0.8, value: 6),
        EmpiricalPoint(cumulative: 1, value: 10),
    ])

    @Test func `the first point carries its own mass`() {
        #expect(observed.quantile(0.01) == 2)
        #expect(observed.quantile(0.1) == 2)
        #expect(observed.cumulative(1.99) == 0)
        #expect(observed.cumulative(2) == 0.1)
    }

    @Test func `between points the line is straight, across a gap and at a mass too`() {
        #expect(abs(observed.quantile(0.3) - 3) < 1e-15)
        #expect(observed.quantile(0.5) == 4)
        #expect(observed.quantile(0.5.nextUp) == 6)
        #expect(observed.quantile(0.65) == 6)
        #expect(abs(observed.quantile(0.9) - 8) < 1e-14)
        #expect(observed.quantile(1) == 10)
        #expect(abs(observed.cumulative(3) - 0.3) < 1e-15)
        #expect(observed.cumulative(5) == 0.5)
        #expect(observed.cumulative(6) == 0.8)
        #expect(observed.cumulative(6.0.nextDown) == 0.5)
        #expect(observed.cumulative(10) == 1)
    }

    @Test func `the mean adds masses and middles`() {
        #expect(abs(observed.mean - (0.1 * 2 + 0.4 * 3 + 0.3 * 6 + 0.2 * 8)) < 1e-15)
    }

    @Test func `what the last point leaves out happens at the last value`() {
        let short = Distribution.empirical([
            EmpiricalPoint(cumulative: 0, value: 0), EmpiricalPoint(cumulative: 0.5, value: 10),
        ])
        #expect(short.quantile(0.75) == 10)
        #expect(short.cumulative(10) == 1)
        #expect(short.mean == 7.5)
    }

    @Test func `one point is a fixed value`() {
        let single = Distribution.empirical([EmpiricalPoint(cumulative: 0.3, value: 7)])
        for probability in [0.01, 0.3, 0.9] { #expect(single.quantile(probability) == 7) }
        #expect(single.mean == 7)
    }
}
