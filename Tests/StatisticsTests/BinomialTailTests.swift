import Testing

@testable import Statistics

@Suite struct BinomialTailTests {
    @Test func `the tail is the sum of the binomial distribution`() {
        for trials in 0...20 {
            for chance in [0.0, 0.1, 0.41, 0.5, 0.97, 1] {
                var terms = [Double](repeating: 0, count: trials + 1)
                terms[0] = 1
                for _ in 0..<trials {
                    for successes in stride(from: trials, through: 0, by: -1) {
                        terms[successes] =
                            terms[successes] * (1 - chance) + (successes > 0 ? terms[successes - 1] * chance : 0)
                    }
                }
                for least in 0...(trials + 1) {
                    let sum = terms.dropFirst(least).reduce(0, +)
                    let tail = BinomialTail.probability(ofAtLeast: least, in: trials, chance: chance)
                    #expect(abs(tail - sum) < 1e-12, "at least \(least) of \(trials) with \(chance)")
                }
            }
        }
    }

    @Test func `ten of twenty-five with 41 percent each`() {
        #expect(abs(BinomialTail.probability(ofAtLeast: 10, in: 25, chance: 0.41) - 0.6151) < 5e-5)
    }
}
