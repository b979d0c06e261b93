import ScenarioFiles

/// The order in which the work of an experiment is handed out: the grounds of a block before its replications.
///
/// The grounds of the next block are made while the runs of this one go on. Nothing is listed: what comes at an index is worked out, so a
/// million replications take no more memory than one.
struct WorkPlan: Sendable {
    /// One piece of work.
    enum Job: Equatable {
        case makeGround(GroundKey)
        /// A replication in every variant; for each the ground it runs on.
        case run(replication: Int, grounds: [GroundKey])
    }

    /// A ground: whose place, and for which block of replications.
    struct GroundKey: Hashable {
        let variant: Int
        let block: Int
    }

    /// The variant whose place each variant has.
    private let places: [Int]
    /// The variants with a place of their own.
    private let placed: [Int]
    private let replications: Int
    private let blockSize: Int
    private let blocks: Int

    /// Plans the work of `scenario`.
    init(_ scenario: Scenario) {
        let experiment = scenario.experiment
        // Without place uncertainty one place serves all.
        self.init(
            places: scenario.variantNames.indices.map(scenario.placeVariant), replications: experiment.replications,
            blockSize: experiment.uncertainty == .full ? experiment.placeBlock : experiment.replications)
    }

    /// Plans the work of variants that have the places of `places`.
    init(places: [Int], replications: Int, blockSize: Int) {
        self.places = places
        placed = places.indices.filter { places[$0] == $0 }
        self.replications = replications
        self.blockSize = blockSize
        blocks = (replications + blockSize - 1) / blockSize
    }

    /// The piece of work at `index`; nil after the last.
    subscript(index: Int) -> Job? {
        if index < placed.count { return .makeGround(GroundKey(variant: placed[index], block: 0)) }
        let later = index - placed.count
        // Each block brings the grounds of the next one, the last one brings none.
        let block = min(later / (placed.count + blockSize), blocks - 1)
        let within = later - block * (placed.count + blockSize)
        let makings = block + 1 < blocks ? placed.count : 0
        if within < makings { return .makeGround(GroundKey(variant: placed[within], block: block + 1)) }
        let replication = block * blockSize + within - makings
        guard replication < replications else { return nil }
        return .run(replication: replication, grounds: places.map { GroundKey(variant: $0, block: block) })
    }

    /// How often runs ask for a ground.
    func uses(of ground: GroundKey) -> Int {
        let size = min(blockSize, replications - ground.block * blockSize)
        return size * places.count { $0 == ground.variant }
    }
}
