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
            interval: Self.interval(sample.measure.kind, values, horizon: sample.horizon))
    }

    /// The interval that fits the measure: Wilson's for shares that are 0 or 1 each time, Student's t for all others.
    ///
    /// A share that was 0 every time is not proven to be 0; Wilson's interval says so, Student's would have no width.
    private static func interval(_ kind: Measure.Kind, _ values: [Double], horizon: Double) -> ConfidenceInterval? {
        if kind == .time { return RestrictedMean(times: values, horizon: horizon).meanInterval }
        if kind == .share, values.allSatisfy({ $0 == 0 || $0 == 1 }) {
            return WilsonInterval.interval(successes: values.count { $0 == 1 }, of: values.count)
        }
        return MeanInterval.interval(of: values)
    }
}
