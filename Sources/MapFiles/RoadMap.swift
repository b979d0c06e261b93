import DenseTables
import RoadNetwork

/// A road network as read from a file, with what the file called its nodes and what was left out.
public struct RoadMap: Sendable {
    /// The network.
    public let network: RoadNetwork

    /// What the file calls each node.
    public let nodeNames: [String]

    /// What was dropped.
    public let dropped: DropCounts

    /// Creates a map.
    public init(network: RoadNetwork, nodeNames: [String], dropped: DropCounts = DropCounts()) {
        precondition(nodeNames.count == network.nodeCount, "every node needs a name")
        self.network = network
        self.nodeNames = nodeNames
        self.dropped = dropped
    }

    /// The nodes by their names.
    ///
    /// - Complexity: O(nodes); keep it.
    public func nodesByName() -> [String: RoadNodeID] {
        var nodes: [String: RoadNodeID] = [:]
        nodes.reserveCapacity(nodeNames.count)
        for (index, name) in nodeNames.enumerated() { nodes[name] = RoadNodeID(index) }
        return nodes
    }

    /// The south-western and north-eastern corners in degrees, longitude (`x`) first; nil in an empty network.
    public var boundingBox: BoundingBox? {
        BoundingBox(network.nodes.lazy.map { SIMD2($0.longitude, $0.latitude) })
    }

    /// The number of components when the direction of arcs is ignored.
    ///
    /// - Complexity: almost O(nodes + arcs).
    public var componentCount: Int { RoadComponents.weak(network).count }

    /// The share of nodes that lie outside the largest component within which everybody can go everywhere.
    ///
    /// With a mode, it is about that mode's arcs and the nodes they touch.
    ///
    /// - Complexity: O(nodes + arcs).
    public func shareOutsideLargest(mode: TravelMode? = nil) -> Double {
        var isTouched = [Bool](repeating: mode == nil, count: network.nodeCount)
        if let mode {
            for arc in network.arcs where arc.access.contains(mode) {
                isTouched[arc.from.index] = true
                isTouched[arc.to.index] = true
            }
        }
        let components = RoadComponents.strong(network) { arc in mode.map(network[arc].access.contains) ?? true }
        let touched = isTouched.count { $0 }
        guard let largest = components.largest, touched > 0 else { return 0 }
        return Double(touched - min(components.sizes[largest], touched)) / Double(touched)
    }
}

/// A rectangle of longitudes and latitudes, in degrees.
public struct BoundingBox: Sendable, Equatable {
    /// The south-western corner, longitude first.
    public private(set) var low: SIMD2<Double>

    /// The north-eastern corner, longitude first.
    public private(set) var high: SIMD2<Double>

    /// The least box around points; nil if there are none.
    public init?(_ points: some Sequence<SIMD2<Double>>) {
        var box: BoundingBox?
        for point in points {
            if box == nil { box = BoundingBox(point: point) }
            box?.include(point)
        }
        guard let box else { return nil }
        self = box
    }

    private init(point: SIMD2<Double>) { (low, high) = (point, point) }

    private mutating func include(_ point: SIMD2<Double>) {
        low = pointwiseMin(low, point)
        high = pointwiseMax(high, point)
    }

    /// Whether two boxes have a point in common.
    public func overlaps(_ other: BoundingBox) -> Bool {
        low.x <= other.high.x && other.low.x <= high.x && low.y <= other.high.y && other.low.y <= high.y
    }

    /// The box with a margin in meters, as wide as it must be at the equator.
    func grown(meters: Double) -> BoundingBox {
        var box = self
        let margin = SIMD2(repeating: meters / LocalProjection.metersPerDegree)
        box.low -= margin
        box.high += margin
        return box
    }

    /// Whether a point lies in it.
    public func contains(_ point: SIMD2<Double>) -> Bool {
        low.x <= point.x && point.x <= high.x && low.y <= point.y && point.y <= high.y
    }
}
