/// The outlines of grids: every grid gets the ground nearer to its middle than to any other, up to some reach.
enum GridOutlines {
    /// Corners of the shape that bounds a grid in the open.
    private static let circle: [PlanePoint] = {
        // A regular dodecagon from its first corner, without sines: each corner is the one before turned by 30 degrees.
        let (cosine, sine) = (3.0.squareRoot() / 2, 0.5)
        var corners = [PlanePoint(x: 1, y: 0)]
        for _ in 1..<12 {
            let last = corners[corners.count - 1]
            corners.append(PlanePoint(x: last.x * cosine - last.y * sine, y: last.x * sine + last.y * cosine))
        }
        return corners
    }()

    /// How far a bisector must lie beyond the corners of a ring to be passed over, in meters: more than rounding moves a point.
    private static let margin = 0.001

    /// The convex ring around each of some middles, counterclockwise.
    ///
    /// - Complexity: O(n · neighbors in reach), by cutting with the bisector to every neighbor that may reach the ring, in their order.
    static func cells(middles: [PlanePoint], reaches: [Double]) -> [[PlanePoint]] {
        let hash = PointHash(middles, cellSize: 150)
        return middles.indices.map { grid in
            var near: [Int] = []
            hash.forEach(near: middles[grid], within: 2 * reaches[grid]) { near.append($0) }
            near.sort()
            var ring = circle.map { middles[grid] + $0 * reaches[grid] }
            var radius = reaches[grid]
            for other in near where other != grid {
                let way = middles[other] - middles[grid]
                guard way.squaredLength > 0, way.length < 2 * reaches[grid], way.length / 2 < radius + margin
                else { continue }
                ring = cut(ring, nearer: middles[grid], than: middles[other])
                radius = ring.reduce(0) { max($0, $1.distance(to: middles[grid])) }
            }
            return ring
        }
    }

    /// The part of a convex ring nearer to one point than to another (Sutherland and Hodgman 1974).
    private static func cut(_ ring: [PlanePoint], nearer own: PlanePoint, than other: PlanePoint) -> [PlanePoint] {
        let normal = other - own
        let limit = normal.dot((own + other) * 0.5)
        var kept: [PlanePoint] = []
        for (index, corner) in ring.enumerated() {
            let next = ring[(index + 1) % ring.count]
            let (here, there) = (normal.dot(corner) - limit, normal.dot(next) - limit)
            if here <= 0 { kept.append(corner) }
            if (here < 0 && there > 0) || (here > 0 && there < 0) {
                kept.append(corner + (next - corner) * (here / (here - there)))
            }
        }
        return kept
    }
}
