/// One run of a workload, printed as a line of JSON that `Benchmarks/run` reads; the peers print the same.
public struct MeasuredRun {
    /// The number of things done: events, arrivals, people.
    public let work: Int
    /// Processor seconds of the run itself, without building up and warming up.
    public let seconds: Double
    /// Other figures, by which the runner checks that both sides did the same, in the order in which they are printed.
    public let figures: KeyValuePairs<String, Double>

    /// Creates the record of a run.
    public init(work: Int, seconds: Double, figures: KeyValuePairs<String, Double>) {
        self.work = work
        self.seconds = seconds
        self.figures = figures
    }

    /// The line, without its end.
    ///
    /// Figures must be finite.
    public var json: String {
        let others = figures.map { ", \"\($0.key)\": \($0.value)" }.joined()
        return "{\"work\": \(work), \"cpu_seconds\": \(seconds)\(others)}"
    }
}
