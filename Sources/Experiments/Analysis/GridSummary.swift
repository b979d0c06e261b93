import Mobilization

/// How one grid fared over all replications.
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
    public let slowest: ResponseStage?
    /// In how many replications it did.
    public let slowestCount: Int
    /// Replications in which no car could get there for a while.
    public let islandCount: Int
    /// The median of the minutes that lasted, over all replications in which roads could change; nil where they never could.
    public let cutOffMedian: Double?
}
