import DenseTables

/// Travel times that somebody else has worked out: from every node to every other, as a table says.
///
/// For users whose routes come from another program, or from a survey. What is not in the table is not known, so there are no ways
/// through other nodes and nothing can be closed.
public struct MatrixTravelTimes: TravelTimes {
    private let times: TravelTimeTable

    /// Creates times from a table with a row and a column for every node.
    public init(_ table: TravelTimeTable) {
        precondition(table.rows == table.columns, "a matrix of travel times has a row and a column for every node")
        times = table
    }

    /// The time from `source` to `target`, as the table says.
    public func milliseconds(from source: RoadNodeID, to target: RoadNodeID) -> UInt32 {
        times[source.index, target.index]
    }

    /// Fills `result` with the times from `source` to all nodes.
    public func fill(_ result: inout [UInt32], from source: RoadNodeID) {
        result = (0..<times.columns).map { times[source.index, $0] }
    }

    /// Fills `result` with the times from all nodes to `target`.
    public func fill(_ result: inout [UInt32], to target: RoadNodeID) {
        result = (0..<times.rows).map { times[$0, target.index] }
    }

    /// The times from each of `sources` to each of `targets`.
    public func table(from sources: [RoadNodeID], to targets: [RoadNodeID]) -> TravelTimeTable {
        TravelTimeTable(
            rows: sources.count, columns: targets.count,
            milliseconds: sources.flatMap { source in targets.map { times[source.index, $0.index] } })
    }
}
