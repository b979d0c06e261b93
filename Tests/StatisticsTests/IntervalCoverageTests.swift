import RandomStreams
import Statistics
import Testing

/// Where the truth is known, 95 % intervals contain it in 93 to 97 % of 2,000 trials.
///
/// Thirty values, as many as there are replications unless a scenario says otherwise, and blocks of ten.
@Suite struct IntervalCoverageTests {
    private static let trials = 2000
    private static let allowed = 1860...1940

    /// Distributions with a known mean: level, and leaning more and more to one side.
    enum Shape: CaseIterable {
        case normal, uniform, gammaOfShape4, lognormal, exponential, boundedTime

        func draw(_ numbers: inout SampleNumbers) -> Double {
            switch self {
            case .normal: numbers.normal()
            case .uniform: numbers.uniform()
            case .gammaOfShape4: (0..<4).reduce(0.0) { sum, _ in sum - Elementary.log(numbers.uniform()) }
            case .lognormal: Elementary.exp(0.5 * numbers.normal())
            case .exponential: -Elementary.log(numbers.uniform())
            // A time of which one in twenty is never reached by a horizon of 3 means.
            case .boundedTime: min(-Elementary.log(numbers.uniform()), 3)
            }
        }

        var mean: Double {
            switch self {
            case .normal: 0
            case .uniform: 0.5
            case .gammaOfShape4: 4
            case .lognormal: Elementary.exp(0.125)
            case .exponential: 1
            case .boundedTime: 1 - Elementary.exp(-3)
            }
        }
    }

    private func hits(seed: UInt64, _ trial: (inout SampleNumbers) throws -> Bool) rethrows -> Int {
        var numbers = SampleNumbers(seed: seed)
        var hits = 0
        for _ in 0..<Self.trials where try trial(&numbers) { hits += 1 }
        return hits
    }

    @Test(arguments: Shape.allCases) func `intervals of the mean of thirty`(shape: Shape) throws {
        let hits = try hits(seed: 41) { numbers in
            let values = (0..<30).map { _ in shape.draw(&numbers) }
            return try #require(MeanInterval.interval(of: values)).contains(shape.mean)
        }
        #expect(Self.allowed.contains(hits), "\(hits)")
    }

    @Test func `without the correction for skewness a leaning sample's interval says more than it knows`() throws {
        let hits = try hits(seed: 41) { numbers in
            let values = (0..<30).map { _ in Shape.exponential.draw(&numbers) }
            return try #require(MeanInterval.interval(of: Tally(values))).contains(1)
        }
        #expect(hits < 1870, "\(hits)")
    }

    @Test(arguments: Shape.allCases) func `intervals of the mean of times that may never be reached`(shape: Shape)
        throws
    {
        // The horizon is what fifteen in a hundred exceed; the truth is the mean of two hundred thousand.
        var numbers = SampleNumbers(seed: 5)
        let many = (0..<200_000).map { _ in shape.draw(&numbers) }
        let horizon = try #require(Quantiles.quantiles([0.85], of: many)[0])
        let truth = many.reduce(0) { $0 + min($1, horizon) } / Double(many.count)
        let hits = try hits(seed: 43) { numbers in
            let times = (0..<30).map { _ in shape.draw(&numbers) }.map { $0 > horizon ? .infinity : $0 }
            return try #require(RestrictedMean(times: times, horizon: horizon).restricted).contains(truth)
        }
        #expect(Self.allowed.contains(hits), "\(hits)")
    }

    @Test(arguments: [(3, 10), (10, 10), (30, 2), (5, 6)], [0.0, 0.3, 1])
    func `intervals over blocks that share a place`(size: (blocks: Int, each: Int), effect: Double) throws {
        let blocks = (0..<size.blocks * size.each).map { $0 / size.each }
        for shape in [Shape.normal, .gammaOfShape4] {
            let hits = try hits(seed: 47) { numbers in
                var values: [Double] = []
                for _ in 0..<size.blocks {
                    let place = effect * numbers.normal()
                    for _ in 0..<size.each { values.append(place + shape.draw(&numbers)) }
                }
                return try #require(ClusteredMean(values, blocks: blocks)).interval().contains(shape.mean)
            }
            #expect(Self.allowed.contains(hits), "\(shape): \(hits)")
        }
    }

    @Test(arguments: Shape.allCases) func `intervals of paired differences`(shape: Shape) throws {
        // Both variants meet the same luck, and the variant a little of its own: the difference leans as the shape does.
        let hits = try hits(seed: 53) { numbers in
            var (baseline, variant): ([Double], [Double]) = ([], [])
            for _ in 0..<30 {
                let shared = 10 * numbers.normal()
                baseline.append(shared)
                variant.append(shared + shape.draw(&numbers))
            }
            let comparison = try #require(PairedComparison(baseline: baseline, variant: variant))
            #expect((comparison.pValue < 0.05) == !comparison.difference.contains(0))
            return comparison.difference.contains(shape.mean)
        }
        #expect(Self.allowed.contains(hits), "\(hits)")
    }

    @Test(arguments: [0.0, 0.5]) func `intervals of paired differences over blocks`(effect: Double) throws {
        let blocks = (0..<30).map { $0 / 10 }
        let hits = try hits(seed: 59) { numbers in
            var (baseline, variant): ([Double], [Double]) = ([], [])
            for _ in 0..<3 {
                let place = effect * numbers.normal()
                for _ in 0..<10 {
                    baseline.append(5 * numbers.normal())
                    variant.append(baseline[baseline.count - 1] + 2 + place + numbers.normal())
                }
            }
            let comparison = PairedComparison(baseline: baseline, variant: variant, blocks: blocks)
            return try #require(comparison).difference.contains(2)
        }
        #expect(Self.allowed.contains(hits), "\(hits)")
    }

    // MARK: Shares

    @Test(arguments: [10, 30, 100], [1.0, 0.1])
    func `intervals of shares, large and small`(size: Int, largest: Double) throws {
        // A share has few possible counts, so at one fixed truth coverage jumps; each trial has a truth of its own.
        let hits = try hits(seed: 61 + UInt64(size)) { numbers in
            let truth = largest * numbers.uniform()
            let successes = (0..<size).count { _ in numbers.uniform() < truth }
            return try #require(WilsonInterval.interval(successes: successes, of: size)).contains(truth)
        }
        // Ten trials cannot tell shares below a tenth apart, and say so: their intervals are wider than they need be.
        let allowed = size == 10 && largest < 1 ? 1860...2000 : Self.allowed
        #expect(allowed.contains(hits), "\(hits)")
    }

    @Test(arguments: [10, 30, 100]) func `no true share is contained in fewer than nine cases of ten`(size: Int) throws
    {
        let intervals = try (0...size).map { try #require(WilsonInterval.interval(successes: $0, of: size)) }
        for step in 1..<1000 {
            let truth = Double(step) / 1000
            // The chance of each count, from that of none on.
            var chance = Elementary.power(1 - truth, Double(size))
            var contained = 0.0
            for count in 0...size {
                if intervals[count].contains(truth) { contained += chance }
                chance *= Double(size - count) / Double(count + 1) * truth / (1 - truth)
            }
            #expect(contained > 0.9, "\(truth): \(contained)")
        }
    }

    @Test(arguments: [(3, 10), (10, 10), (20, 5)], [0.0, 0.1, 0.3])
    func `intervals of shares over blocks that share a place`(size: (blocks: Int, each: Int), correlation: Double)
        throws
    {
        let blocks = (0..<size.blocks * size.each).map { $0 / size.each }
        for truth in [0.3, 0.5, 0.7] {
            var plain = 0
            let hits = try hits(seed: 67) { numbers in
                var outcomes: [Double] = []
                for _ in 0..<size.blocks {
                    let chance = CorrelatedAnswers.effectiveChance(
                        mean: truth, correlation: correlation, uniform: numbers.uniform())
                    for _ in 0..<size.each { outcomes.append(numbers.uniform() < chance ? 1 : 0) }
                }
                let successes = outcomes.count { $0 == 1 }
                let alone = WilsonInterval.interval(successes: successes, of: outcomes.count)
                if alone?.contains(truth) == true { plain += 1 }
                return try #require(WilsonInterval.interval(of: outcomes, blocks: blocks)).contains(truth)
            }
            // Three blocks may agree by chance, and then count as ten independent replications each: rather too wide.
            let allowed = size.blocks == 3 ? 1860...1970 : Self.allowed
            #expect(allowed.contains(hits), "\(truth): \(hits)")
            // As if every replication stood for itself, the interval would be far too narrow.
            if correlation == 0.3 { #expect(plain < 1700, "\(plain)") }
        }
    }

    // MARK: Several at once

    @Test(arguments: [0.0, 0.6, 0.95])
    func `intervals that must hold at once do, and are not far wider than they need be`(correlation: Double) throws {
        // Three measures of two variants; the measures move together, and both variants are compared with one baseline.
        let hits = try hits(seed: 71) { numbers in
            var samples = Array(repeating: Array(repeating: [Double](), count: 3), count: 3)
            for _ in 0..<30 {
                for variant in 0..<3 {
                    let together = numbers.normal()
                    for measure in 0..<3 {
                        let own = numbers.normal()
                        samples[variant][measure].append(
                            correlation.squareRoot() * together + (1 - correlation).squareRoot() * own + Double(variant)
                        )
                    }
                }
            }
            for variant in 1..<3 {
                for measure in 0..<3 {
                    let comparison = PairedComparison(
                        baseline: samples[0][measure], variant: samples[variant][measure], confidence: 1 - 0.05 / 6)
                    guard try #require(comparison).difference.contains(Double(variant)) else { return false }
                }
            }
            return true
        }
        #expect((1900...1998).contains(hits), "\(hits)")
    }
}
