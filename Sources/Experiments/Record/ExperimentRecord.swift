import Mobilization

/// What is kept of an experiment: of every variant, all replications up to the first that one of them did not finish.
///
/// Replications are added one by one in their order, as soon as it is their turn, so the record is the same on any number of workers, and
/// a run that was interrupted leaves what a shorter one would have.
public struct ExperimentRecord: Sendable {
    /// The variants, in the order of the scenario.
    public private(set) var variants: [VariantRecord]
    /// The worlds of replication 0, one a variant, for the detailed tables and the map.
    public private(set) var firstWorlds: [World] = []
    /// The numbers of the replications all variants finished.
    public private(set) var replications = 0..<0
    /// How many were planned.
    public let planned: Int
    /// Events handled in all runs, echoes included.
    public private(set) var events: Int64 = 0
    /// The first law broken, with its variant and replication.
    public private(set) var breach: (variant: Int, replication: Int, breach: LawBreach)?

    /// Creates a record of so many variants without any replication.
    init(variants: Int, planned: Int) {
        self.variants = Array(repeating: VariantRecord(), count: variants)
        self.planned = planned
    }

    /// Adds the next replication, an observation for each variant.
    mutating func add(_ observations: [Observation], worlds: [World] = [], events: Int64 = 0) {
        let replication = replications.upperBound
        if replication == 0 { firstWorlds = worlds }
        for (variant, observation) in observations.enumerated() {
            variants[variant].add(observation)
            if breach == nil, let law = observation.run.breach { breach = (variant, replication, law) }
        }
        replications = 0..<replication + 1
        self.events += events
    }

    /// Whether the experiment was stopped before all replications were run.
    public var wasInterrupted: Bool { replications.count < planned }

    /// How many blocks of replications there are, each on a place of its own.
    public var blockCount: Int { Int(variants.first?.blocks.last ?? -1) + 1 }
}
