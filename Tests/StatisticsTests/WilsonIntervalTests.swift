import Statistics
import Testing

private let publishedIntervals: [(Int, Int, Double, Double)] = [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (1, 29, 0.0061, 0.1718), (18, 44, 0.2769, 0.5559),
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
