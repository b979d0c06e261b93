import Mobilization
import ScenarioFiles

/// What the record of an experiment says: every measure of every variant, the comparisons, and how certain they are.
public struct ExperimentAnalysis: Sendable {
    /// The names of the variants.
    public let variants: [String]
    /// The number of the variant the others are compared with.
    public let baseline: Int
    /// The numbers of the measures verdicts are about.
    public let decideOn: [Int]
    /// Whether assumptions were drawn, so that a replication is also a set of assumptions.
    public let drawsAssumptions: Bool
    /// Every measure of every variant, by variant and measure; nil where there was nothing to measure.
    public let summaries: [[MeasureSummary?]]
    /// Every measure of every variant against the baseline; nil for the baseline itself.
    public let comparisons: [[MeasureComparison?]]
    /// Where the width of each interval comes from; nil where there is no summary.
    public let evidence: [[MeasureEvidence?]]
    /// People by state over time, by variant.
    public let mobilization: [MobilizationCurves]
    /// Coverage over time, by variant.
    public let coverage: [CoverageCurves]
    /// The grids of replication 0, by variant.
    public let grids: [[GridSummary]]

    /// Analyzes the record of `scenario`.
    ///
    /// - Complexity: O(variants · (measures + samples) · n log n) for n replications.
    public init(_ record: ExperimentRecord, of scenario: Scenario) {
        self.init(
            record.observations, variants: scenario.variantNames, baseline: scenario.experiment.baseline,
            decideOn: scenario.experiment.decideOn, horizon: Double(scenario.experiment.horizon) / 60_000,
            drawsAssumptions: scenario.experiment.uncertainty == .full)
    }

    /// Analyzes observations by variant; the horizon is in minutes.
    init(
        _ observations: [[ExperimentRecord.Observation]], variants: [String], baseline: String, decideOn: [String],
        horizon: Double, drawsAssumptions: Bool
    ) {
        let measures = Measures.all.indices
        let samples = observations.map { variant in
            measures.map { MeasureSample($0, of: variant, horizon: horizon) }
        }
        let decideOn = decideOn.compactMap(Measures.index)
        let baseline = variants.firstIndex(of: baseline) ?? 0
        let simultaneous = decideOn.count * max(1, variants.count - 1)
        self.variants = variants
        self.baseline = baseline
        self.decideOn = decideOn
        self.drawsAssumptions = drawsAssumptions
        summaries = variants.indices.map { variant in
            measures.map { MeasureSummary(samples[variant][$0], variant: variants[variant]) }
        }
        comparisons = variants.indices.map { variant in
            measures.map { measure in
                guard variant != baseline else { return nil }
                return MeasureComparison(
                    samples[variant][measure], with: samples[baseline][measure],
                    simultaneous: decideOn.contains(measure) ? simultaneous : nil)
            }
        }
        evidence = variants.indices.map { variant in
            measures.map { measure in
                let sample = samples[variant][measure]
                return sample.values.isEmpty ? nil : MeasureEvidence(sample, drawsAssumptions: drawsAssumptions)
            }
        }
        mobilization = observations.map(MobilizationCurves.init)
        coverage = observations.map(CoverageCurves.init)
        grids = observations.map(GridSummary.all)
    }
}
