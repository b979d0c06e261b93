import Mobilization
import RandomStreams
import Statistics

/// How one grid fared over all replications.
///
/// A generated place is drawn anew for each block, and with it how many grids each community has; a grid is the same
/// one in another block if it has the same path in the organization. So replications in which it does not exist, or has
/// nothing to be done, do not count.
public struct GridSummary: Sendable {
    /// The row of the grid in replication 0.
    public let row: Int
    /// Replications in which it had needs.
    public let count: Int
    /// Replications in which four fifths of them were begun.
    public let reached: Int
    /// The median of the minutes until then, infinite for never; nil without needs.
    public let median: Double?
    /// The stage that most often took longest, where any did.
    public let slowest: Stage?
    /// In how many replications it did.
    public let slowestCount: Int
    /// Replications in which no car could get there for a while.
    public let islandCount: Int
    /// The median of the minutes that lasted, over all replications in which roads could change; nil where they never could.
    public let cutOffMedian: Double?

    /// Summarizes every grid of replication 0.
    ///
    /// - Complexity: O(grids · replications).
    static func all(_ observations: [ExperimentRecord.Observation]) -> [GridSummary] {
        guard let first = observations.first else { return [] }
        var times = [[RunRecord.GridTime]](repeating: [], count: first.ground.gridKeys.count)
        let rows = Dictionary(first.ground.gridKeys.enumerated().map { ($1, $0) }) { first, _ in first }
        for observation in observations {
            for (key, time) in zip(observation.ground.gridKeys, observation.run.grids) {
                if let row = rows[key] { times[row].append(time) }
            }
        }
        return times.enumerated().map { GridSummary(row: $0, $1) }
    }

    private init(row: Int, _ times: [RunRecord.GridTime]) {
        self.row = row
        let minutes = times.compactMap(\.minutes)
        count = minutes.count
        reached = minutes.count { $0.isFinite }
        median = Quantiles.quantiles([0.5], of: minutes)[0]
        let cutOff = times.compactMap(\.cutOffMinutes)
        islandCount = cutOff.count { $0 > 0 }
        cutOffMedian = cutOff.isEmpty ? nil : Quantiles.quantiles([0.5], of: cutOff)[0]
        var votes = [Int](repeating: 0, count: Stage.allCases.count)
        for stage in times.compactMap(\.slowest) { votes[stage.rawValue] += 1 }
        slowestCount = votes.max() ?? 0
        slowest = slowestCount == 0 ? nil : votes.firstIndex(of: slowestCount).flatMap { Stage(rawValue: $0) }
    }
}
