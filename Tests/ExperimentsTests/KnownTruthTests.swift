import Mobilization
import Results
import ScenarioFiles
import Statistics
import Synchronization
import Testing

@testable import Experiments

/// Through the whole program: scenarios whose answers are known exactly, run in thousands of small experiments.
@Suite struct KnownTruthTests {
    /// Twelve volunteers, all reached at once, who say yes with a chance of 40 %, each for himself.
    ///
    /// Of those who do one in four does not come after all. One variant is more willing, one more faithful.
    private static let text = """
        {
          "title": "coins", "question": "How many come?",
          "place": { "name": "coins", "code": "coins", "explicit": {
            "points": { "hall": [116.1, 24.3] },
            "organization": { "district": { "level": "district", "name": "d", "seat": "hall" } },
            "people": [{ "node": "district", "role": "volunteer", "home": "hall", "count": 12 }],
          } },
          "incident": { "firstSignal": "2024-06-16T20:00+08:00", "levels": [{ "level": "IV", "at": "0 min" }] },
          "plan": {
            "command": { "detect": "0 min", "verify": "0 min", "consult": "0 min", "raise": "0 min", "order": "0 min" },
            "callOut": {
              "channels": ["groupMessage"], "waves": [{ "level": "IV", "roles": ["volunteer"] }],
              "messageRead": { "day": "100%", "night": "100%" }, "messageDelay": "0 min", "decide": "0 min",
              "answers": { "volunteer": { "willing": "40%", "available": {
                "night": 1, "morning": 1, "workday": 1, "weekend": 1, "evening": 1 } } },
              "channelCorrelation": 0, "listCorrelation": 0, "willingnessCorrelation": 0,
            },
            "muster": { "prepareDay": "0 min", "prepareNight": "0 min", "noShow": "25%" },
            "teams": { "kinds": {} },
          },
          "experiment": {
            "replications": 30, "horizon": "5 min", "uncertainty": "monteCarlo", "baseline": "asIs",
            "decideOn": ["people_accepted", "people_arrived", "no_shows"],
            "variants": {
              "asIs": {},
              "willing": { "plan": { "callOut": { "answers": { "volunteer": { "willing": "60%" } } } } },
              "faithful": { "plan": { "muster": { "noShow": "10%" } } },
            },
          },
        }
        """

    /// People who accept, who arrive, and who do not come after all, by variant.
    private static let truth: [[Double]] = [expected(0.4, 0.25), expected(0.6, 0.25), expected(0.4, 0.1)]

    private static func expected(_ willing: Double, _ noShow: Double) -> [Double] {
        let accepted = 12 * willing
        return [accepted, accepted * (1 - noShow), accepted * noShow]
    }

    /// What became of many small experiments.
    private struct Hits {
        /// Means contained, by variant and measure.
        var means = [[Int]](repeating: [0, 0, 0], count: 3)
        /// Differences contained of each measure alone, at the confidence they have together.
        var together = 0
    }

    @Test func `93 to 97 percent of 2,000 experiments contain the truth, and 95 at once where they decide`() throws {
        let loader = ScenarioLoader(access: OneFile(text: Self.text))
        let scenario = try Scenario.load("coins.jsonc", loader: loader)
        let names = ["people_accepted", "people_arrived", "no_shows"]
        let measures = try names.map { try #require(Measures.index(of: $0)) }
        var hits = Hits()
        for seed in 0..<2000 as Range<UInt64> {
            var experiment = scenario
            experiment.experiment.seed = seed
            let record = try Experiment(experiment, options: ExperimentOptions(workers: 2)).run()
            let analysis = ExperimentAnalysis(record, of: experiment)
            var isTogether = true
            for (number, measure) in measures.enumerated() {
                for variant in 0..<3 {
                    let row = try #require(analysis.summaries[variant][measure]).row
                    let (lower, upper) = (try #require(row.lower), try #require(row.upper))
                    let truth = Self.truth[variant][number]
                    if lower <= truth, truth <= upper { hits.means[variant][number] += 1 }
                    guard variant > 0 else { continue }
                    let comparison = try #require(analysis.comparisons[variant][measure])
                    let difference = truth - Self.truth[0][number]
                    // Zero where a variant changes nothing, and then exactly.
                    let (low, high) = (try #require(comparison.lower), try #require(comparison.upper))
                    if difference < low - 1e-12 || difference > high + 1e-12 { isTogether = false }
                }
            }
            if isTogether { hits.together += 1 }
        }
        for variant in 0..<3 {
            for number in 0..<3 {
                let count = hits.means[variant][number]
                #expect((1860...1940).contains(count), "variant \(variant), \(names[number]): \(count)")
            }
        }
        #expect((1890...1990).contains(hits.together), "\(hits.together)")
    }
}
