import Mobilization
import Places

/// Everything an experiment observed: a record for every variant and every replication that all variants finished.
public struct ExperimentRecord: Sendable {
    /// One replication of one variant, and the same assumptions met with other luck.
    public struct Observation: Sendable {
        /// The replication itself.
        public var run: RunRecord
        /// The measures of its echo: the same place and assumptions, other random numbers.
        ///
        /// Two runs under one set of assumptions tell luck from assumption; nothing else is made of the echo.
        public var echo: [Double?]
        /// The values drawn for assumptions, by path.
        public var drawn: [(path: String, value: Double)]
    }

    /// The numbers of the replications all variants finished, in order.
    public let replications: [Int]
    /// The observations of each variant, in the order of `replications`.
    public let observations: [[Observation]]
    /// The ground of replication 0 for each variant, for detailed tables and the map.
    public let firstWorlds: [World]
    /// Whether the experiment was stopped before all replications were run.
    public let wasInterrupted: Bool
    /// Events handled in all runs, echoes included.
    public let events: Int64

    /// The first law broken, with its variant and replication.
    public var breach: (variant: Int, replication: Int, breach: LawBreach)? {
        for (index, replication) in replications.enumerated() {
            for variant in observations.indices {
                if let breach = observations[variant][index].run.breach { return (variant, replication, breach) }
            }
        }
        return nil
    }

    /// The values of a measure over replications, `infinity` for never; nil if the variant does not have it in every replication.
    public func values(of measure: Int, variant: Int) -> [Double]? {
        let values = observations[variant].map { $0.run.measures[measure] }
        let present = values.compactMap { $0 }
        return present.count == values.count && !present.isEmpty ? present : nil
    }

    /// The same values of the echoes.
    public func echoes(of measure: Int, variant: Int) -> [Double]? {
        let values = observations[variant].compactMap { $0.echo[measure] }
        return values.count == observations[variant].count ? values : nil
    }
}
