import RandomStreams
import Testing

@Suite struct CorrelatedAnswersTests {
    private let node = EntityKey(path: "street/1")

    /// The effective chance of every replication.
    private func chances(_ mean: Double, _ correlation: Double, replications: Int) -> [Double] {
        (0..<UInt32(replications)).map { replication in
            let stream = RandomStream(seed: 7, replication: replication)
            return CorrelatedAnswers.effectiveChance(
                mean: mean, correlation: correlation, uniform: stream.uniform(node, .nodeEffect))
        }
    }

    @Test func `without correlation the chance is exactly the mean`() {
        for mean in [0.1, 0.46, 1.0 / 3] {
            for uniform in [0x1p-53, 0.5, 1 - 0x1p-53] {
                #expect(
                    CorrelatedAnswers.effectiveChance(mean: mean, correlation: 0, uniform: uniform) == mean)
            }
        }
    }

    @Test func `certainty stays certain`() {
        for correlation in [0, 1e-12, 0.3, 0.999999, 1] {
            for uniform in [0x1p-53, 0.5, 1 - 0x1p-53] {
                #expect(
                    CorrelatedAnswers.effectiveChance(mean: 0, correlation: correlation, uniform: uniform) == 0)
                #expect(
                    CorrelatedAnswers.effectiveChance(mean: 1, correlation: correlation, uniform: uniform) == 1)
            }
        }
    }

    @Test func `with full correlation it is all or nobody, as often as the mean says`() {
        for correlation in [1 - 1e-7, 1] {
            let all = chances(0.3, correlation, replications: 2000)
            #expect(all.allSatisfy { $0 == 0 || $0 == 1 })
            // The share has a standard deviation of 0.0102.
            #expect(abs(all.reduce(0, +) / 2000 - 0.3) < 0.04)
        }
    }

    @Test(arguments: [(0.5, 0.05), (0.3, 0.2), (0.05, 0.1), (0.9, 0.6)])
    func `the chance has the mean and variance of the beta distribution`(mean: Double, correlation: Double) {
        // Over all uniform numbers, by the midpoint rule.
        let steps = 4000
        var (sum, square) = (0.0, 0.0)
        for step in 0..<steps {
            let chance = CorrelatedAnswers.effectiveChance(
                mean: mean, correlation: correlation, uniform: (Double(step) + 0.5) / Double(steps))
            sum += chance / Double(steps)
            square += chance * chance / Double(steps)
        }
        #expect(abs(sum - mean) < 1e-5)
        #expect(abs((square - sum * sum) / (mean * (1 - mean) * correlation) - 1) < 0.002)
    }

    @Test(arguments: [(0.5, 0.05), (0.3, 0.2), (0.46, 0.5)])
    func `answers of people who share the effect have the stated correlation and beta-binomial variance`(
        mean: Double, correlation: Double
    ) {
        let (people, replications) = (20, 8000)
        var (total, square, pairs) = (0.0, 0.0, 0.0)
        for (replication, chance) in chances(mean, correlation, replications: replications).enumerated() {
            let stream = RandomStream(seed: 7, replication: UInt32(replication))
            var yes = 0.0
            for person in 0..<UInt32(people) where stream.uniform(node.child(person), .acceptance) < chance { yes += 1 }
            total += yes
            square += yes * yes
            pairs += yes * (yes - 1)
        }
        let (n, size) = (Double(replications), Double(people))
        let share = total / n / size
        let deviation = (mean * (1 - mean) * (1 + (size - 1) * correlation) / size / n).squareRoot()
        #expect(abs(share - mean) < 4 * deviation)
        // P(two people both say yes) = m² + ρ m (1 - m).
        let both = pairs / n / (size * (size - 1))
        #expect(abs((both - share * share) / (share * (1 - share)) - correlation) < 0.02)
        let variance = square / n - (total / n) * (total / n)
        let expected = size * mean * (1 - mean) * (1 + (size - 1) * correlation)
        #expect(abs(variance / expected - 1) < 0.06)
    }

    @Test func `the chance rises with the uniform number and with the mean`() {
        for correlation in [1e-6, 0.01, 0.3, 0.9, 0.99] {
            for mean in [0.02, 0.4, 0.9] {
                var last = 0.0
                for step in 1..<200 {
                    let uniform = Double(step) / 200
                    let chance = CorrelatedAnswers.effectiveChance(
                        mean: mean, correlation: correlation, uniform: uniform)
                    #expect(chance >= last && chance <= 1)
                    last = chance
                    let higher = CorrelatedAnswers.effectiveChance(
                        mean: mean + 0.05, correlation: correlation, uniform: uniform)
                    #expect(higher >= chance)
                }
            }
        }
    }

    @Test func `extreme inputs give a chance, quickly`() {
        for mean in [1e-300, 1e-9, 1 - 1e-12] {
            for correlation in [1e-300, 1e-9, 1e-6, 0.5, 1 - 1e-12] {
                for uniform in [0x1p-53, 0.3, 1 - 0x1p-53] {
                    let chance = CorrelatedAnswers.effectiveChance(
                        mean: mean, correlation: correlation, uniform: uniform)
                    #expect(chance >= 0 && chance <= 1)
                }
            }
        }
    }
}
