import Statistics
import Testing

private let publishedIntervals: [(Int, Int, Double, Double)] = [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (18, 44, 0.2769, 0.5559),
]

@Test(arguments: publishedIntervals)
func `intervals agree with Newcombe's table and the recall trial`(
    successes: Int, trials: Int, lower: Double, upper: Double
) throws {
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3; 41 % of 44 reached gives 0.28 to 0.56.
    let interval = try #require(WilsonInterval.interval(successes: successes, of: trials))
    #expect((interval.lower - lower).magnitude < 0.00006)
    #expect((interval.upper - upper).magnitude < 0.00006)
    #expect(interval.estimate == Double(successes) / Double(trials))
}

@Test func `an event seen 0 times in n has an upper bound of 3 over n`() {
    #expect(
        WilsonInterval.interval(successes: 0, of: 30) == ConfidenceInterval(estimate: 0, lower: 0, upper: 3.0 / 30))
    #expect(
        WilsonInterval.interval(successes: 30, of: 30) == ConfidenceInterval(estimate: 1, lower: 1 - 0.1, upper: 1))
    #expect(WilsonInterval.interval(successes: 0, of: 2)?.upper == 1)
    #expect(WilsonInterval.interval(successes: 0, of: 0) == nil)
    // With the bound as the true share, seeing nothing has a chance of just about 1 − confidence.
    for (confidence, chance) in [(0.9, 0.1), (0.95, 0.05), (0.99, 0.01)] {
        let bound = WilsonInterval.boundIfNeverSeen(in: 1000, confidence: confidence)
        let absence = (0..<1000).reduce(1.0) { product, _ in product * (1 - bound) }
        #expect((absence - chance).magnitude < 0.03 * chance)
    }
}

@Test func `an event seen once or twice may be as rare as a Poisson count allows`() throws {
    // Newcombe's table has 0.0061 to 0.1718 for 1 in 29; −ln 0.95 is 0.051293, and 0.355362 is where two or more have 5 %.
    let once = try #require(WilsonInterval.interval(successes: 1, of: 29))
    #expect((once.lower - 0.051293 / 29).magnitude < 1e-7 && (once.upper - 0.1718).magnitude < 0.00006)
    let twice = try #require(WilsonInterval.interval(successes: 2, of: 30))
    #expect((twice.lower - 0.355362 / 30).magnitude < 1e-7)
    #expect(try #require(WilsonInterval.interval(successes: 28, of: 30)).upper == 1 - twice.lower)
}

@Test func `blocks that agree or stand alone tell what as many independent trials would`() {
    let outcomes: [Double] = [1, 0, 0, 1, 0, 1]
    let independent = WilsonInterval.interval(successes: 3, of: 6)
    #expect(WilsonInterval.interval(of: outcomes, blocks: [0, 0, 1, 1, 2, 2]) == independent)
    #expect(WilsonInterval.interval(of: outcomes, blocks: [0, 1, 2, 3, 4, 5]) == independent)
    #expect(WilsonInterval.interval(of: outcomes, blocks: [0, 0, 0, 0, 0, 0]) == independent)
    #expect(WilsonInterval.interval(of: [], blocks: []) == nil)
    #expect(WilsonInterval.interval(of: [0, 0], blocks: [1, 2]) == WilsonInterval.interval(successes: 0, of: 2))
}

@Test func `blocks that differ widen the interval by the effective number of trials`() throws {
    // Shares 0.8, 0.2 of five each: mean 0.5, error 0.3; t with one degree of freedom is 12.706205, the normal 1.959964.
    let outcomes: [Double] = [1, 1, 1, 1, 0, 0, 0, 0, 0, 1]
    let effective = 0.25 / (0.3 * 0.3) / (12.706205 / 1.959964) / (12.706205 / 1.959964)
    let perTrial = 1.959964 * 1.959964 / effective
    let reach = (perTrial * (0.25 + perTrial / 4)).squareRoot() / (1 + perTrial)
    let interval = try #require(WilsonInterval.interval(of: outcomes, blocks: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]))
    #expect((interval.lower - (0.5 - reach)).magnitude < 1e-6 && (interval.upper - (0.5 + reach)).magnitude < 1e-6)
}

@Test func `intervals stay within 0 and 1, enclose the share and mirror`() throws {
    for trials in 1...40 {
        for successes in 0...trials {
            let interval = try #require(WilsonInterval.interval(successes: successes, of: trials))
            let mirrored = try #require(WilsonInterval.interval(successes: trials - successes, of: trials))
            #expect(0 <= interval.lower && interval.upper <= 1 && interval.width > 0)
            #expect((interval.lower - (1 - mirrored.upper)).magnitude < 1e-12)
        }
    }
}
