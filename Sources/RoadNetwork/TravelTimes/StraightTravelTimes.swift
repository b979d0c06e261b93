import DenseTables

/// Travel times without roads: the distance on the map, made longer by a factor, at one speed.
///
/// For users without a map. Boscoe, Henry and Zdeb (2012, The Professional Geographer 64:188) found ways to hospitals in the
/// United States 1.417 times as long as straight lines on average; over rivers and hills it is far more, and nothing can be closed.
public struct StraightTravelTimes: TravelTimes {
    /// How distance is measured.
    public enum Shape: String, Sendable, CaseIterable {
        /// As the crow flies.
        case straight
        /// East-west and north-south, as in a city of blocks.
        case manhattan
    }

    /// The factor by which ways are usually longer than straight lines.
    public static let usualDetour = 1.417

    private let points: [SIMD2<Double>]
    private let shape: Shape
    private let millisecondsPerMeter: Double

    /// Creates times between `nodes` at `kilometersPerHour`, on ways `detour` times as long as on the map.
    public init(nodes: [RoadNode], shape: Shape, detour: Double, kilometersPerHour: Double) {
        precondition(detour > 0 && kilometersPerHour > 0, "a way has a length and takes a time")
        points = nodes.map { SIMD2($0.longitude, $0.latitude) }
        self.shape = shape
        millisecondsPerMeter = detour * 3600 / kilometersPerHour
    }

    /// The time from `source` to `target`, the same as back.
    public func milliseconds(from source: RoadNodeID, to target: RoadNodeID) -> UInt32 {
        let (one, other) = (points[source.index], points[target.index])
        let meters: Double
        switch shape {
        case .straight: meters = LocalProjection.distance(one, other)
        case .manhattan:
            // East-west at the mean latitude, so that there and back are the same.
            let middle = (one.y + other.y) / 2
            meters =
                LocalProjection.distance(SIMD2(one.x, middle), SIMD2(other.x, middle))
                + LocalProjection.distance(SIMD2(one.x, one.y), SIMD2(one.x, other.y))
        }
        return UInt32(min((meters * millisecondsPerMeter).rounded(), Double(TravelTimeTable.longest)))
    }

    /// Fills `times` with the times from `source` to all nodes.
    public func fill(_ times: inout [UInt32], from source: RoadNodeID) {
        times = points.indices.map { milliseconds(from: source, to: RoadNodeID($0)) }
    }

    /// Fills `times` with the times from all nodes to `target`.
    public func fill(_ times: inout [UInt32], to target: RoadNodeID) { fill(&times, from: target) }

    /// The times from each of `sources` to each of `targets`.
    public func table(from sources: [RoadNodeID], to targets: [RoadNodeID]) -> TravelTimeTable {
        TravelTimeTable(
            rows: sources.count, columns: targets.count,
            milliseconds: sources.flatMap { source in targets.map { milliseconds(from: source, to: $0) } })
    }
}
