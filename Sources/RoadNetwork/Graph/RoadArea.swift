import DenseTables

/// An area on the map, to find the roads that touch it.
public struct RoadArea: Sendable {
    private let ring: [SIMD2<Double>]

    /// Creates an area from the corners of its outline, in degrees east (`x`) and north (`y`).
    public init(ring: [SIMD2<Double>]) {
        // A ring may be written closed, with its first corner again at the end.
        let corners = ring.count > 1 && ring.first == ring.last ? Array(ring.dropLast()) : ring
        self.ring = corners.map { Meridian.near(corners[0].x, $0) }
    }

    /// The roads with an end in the area or across its outline.
    ///
    /// Roads are taken as straight between their ends.
    ///
    /// - Complexity: O(nodes + roads), and O(corners) for each whose box touches that of the area.
    public func roads(of network: RoadNetwork) -> [RoadArcID] {
        guard ring.count >= 3 else { return [] }
        let points = network.nodes.map { Meridian.near(ring[0].x, SIMD2($0.longitude, $0.latitude)) }
        let (low, high) = (ring.reduce(ring[0], pointwiseMin), ring.reduce(ring[0], pointwiseMax))
        // Most nodes are nowhere near.
        let isInside = points.map { all($0 .>= low) && all($0 .<= high) && contains($0) }
        return network.arcs.indices.filter { index in
            let (from, to) = (network.arcs[index].from.index, network.arcs[index].to.index)
            if isInside[from] || isInside[to] { return true }
            let one = points[from]
            let other = Meridian.near(one.x, points[to])
            // Most roads are nowhere near.
            if any(pointwiseMax(one, other) .< low) || any(pointwiseMin(one, other) .> high) { return false }
            return sides.contains { Self.cross(one, other, $0.0, $0.1) }
        }.map { RoadArcID($0) }
    }

    /// Whether a point lies in the area: a ray from it crosses the outline an odd number of times.
    public func contains(_ point: SIMD2<Double>) -> Bool {
        guard let first = ring.first else { return false }
        let point = Meridian.near(first.x, point)
        var isInside = false
        for (one, other) in sides where (one.y > point.y) != (other.y > point.y) {
            if point.x < one.x + (point.y - one.y) / (other.y - one.y) * (other.x - one.x) { isInside.toggle() }
        }
        return isInside
    }

    private var sides: Zip2Sequence<[SIMD2<Double>], [SIMD2<Double>]> {
        zip(ring, Array(ring.dropFirst()) + ring.prefix(1))
    }

    /// Whether the stretches from `a` to `b` and from `c` to `d` cross or touch.
    private static func cross(_ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>, _ d: SIMD2<Double>) -> Bool {
        func side(_ p: SIMD2<Double>, _ q: SIMD2<Double>, _ r: SIMD2<Double>) -> Double {
            (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
        }
        let (one, two, three, four) = (side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b))
        // Four points on one line: the bounding boxes have met already, which is near enough.
        if one == 0, two == 0 { return true }
        return (one <= 0) != (two < 0) && (three <= 0) != (four < 0)
    }
}
