import Mobilization

/// What is kept of the replications of one variant: the first whole, of the others the measures, everything else added up.
public struct VariantRecord: Sendable {
    /// Replication 0, whole, for the detailed tables and the map.
    public private(set) var first: RunRecord?
    /// The measures of every replication.
    private(set) var runs = MeasureBook()
    /// The measures of every echo; none where no assumptions are drawn.
    private(set) var echoes = MeasureBook()
    /// The block of every replication.
    private(set) var blocks: [Int32] = []
    /// People by state, a row of `PersonState.allCases.count` a sample.
    private(set) var people = CurveBook.ofNumbers
    /// Residents covered, a row of `CoverageCurves.kinds.count` a sample; nil where nobody lives.
    private(set) var covered: CurveBook? = .ofShares
    /// How the grids fared.
    private(set) var grids = GridBook()

    /// Adds the next replication.
    ///
    /// - Complexity: O(measures + samples + grids).
    mutating func add(_ observation: Observation) {
        if blocks.isEmpty { first = observation.run }
        runs.add(observation.run.measures)
        if let echo = observation.echo { echoes.add(echo) }
        blocks.append(Int32(observation.ground.block))
        people.add(observation.run.mobilization)
        if observation.ground.residents > 0 {
            covered?.add(observation.run.covered, outOf: observation.ground.residents)
        } else {
            covered = nil
        }
        grids.add(observation.run.grids, keys: observation.ground.gridKeys)
    }

    /// The value of a measure in every replication; nil where there was nothing to measure, infinite for never.
    public func values(of measure: Int) -> [Double?] { runs.values(of: measure) }
}
