import DenseTables

/// Shortest travel times on a network under one metric, exact to the millisecond.
///
/// The one interface to routing: whatever answers it, the answers are the same, only the cost differs. Times are
/// `TravelTimeTable.unreachable` where there is no way, and at most `TravelTimeTable.longest` where there is one.
public protocol TravelTimes: Sendable {
    /// The time from `source` to `target`.
    func milliseconds(from source: RoadNodeID, to target: RoadNodeID) -> UInt32

    /// Fills `times` with the times from `source` to all nodes.
    func fill(_ times: inout [UInt32], from source: RoadNodeID)

    /// Fills `times` with the times from all nodes to `target`.
    func fill(_ times: inout [UInt32], to target: RoadNodeID)

    /// The times from each of `sources` to each of `targets`.
    func table(from sources: [RoadNodeID], to targets: [RoadNodeID]) -> TravelTimeTable
}

extension TravelTimes {
    /// The times from `source` to all nodes.
    public func milliseconds(from source: RoadNodeID) -> [UInt32] {
        var times: [UInt32] = []
        fill(&times, from: source)
        return times
    }

    /// The times from all nodes to `target`.
    public func milliseconds(to target: RoadNodeID) -> [UInt32] {
        var times: [UInt32] = []
        fill(&times, to: target)
        return times
    }

    /// The `count` of `candidates` from which `target` is reached soonest, with their times; fewer if fewer can reach it.
    ///
    /// Of equally near ones the first in the list comes first. The numbers are places in `candidates`.
    public func nearest(
        _ count: Int, of candidates: [RoadNodeID], to target: RoadNodeID
    ) -> [(candidate: Int, milliseconds: UInt32)] {
        let table = table(from: candidates, to: [target])
        return candidates.indices.map { (candidate: $0, milliseconds: table[$0, 0]) }
            .filter { $0.milliseconds != TravelTimeTable.unreachable }
            .sorted { ($0.milliseconds, $0.candidate) < ($1.milliseconds, $1.candidate) }
            .prefix(count).map { $0 }
    }
}
