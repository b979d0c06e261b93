import Mobilization
import Organization
import Places
import RandomStreams

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
        /// What is kept of the ground it ran on.
        public var ground: GroundTraits

        /// Creates an observation.
        public init(run: RunRecord, echo: [Double?], drawn: [(path: String, value: Double)], ground: GroundTraits) {
            self.run = run
            self.echo = echo
            self.drawn = drawn
            self.ground = ground
        }
    }

    /// What must be known of a ground once its block is over: enough to add up what happened on several of them.
    public struct GroundTraits: Sendable {
        /// The block of replications that shared it.
        public var block: Int
        /// Its residents, which coverage is a share of.
        public var residents: Int
        /// The keys of its grids' nodes: equal keys are the same grid of the organization, on another drawn ground.
        public var gridKeys: [EntityKey]

        /// Creates the traits of a ground.
        public init(block: Int, residents: Int, gridKeys: [EntityKey]) {
            self.block = block
            self.residents = residents
            self.gridKeys = gridKeys
        }

        /// Takes the traits of the ground of a block.
        init(of place: Place, block: Int) {
            self.init(
                block: block, residents: place.grids.reduce(0) { $0 + $1.residents },
                gridKeys: place.grids.map { place.organization[$0.node].key })
        }
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
}
