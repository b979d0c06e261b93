import ScenarioFiles
import Words

/// Why the checks could not be made.
public enum ValidationError: Error, Sendable {
    /// A scenario could not be run.
    case experiment(ExperimentError)
    /// The theory of a check says nothing about a variant of its scenario.
    case unfit(check: String, variant: String, needs: LocalizedText)
}

/// Holds the program against theory: scenario files run through the whole of it, with several seeds.
///
/// Each row's interval is wide enough that all rows of all seeds together contain what they should with a probability of
/// 99.9 % (Bonferroni), and no wider than its check allows, so that noise cannot pass for agreement.
public struct Validation: Sendable {
    /// The probability with which all intervals contain the truth.
    public static let familyConfidence = 0.999
    /// The seeds used where nobody asks for others.
    public static let usualSeeds: [UInt64] = [1, 2, 3, 4, 5]

    /// The names of all checks, in order.
    public static var checks: [(name: String, meaning: LocalizedText)] {
        TheoryCheck.all.map { ($0.name, $0.meaning) }
    }

    /// The scenario of each check, by name.
    private let scenarios: [(check: TheoryCheck, scenario: Scenario)]
    /// The seeds.
    public let seeds: [UInt64]

    /// Takes the scenarios of the checks to be made.
    public init(scenarios: [String: Scenario], seeds: [UInt64] = Self.usualSeeds) {
        self.scenarios = TheoryCheck.all.compactMap { check in scenarios[check.name].map { (check, $0) } }
        self.seeds = seeds
    }

    /// Runs everything, every scenario once for each seed.
    ///
    /// `progress` is that of `Experiment.run`, and counts the runs of all checks.
    public func rows(
        options: ExperimentOptions,
        progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(ValidationError) -> [TheoryRow] {
        try refuseWhatTheoryDoesNotKnow()
        let sizes = scenarios.map { $0.scenario.experiment.replications * $0.scenario.variantNames.count }
        let all = sizes.reduce(0, +) * seeds.count
        var before = 0
        var cases: [(check: String, seed: UInt64, item: TheoryCase)] = []
        for ((check, written), size) in zip(scenarios, sizes) {
            for seed in seeds {
                var scenario = written
                scenario.experiment.seed = seed
                let offset = before
                let record: ExperimentRecord
                do throws(ExperimentError) {
                    record = try Experiment(scenario, options: options).run(progress: { done, _ in
                        progress(offset + done, all)
                    })
                } catch { throw .experiment(error) }
                cases += check.cases(TheoryTrial(scenario: scenario, record: record)).map { (check.name, seed, $0) }
                before += size
            }
        }
        let confidence = 1 - (1 - Self.familyConfidence) / Double(max(cases.count, 1))
        return cases.map { TheoryRow($0.check, $0.item, seed: $0.seed, confidence: confidence) }
    }

    /// Where a formula does not apply it must not be compared with.
    private func refuseWhatTheoryDoesNotKnow() throws(ValidationError) {
        for (check, scenario) in scenarios {
            for number in scenario.variantNames.indices {
                let variant = TheoryCheck.Variant(scenario, number)
                if !check.fits(variant) {
                    throw .unfit(check: check.name, variant: variant.name, needs: check.needs)
                }
            }
        }
    }
}
