import DenseTables
import RoadNetwork

/// Finds the node nearest to a point among those that a travel mode can use at all.
///
/// The nearest node of all may lie on a footpath, where no car ever comes.
public struct RoadSnap: Sendable {
    /// Farther from a road than this, in meters, a point is taken for a mistake.
    public static let farthest = 2000.0

    private let usable: RoadNetwork
    private let nodes: [RoadNodeID]

    /// Creates a finder; a mode uses the nodes its arcs touch at the usual speeds.
    ///
    /// - Complexity: O(nodes + arcs).
    public init(_ network: RoadNetwork, mode: TravelMode) {
        let metric = RoadMetric(network: network, speeds: .usual, mode: mode)
        var isUsable = [Bool](repeating: false, count: network.nodeCount)
        for (index, arc) in network.arcs.enumerated() where metric.milliseconds[index] != RoadMetric.unreachable {
            isUsable[arc.from.index] = true
            isUsable[arc.to.index] = true
        }
        let nodes = isUsable.indices.filter { isUsable[$0] }.map { RoadNodeID($0) }
        // A network without arcs is its own index of places.
        usable = RoadNetwork(nodes: nodes.map { network[$0] }, arcs: [])
        self.nodes = nodes
    }

    /// The nearest node and how far it is in meters; nil if the mode can use none.
    ///
    /// - Complexity: O(1) where nodes are spread evenly.
    public func nearest(_ point: SIMD2<Double>) -> (node: RoadNodeID, distance: Double)? {
        let found = usable.nearestNode(longitude: point.x, latitude: point.y)
        guard found.exists else { return nil }
        let node = usable[found]
        return (
            nodes[found.index], LocalProjection.distance(point, SIMD2(node.longitude, node.latitude))
        )
    }
}
