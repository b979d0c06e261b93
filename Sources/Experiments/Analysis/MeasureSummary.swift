import Mobilization
import Results
import Statistics

/// A measure of one variant over all replications that have it.
public struct MeasureSummary: Sendable {
    /// The row of `summary.csv`.
    public let row: SummaryRow

    /// Summarizes a sample; nil if no replication has anything to measure.
    init?(_ sample: MeasureSample, variant: String) {
        let values = sample.values
        guard !values.isEmpty else { return nil }
        row = SummaryRow(
            variant: variant, measure: sample.measure.name, unit: sample.measure.unit, values: values,
            interval: Self.interval(sample))
    }

    /// The interval that fits the measure: Wilson's for what happens or not, Student's t for all others, both over blocks.
    ///
    /// What never happened is not proven to be impossible; Wilson's interval says so, Student's would have no width.
    private static func interval(_ sample: MeasureSample) -> ConfidenceInterval? {
        let values = sample.values
        guard values.allSatisfy(\.isFinite) else { return nil }
        if sample.measure.kind == .indicator {
            return WilsonInterval.interval(of: values, blocks: sample.blocksOfValues)
        }
        return ClusteredMean(values, blocks: sample.blocksOfValues)?.interval() ?? MeanInterval.interval(of: values)
    }
}
