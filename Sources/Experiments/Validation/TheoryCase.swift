import Words

/// One figure that theory knows: what it should be, and what every replication gave.
struct TheoryCase {
    /// How the simulated figure is judged.
    enum Judgment {
        /// Theory lies in the interval of the simulated mean, which is no wider than this.
        case interval(largestWidth: Double)
        /// The simulated mean lies within bounds that somebody measured, and its own interval is no wider than this.
        case bounds(ClosedRange<Double>, largestWidth: Double)
    }

    /// The variant and the figure, in words without commas.
    let name: LocalizedText
    /// What theory says for each replication; the same for all, unless theory itself takes figures from the run.
    let theory: [Double]
    /// What each replication gave; independent of one another.
    let values: [Double]
    /// How it is judged.
    let judgment: Judgment

    /// Creates a case whose theory depends on the inputs alone.
    init(_ name: LocalizedText, theory: Double, values: [Double], _ judgment: Judgment) {
        self.init(name, theory: Array(repeating: theory, count: values.count), values: values, judgment)
    }

    /// Creates a case whose theory takes figures from each replication.
    init(_ name: LocalizedText, theory: [Double], values: [Double], _ judgment: Judgment) {
        self.name = name
        self.theory = theory
        self.values = values
        self.judgment = judgment
    }
}
