import DenseTables

/// How far points are from the roads of a network, whoever may use them.
public struct RoadProximity: Sendable {
    private let network: RoadNetwork
    private let tree: SegmentTree

    /// Prepares the roads.
    ///
    /// - Complexity: O(arcs · log arcs).
    public init(_ network: RoadNetwork) {
        self.network = network
        tree = SegmentTree(network, arcs: Array(network.arcs.indices))
    }

    /// The meters from a point in degrees to the nearest road, without roads to the nearest node; infinite in an empty network.
    ///
    /// - Complexity: O(log arcs) where arcs are short.
    public func meters(to place: SIMD2<Double>) -> Double {
        if let nearest = tree.nearest(to: place, where: { _ in true }) { return nearest.square.squareRoot() }
        let node = network.nearestNode(longitude: place.x, latitude: place.y)
        guard node.exists else { return .infinity }
        return LocalProjection.distance(place, SIMD2(network[node].longitude, network[node].latitude))
    }
}
