import Mobilization
import RandomStreams
import Statistics

/// How the grids of replication 0 fare over all replications, in memory that does not grow with them.
///
/// A generated place is drawn anew for each block, and with it how many grids each community has; a grid is the same
/// one in another block if it has the same path in the organization. So replications in which it does not exist, or has
/// nothing to be done, do not count. Medians are exact up to as many as `ExactCount` says.
struct GridBook: Sendable {
    private static let minute = 60_000.0

    private struct Grid {
        /// Milliseconds until four fifths of its needs were begun, in every replication in which it had needs.
        var minutes: QuantileSketch
        /// Milliseconds in which no car could get there, in every replication in which roads could change.
        var cutOff: QuantileSketch
        /// Replications in which it was cut off for a while.
        var islands = 0
        /// How often each stage took longest.
        var slowest = [Int32](repeating: 0, count: ResponseStage.allCases.count)
    }

    private var rows: [EntityKey: Int]?
    private var grids: [Grid] = []

    /// Adds the grids of one replication, each known by its key; the first replication says which grids there are.
    ///
    /// - Complexity: O(grids).
    mutating func add(_ times: [RunRecord.GridTime], keys: [EntityKey]) {
        let rows = rows ?? Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
        if self.rows == nil {
            self.rows = rows
            let sketch = QuantileSketch(
                exactCount: ExactCount.replications(of: 2 * keys.count), precisionBits: ExactCount.precisionBits)
            grids = Array(repeating: Grid(minutes: sketch, cutOff: sketch), count: keys.count)
        }
        for (key, time) in zip(keys, times) {
            if let row = rows[key] { add(time, to: row) }
        }
    }

    private mutating func add(_ time: RunRecord.GridTime, to row: Int) {
        if let minutes = time.minutes {
            if minutes.isFinite {
                grids[row].minutes.add(Self.milliseconds(minutes))
            } else {
                grids[row].minutes.addNever()
            }
        }
        if let cutOff = time.cutOffMinutes {
            grids[row].cutOff.add(Self.milliseconds(cutOff))
            if cutOff > 0 { grids[row].islands += 1 }
        }
        if let slowest = time.slowest { grids[row].slowest[slowest.rawValue] += 1 }
    }

    /// The milliseconds that were divided to give so many minutes.
    private static func milliseconds(_ minutes: Double) -> Int64 { Int64((minutes * minute).rounded()) }

    /// How each grid fared.
    var summaries: [GridSummary] {
        grids.enumerated().map { row, grid in
            let votes = grid.slowest.max() ?? 0
            return GridSummary(
                row: row, count: Int(grid.minutes.count), reached: Int(grid.minutes.reached),
                median: grid.minutes.quantile(0.5, inUnitsOf: Self.minute),
                slowest: votes == 0 ? nil : grid.slowest.firstIndex(of: votes).flatMap { ResponseStage(rawValue: $0) },
                slowestCount: Int(votes), islandCount: grid.islands,
                cutOffMedian: grid.cutOff.quantile(0.5, inUnitsOf: Self.minute))
        }
    }

    /// Numbers kept, to show that they do not grow with the replications.
    var size: Int { grids.reduce(0) { $0 + $1.minutes.size + $1.cutOff.size + $1.slowest.count } }
}
