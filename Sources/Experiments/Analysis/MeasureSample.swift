import Mobilization
import Statistics

/// What one variant measured of one measure, replication by replication, and in the echoes.
///
/// A replication may have nothing to measure (no water came, so no deadline could be missed); it is left out, never
/// counted as zero.
struct MeasureSample {
    /// The measure.
    let measure: Measure
    /// The value of each replication; nil where there was nothing to measure, infinite for never.
    let runs: [Double?]
    /// The same of the echoes; without any, the replications again.
    let echoes: [Double?]
    /// The block each replication belongs to.
    let blocks: [Int]
    /// What "never" counts as where a mean is needed: the horizon for times, in minutes.
    let horizon: Double

    /// Collects the values of measure number `number` in a variant.
    init(_ number: Int, of variant: VariantRecord, horizon: Double) {
        measure = Measures.all[number]
        runs = variant.runs.values(of: number)
        echoes = variant.echoes.count == 0 ? runs : variant.echoes.values(of: number)
        blocks = variant.blocks.map { Int($0) }
        self.horizon = horizon
    }

    /// The values there are.
    var values: [Double] { runs.compactMap { $0 } }

    /// The block of each of `values`.
    var blocksOfValues: [Int] { zip(runs, blocks).compactMap { $0 == nil ? nil : $1 } }

    /// A value with "never" bounded by the horizon, so that it can be averaged.
    func bounded(_ value: Double) -> Double { measure.kind == .time ? min(value, horizon) : value }

    /// The mean of the bounded run and its echo: what the assumptions of a replication lead to, with half the luck.
    func underAssumptions(_ index: Int) -> Double? {
        guard let run = runs[index], let echo = echoes[index] else { return nil }
        return (bounded(run) + bounded(echo)) / 2
    }
}
