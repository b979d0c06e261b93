import RandomStreams
import Testing

@Suite struct IncompleteBetaTests {
    private let parameters = [0.05, 0.3, 0.75, 1, 2, 7.9, 8, 30, 500, 1e4]

    @Test func `values agree with 40-digit arithmetic`() {
        let reference: [(Double, Double, Double, Double)] = [
            (0.05, 0.05, 0.3, 0.4802183280058102), (0.5, 0.5, 0.25, 0.3333333333333333), (2, 3, 0.4, 0.5248),
            (5, 1, 0.9, 0.59049), (0.2, 40, 0.001, 0.5673039640677207), (30, 70, 0.25, 0.13581490428342743),
            (200, 100, 0.7, 0.8911569343550898), (8, 8, 0.01, 6.045248493209707e-13),
            (0.05, 300, 1e-30, 0.04320000579886979), (400, 0.5, 0.99, 0.004587569593366472),
        ]
        for (a, b, x, expected) in reference {
            let value = SpecialFunctions.regularizedBeta(a: a, b: b, x: x)
            #expect(abs(value / expected - 1) < 2e-14, "I(\(a), \(b), \(x))")
        }
    }

    @Test func `it is the tail of the binomial distribution`() {
        // P(at least k yeses among n) = I(k, n - k + 1) at the chance of yes.
        let (count, chance) = (20, 0.3)
        for least in 1...count {
            var tail = 0.0
            for k in least...count {
                var term = 1.0
                for factor in 0..<k { term *= Double(count - factor) / Double(factor + 1) * chance }
                for _ in k..<count { term *= 1 - chance }
                tail += term
            }
            let value = SpecialFunctions.regularizedBeta(a: Double(least), b: Double(count - least + 1), x: chance)
            #expect(abs(value / tail - 1) < 1e-13)
        }
    }

    @Test func `seen from the other end it is the complement`() {
        for a in parameters {
            for b in parameters {
                for x in [0.125, 0.5, 0.75, a / (a + b)] {
                    let left = SpecialFunctions.regularizedBeta(a: a, b: b, x: x)
                    let right = SpecialFunctions.regularizedBeta(a: b, b: a, x: 1 - x)
                    // Rounding 1 - x moves the result by its density.
                    #expect(abs(left + right - 1) < 2e-13 * (1 + (a + b).squareRoot()), "\(a), \(b), \(x)")
                }
            }
        }
    }

    @Test func `the inverse returns to the probability for all parameters from 0.05 to 10,000`() {
        for a in parameters {
            for b in parameters {
                for probability in [1e-100, 1e-9, 0.01, 0.2, 0.5, 0.7, 0.95, 1 - 1e-9] {
                    let x = SpecialFunctions.inverseRegularizedBeta(a: a, b: b, probability: probability)
                    #expect(x >= 0 && x <= 1)
                    // Near 1, and below the least normal number, a double cannot hold the answer.
                    if x < 1e-307 || x > 0.999 { continue }
                    let back = SpecialFunctions.regularizedBeta(a: a, b: b, x: x)
                    #expect(abs(back / probability - 1) < 5e-12, "\(a), \(b), \(probability)")
                }
            }
        }
    }

    @Test func `close to 1 the inverse is the mirror of the precise end`() {
        for (a, b) in [(0.3, 0.05), (8, 0.3), (500, 2), (2, 0.05)] {
            for probability in [0.125, 0.5, 0.75] {
                let x = SpecialFunctions.inverseRegularizedBeta(a: a, b: b, probability: probability)
                let mirror = SpecialFunctions.inverseRegularizedBeta(a: b, b: a, probability: 1 - probability)
                #expect(abs(x - (1 - mirror)) <= 4e-15)
            }
        }
    }

    @Test func `the inverse never falls`() {
        for (a, b) in [(0.05, 0.05), (0.5, 3), (2, 2), (300, 20)] {
            let values = (1..<2000).map {
                SpecialFunctions.inverseRegularizedBeta(a: a, b: b, probability: Double($0) / 2000)
            }
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }

    @Test func `edges and nonsense have stated answers`() {
        #expect(SpecialFunctions.regularizedBeta(a: 2, b: 3, x: 0) == 0)
        #expect(SpecialFunctions.regularizedBeta(a: 2, b: 3, x: 1) == 1)
        #expect(SpecialFunctions.regularizedBeta(a: 2, b: 3, x: -1) == 0)
        #expect(SpecialFunctions.regularizedBeta(a: 2, b: 3, x: 2) == 1)
        #expect(SpecialFunctions.inverseRegularizedBeta(a: 2, b: 3, probability: 0) == 0)
        #expect(SpecialFunctions.inverseRegularizedBeta(a: 2, b: 3, probability: 1) == 1)
        for bad in [0, -1, .nan, .infinity, 1e11] {
            #expect(SpecialFunctions.regularizedBeta(a: bad, b: 1, x: 0.5).isNaN)
            #expect(SpecialFunctions.inverseRegularizedBeta(a: 1, b: bad, probability: 0.5).isNaN)
        }
        #expect(SpecialFunctions.inverseRegularizedBeta(a: 1, b: 1, probability: 1.5).isNaN)
        #expect(SpecialFunctions.regularizedBeta(a: 1, b: 1, x: .nan).isNaN)
    }
}
