import RandomStreams
import Testing

@Suite struct SharedChanceTests {
    private let probabilities = [0x1p-53, 0.01, 0.3, 0.5, 0.77, 0.999, 1 - 0x1p-53]

    @Test func `it is the beta distribution with the stated mean and correlation`() {
        for mean in [0.02, 0.3, 0.5, 0.9] {
            for correlation in [0.005, 0.04, 0.3, 0.9] {
                let chance = SharedChance(mean: mean, correlation: correlation)
                let weight = 1 / correlation - 1
                for probability in probabilities {
                    // Near 1 neighboring numbers may lie far apart in probability; the answer is the nearest.
                    let value = chance.effective(probability)
                    let (below, above) = (value.nextDown, value.nextUp)
                    let shape = (a: mean * weight, b: (1 - mean) * weight)
                    #expect(
                        SpecialFunctions.regularizedBeta(a: shape.a, b: shape.b, x: below) <= probability + 1e-9
                            && SpecialFunctions.regularizedBeta(a: shape.a, b: shape.b, x: above) >= probability - 1e-9)
                }
            }
        }
    }

    @Test func `what is certain or all alike needs no distribution`() {
        for probability in probabilities {
            #expect(SharedChance(mean: 0, correlation: 0.5).effective(probability) == 0)
            #expect(SharedChance(mean: 1, correlation: 0.5).effective(probability) == 1)
            #expect(SharedChance(mean: 0.3, correlation: 0).effective(probability) == 0.3)
            #expect(SharedChance(mean: 0.3, correlation: 1).effective(probability) == (probability < 0.7 ? 0 : 1))
        }
    }
}
