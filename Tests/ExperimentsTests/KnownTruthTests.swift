import Dispatch
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
    /// Of those who do every other one does not come after all. In the other variant they are more willing, and more faithful.
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
            "muster": { "prepareDay": "0 min", "prepareNight": "0 min", "noShow": "50%" },
            "teams": { "kinds": {} },
          },
          "experiment": {
            "replications": 15, "horizon": "5 min", "uncertainty": "monteCarlo", "baseline": "asIs",
            "decideOn": ["people_accepted", "people_arrived", "no_shows"],
            "variants": {
              "asIs": {},
              "better": { "plan": {
                "callOut": { "answers": { "volunteer": { "willing": "60%" } } }, "muster": { "noShow": "25%" } } },
            },
          },
        }
        """

    /// People who accept, who arrive, and who do not come after all, by variant.
    private static let truth: [[Double]] = [expected(0.4, 0.5), expected(0.6, 0.25)]

    private static func expected(_ willing: Double, _ noShow: Double) -> [Double] {
        let accepted = 12 * willing
        return [accepted, accepted * (1 - noShow), accepted * noShow]
    }

    private static let names = ["people_accepted", "people_arrived", "no_shows"]

    private static func scenario() throws -> Scenario {
        try Scenario.load("coins.jsonc", loader: ScenarioLoader(access: OneFile(text: text)))
    }

    /// What one experiment contained: the mean of each variant and measure, and all differences at once.
    private struct Hits {
        var means: [[Bool]]
        var together: Bool
    }

    private func trial(_ scenario: Scenario, seed: UInt64, _ measures: [Int]) throws -> Hits {
        var experiment = scenario
        experiment.experiment.seed = seed
        let record = try Experiment(experiment, options: ExperimentOptions(workers: 1)).run()
        var hits = Hits(means: Array(repeating: [false, false, false], count: 2), together: true)
        for (number, measure) in measures.enumerated() {
            let samples = record.variants.map { MeasureSample(measure, of: $0, horizon: 5) }
            for variant in 0..<2 {
                let row = try #require(MeasureSummary(samples[variant], variant: "")).row
                let (lower, upper) = (try #require(row.lower), try #require(row.upper))
                let truth = Self.truth[variant][number]
                hits.means[variant][number] = lower <= truth && truth <= upper
                guard variant > 0 else { continue }
                // Three measures decide.
                let comparison = try #require(MeasureComparison(samples[variant], with: samples[0], simultaneous: 3))
                let (low, high) = (try #require(comparison.lower), try #require(comparison.upper))
                let difference = truth - Self.truth[0][number]
                if difference < low || difference > high { hits.together = false }
            }
        }
        return hits
    }

    @Test func `93 to 97 percent of 2,000 experiments contain the truth, and 95 at once where they decide`() throws {
        let scenario = try Self.scenario()
        let measures = try Self.names.map { try #require(Measures.index(of: $0)) }
        let all = Mutex<[Hits]>([])
        DispatchQueue.concurrentPerform(iterations: 40) { part in
            for seed in UInt64(part * 50)..<UInt64(part * 50 + 50) {
                guard let hits = try? trial(scenario, seed: seed, measures) else { continue }
                all.withLock { $0.append(hits) }
            }
        }
        let hits = all.withLock { $0 }
        #expect(hits.count == 2000)
        for variant in 0..<2 {
            for number in 0..<3 {
                let count = hits.count { $0.means[variant][number] }
                #expect((1860...1940).contains(count), "variant \(variant), \(Self.names[number]): \(count)")
            }
        }
        let together = hits.count(where: \.together)
        // 95 % at least, give or take two standard errors of 2,000 trials; hardly ever missing would be too wide.
        #expect((1880...1998).contains(together), "\(together)")
    }

    @Test func `a scenario that decides on three measures asks for three intervals at once`() throws {
        let scenario = try Self.scenario()
        let record = try Experiment(scenario, options: ExperimentOptions(workers: 2)).run()
        let analysis = ExperimentAnalysis(record, of: scenario)
        for name in Self.names {
            let measure = try #require(Measures.index(of: name))
            let samples = record.variants.map { MeasureSample(measure, of: $0, horizon: 5) }
            let whole = try #require(analysis.comparisons[1][measure])
            let part = try #require(MeasureComparison(samples[1], with: samples[0], simultaneous: 3))
            #expect(whole.lower == part.lower && whole.upper == part.upper && whole.decides)
        }
    }
}
