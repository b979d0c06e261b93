import RandomStreams
import Testing

@testable import Places

@Suite struct PropensityTests {
    @Test func `it is the quantile of a beta distribution with mean 1`() {
        for step in 1..<200 {
            let share = Double(step) / 200
            let expected = 3 * SpecialFunctions.inverseRegularizedBeta(a: 2, b: 4, probability: share)
            #expect(abs(Double(Propensity.quantile(share)) - expected) < 1e-5)
        }
    }

    @Test func `it stays within its range at the ends`() {
        #expect((0...0.01).contains(Propensity.quantile(1e-12)))
        #expect((2.9...3).contains(Propensity.quantile(1 - 1e-12)))
    }
}
