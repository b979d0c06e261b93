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
    /// - Complexity: O(variants · (measures + samples) · n log n) for n replications; values are taken out measure by measure.
    public init(_ record: ExperimentRecord, of scenario: Scenario) {
        self.init(
            record.variants, names: scenario.variantNames, baseline: scenario.experiment.baseline,
            decideOn: scenario.experiment.decideOn, horizon: Double(scenario.experiment.horizon) / 60_000,
            drawsAssumptions: scenario.experiment.uncertainty == .full)
    }

    /// Analyzes variants called `names`; the horizon is in minutes.
    init(
        _ records: [VariantRecord], names: [String], baseline: String, decideOn: [String], horizon: Double,
        drawsAssumptions: Bool
    ) {
        let decideOn = decideOn.compactMap(Measures.index)
        let baseline = names.firstIndex(of: baseline) ?? 0
        let simultaneous = decideOn.count * max(1, names.count - 1)
        variants = names
        self.baseline = baseline
        self.decideOn = decideOn
        self.drawsAssumptions = drawsAssumptions
        var summaries = names.map { _ in [MeasureSummary?]() }
        var comparisons = names.map { _ in [MeasureComparison?]() }
        var evidence = names.map { _ in [MeasureEvidence?]() }
        for measure in Measures.all.indices {
            let samples = records.map { MeasureSample(measure, of: $0, horizon: horizon) }
            let together = decideOn.contains(measure) ? simultaneous : nil
            for (variant, sample) in samples.enumerated() {
                summaries[variant].append(MeasureSummary(sample, variant: names[variant]))
                comparisons[variant].append(
                    variant == baseline
                        ? nil : MeasureComparison(sample, with: samples[baseline], simultaneous: together))
                evidence[variant].append(
                    sample.values.isEmpty ? nil : MeasureEvidence(sample, drawsAssumptions: drawsAssumptions))
            }
        }
        self.summaries = summaries
        self.comparisons = comparisons
        self.evidence = evidence
        mobilization = records.map(MobilizationCurves.init)
        coverage = records.map(CoverageCurves.init)
        grids = records.map(\.grids.summaries)
    }
}
