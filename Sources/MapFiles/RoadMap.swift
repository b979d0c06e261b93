import DenseTables
import RoadNetwork

/// A road network as read from a file, with what the file called its nodes.
public struct RoadMap: Sendable {
    /// The network.
    public let network: RoadNetwork

    /// What the file calls each node.
    public let nodeNames: [String]

    /// Creates a map.
    public init(network: RoadNetwork, nodeNames: [String]) {
        precondition(nodeNames.count == network.nodeCount, "every node needs a name")
        self.network = network
        self.nodeNames = nodeNames
    }

    /// The map as cars on an emergency call have it: what is open to them is open to cars.
    ///
    /// Teams drive like everybody else; whose cars a network is about is for the caller to say.
    ///
    /// - Complexity: O(nodes + arcs).
    public func forEmergencies() -> RoadMap {
        let arcs = network.arcs.map { arc in
            var arc = arc
            if arc.access.isSuperset(of: .emergency) { arc.access.formUnion(TravelModeSet(.car)) }
            return arc
        }
        return RoadMap(
            network: RoadNetwork(nodes: network.nodes, arcs: arcs, names: network.names), nodeNames: nodeNames)
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

    /// The number of components when the direction of arcs is ignored; what only boats use does not join or count.
    ///
    /// - Complexity: almost O(nodes + arcs).
    public var componentCount: Int {
        // A node for boats alone has become a component of its own, one without any arc is one.
        RoadComponents.weak(network) { !network[$0].access.isDisjoint(with: .land) }.count
            - zip(touched { _ in true }, touched { !$0.isDisjoint(with: .land) }).count { $0 && !$1 }
    }

    /// The share of nodes that lie outside the largest component within which everybody can go everywhere.
    ///
    /// It is about the roads, with a mode about the arcs of that mode, and about the nodes they touch. Boats go both ways on
    /// every road, so they would join what one-way streets part.
    ///
    /// - Complexity: O(nodes + arcs).
    public func shareOutsideLargest(mode: TravelMode? = nil) -> Double {
        let modes = mode.map { TravelModeSet($0) } ?? .land
        let isTouched = touched { !$0.isDisjoint(with: modes) }
        let components = RoadComponents.strong(network) { !network[$0].access.isDisjoint(with: modes) }
        let touched = isTouched.count { $0 }
        guard let largest = components.largest, touched > 0 else { return 0 }
        return Double(touched - min(components.sizes[largest], touched)) / Double(touched)
    }

    /// Which nodes an arc leads to or from whose users `isMeant` accepts.
    private func touched(_ isMeant: (TravelModeSet) -> Bool) -> [Bool] {
        var isTouched = [Bool](repeating: false, count: network.nodeCount)
        for arc in network.arcs where isMeant(arc.access) {
            isTouched[arc.from.index] = true
            isTouched[arc.to.index] = true
        }
        return isTouched
    }
}

/// A rectangle of longitudes and latitudes, in degrees.
public struct BoundingBox: Sendable, Equatable {
    /// The south-western corner, longitude first.
    public private(set) var low: SIMD2<Double>

    /// The north-eastern corner, longitude first.
    public private(set) var high: SIMD2<Double>

    /// Its middle; the longitudes of the box are written near it, possibly beyond ±180.
    var middle: SIMD2<Double> { (low + high) / 2 }

    /// The least box around points, which may lie on both sides of the antimeridian; nil if there are none.
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
        let point = Meridian.near(middle.x, point)
        low = pointwiseMin(low, point)
        high = pointwiseMax(high, point)
    }

    /// Whether two boxes have a point in common.
    public func overlaps(_ other: BoundingBox) -> Bool {
        guard low.y <= other.high.y && other.low.y <= high.y else { return false }
        return [0, -360, 360].contains { low.x <= other.high.x + $0 && other.low.x + $0 <= high.x }
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
        guard low.y <= point.y && point.y <= high.y else { return false }
        return [0, -360, 360].contains { low.x <= point.x + $0 && point.x + $0 <= high.x }
    }
}
