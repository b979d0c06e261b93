import DenseTables

/// Finds where points join the roads of a travel mode.
///
/// Maps have scraps: a footpath in a park that nothing joins, a lane whose crossing was never drawn. Whoever lives beside one can
/// still go anywhere, so a point whose nearest road is part of a small island goes to the nearest road outside of small islands, if
/// that is not much farther; routing engines do the same ("big component" in OSRM). It is told by `RoadAccess.passedOver`.
public struct RoadAccessFinder: Sendable {
    /// A component is a small island if its arcs are shorter than this in all, in meters, and than a tenth of the largest's.
    public static let smallIsland = 2000.0

    /// A small island is passed over if the other road is at most this many meters away, or at most `fartherFactor` times as far.
    public static let fartherMeters = 100.0

    /// See `fartherMeters`.
    public static let fartherFactor = 10.0

    private let network: RoadNetwork
    private let tree: SegmentTree
    private let isOnIsland: [Bool]

    /// Who travels.
    public let mode: TravelMode

    /// Whether the mode can use any road at all; without one nothing is ever joined.
    public let hasRoads: Bool

    /// How far a road may be in meters.
    public let limit: Double

    /// Creates a finder for the arcs that a mode can use at the usual speeds, whatever is closed.
    ///
    /// `limit` is how far a road may be in meters.
    ///
    /// - Complexity: O(nodes + arcs · log arcs).
    public init(_ network: RoadNetwork, mode: TravelMode, limit: Double = AccessRule.usual.limit) {
        let metric = RoadMetric(network: network, speeds: .usual, mode: mode)
        let usable = network.arcs.indices.filter { metric.milliseconds[$0] != RoadMetric.unreachable }
        let components = RoadComponents.weak(network) { metric[$0] != RoadMetric.unreachable }
        var lengths = [Double](repeating: 0, count: components.count)
        for arc in usable { lengths[Int(components.labels[network.arcs[arc].from.index])] += network.arcs[arc].length }
        let least = min(Self.smallIsland, (lengths.max() ?? 0) / 10)
        self.network = network
        self.mode = mode
        self.limit = limit
        hasRoads = !usable.isEmpty
        isOnIsland = components.labels.map { lengths[Int($0)] < least }
        tree = SegmentTree(network, arcs: usable)
    }

    /// Where a point in degrees east (`x`) and north (`y`) joins the roads; always the same place, also where several are as near.
    ///
    /// - Complexity: O(log arcs) where arcs are short.
    public func access(of place: SIMD2<Double>) -> RoadAccess {
        guard let nearest = tree.nearest(to: place, where: { _ in true }) else {
            return RoadAccess(place: place, join: nil, meters: .infinity)
        }
        let meters = nearest.square.squareRoot()
        if isOnIsland[network.arcs[nearest.arc].from.index],
            let other = tree.nearest(to: place, where: { !isOnIsland[network.arcs[$0].from.index] })
        {
            let farther = other.square.squareRoot()
            if farther <= max(Self.fartherMeters, Self.fartherFactor * meters), farther <= limit {
                return RoadAccess(place: place, join: join(other), meters: farther, passedOver: meters)
            }
        }
        return RoadAccess(place: place, join: meters <= limit ? join(nearest) : nil, meters: meters)
    }

    private func join(_ nearest: SegmentTree.Nearest) -> RoadAccess.Join {
        let (from, to) = (network.arcs[nearest.arc].from, network.arcs[nearest.arc].to)
        if nearest.share == 0 { return .node(from) }
        if nearest.share == 1 { return .node(to) }
        return from.index < to.index
            ? .between(from, to, share: nearest.share) : .between(to, from, share: 1 - nearest.share)
    }
}
