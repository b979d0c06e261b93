import RandomStreams
import Testing

@Suite struct IncompleteGammaTests {
    @Test func `values agree with 40-digit arithmetic`() {
        let reference: [(Double, Double, Double)] = [
            (0.05, 0.001, 0.7271792290529226), (0.5, 0.5, 0.6826894921370859), (1, 2, 0.8646647167633873),
            (2.5, 1, 0.15085496391539036), (2.5, 9, 0.9970535954121197), (10, 10, 0.5420702855281478),
            (10, 40, 0.9999999960740678), (100, 80, 0.017108313035133115), (1000, 1010, 0.6276789447369947),
            (0.3, 1e-20, 1.1142425085473024e-06), (50, 1, 1.2337508979097351e-65),
        ]
        for (shape, x, expected) in reference {
            let value = SpecialFunctions.regularizedGamma(shape: shape, x: x)
            #expect(abs(value / expected - 1) < 2e-14, "P(\(shape), \(x))")
        }
    }

    @Test func `with shape 1 it is the exponential distribution`() {
        for x in [1e-12, 0.1, 1, 1.999, 2.001, 30] {
            let value = SpecialFunctions.regularizedGamma(shape: 1, x: x)
            #expect(abs(value / -Elementary.expm1(-x) - 1) < 1e-14)
        }
    }

    @Test func `the inverse returns to the probability from both sides`() {
        for shape in [0.01, 0.05, 0.3, 0.5, 1, 2.5, 7.9, 8, 30, 1000, 1e4, 1e6] {
            for probability in [1e-100, 1e-9, 0.001, 0.1, 0.37, 0.5, 0.63, 0.9, 0.999, 1 - 1e-9] {
                let x = SpecialFunctions.inverseRegularizedGamma(shape: shape, probability: probability)
                // Below the least normal number x has no precision to return with.
                if x < 1e-307 { continue }
                let back = SpecialFunctions.regularizedGamma(shape: shape, x: x)
                // A rounding of ln x moves the logarithm of a far tail by many times √shape as much.
                #expect(
                    abs(back / probability - 1) < 1e-12 + 4e-14 * shape.squareRoot(),
                    "shape \(shape), probability \(probability)")
            }
        }
    }

    @Test func `the inverse never falls`() {
        for shape in [0.05, 0.9, 3, 40] {
            let values = (1..<2000).map {
                SpecialFunctions.inverseRegularizedGamma(shape: shape, probability: Double($0) / 2000)
            }
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 || $1 < 1e-300 })
        }
    }

    @Test func `edges and nonsense have stated answers`() {
        #expect(SpecialFunctions.regularizedGamma(shape: 2, x: 0) == 0)
        #expect(SpecialFunctions.regularizedGamma(shape: 2, x: -1) == 0)
        #expect(SpecialFunctions.regularizedGamma(shape: 2, x: .infinity) == 1)
        #expect(SpecialFunctions.regularizedGamma(shape: 2, x: 1e300) == 1)
        #expect(SpecialFunctions.inverseRegularizedGamma(shape: 2, probability: 0) == 0)
        #expect(SpecialFunctions.inverseRegularizedGamma(shape: 2, probability: 1) == .infinity)
        for shape in [0, -1, .nan, .infinity, 1e11] {
            #expect(SpecialFunctions.regularizedGamma(shape: shape, x: 1).isNaN)
            #expect(SpecialFunctions.inverseRegularizedGamma(shape: shape, probability: 0.5).isNaN)
        }
        for probability in [-0.1, 1.1, .nan] {
            #expect(SpecialFunctions.inverseRegularizedGamma(shape: 2, probability: probability).isNaN)
        }
    }
}
