import RoadNetwork

/// Where the outline of an area crosses itself, as that of a bow-tie does: then what lies inside is not what was meant.
public enum OutlineCrossing: Equatable {
    /// Nowhere.
    case none
    /// Between two sides, each given by the number of the corner at which it begins.
    case between(Int, Int)
    /// Not known, because the sides lie over each other too often to be compared.
    case tooIntricate

    /// The most pairs of sides that are compared; an outline of 100,000 corners on a map has a hundredth of them.
    private static let mostPairs = 20_000_000

    /// Looks at a ring of corners in degrees, which may be written closed.
    ///
    /// Sides that only touch do not cross.
    ///
    /// - Complexity: O(n log n + n · sides across one line), within `mostPairs`.
    public init(_ ring: [SIMD2<Double>]) {
        var corners = ring
        if corners.count > 1, corners.first == corners.last { corners.removeLast() }
        guard let first = corners.first, corners.count > 3 else {
            self = .none
            return
        }
        // Turned a little, so that a border along a meridian or a parallel is not all in one place for the sweep.
        corners = corners.map { corner in
            let near = Meridian.near(first.x, corner) - first
            return SIMD2(0.83 * near.x + 0.56 * near.y, 0.83 * near.y - 0.56 * near.x)
        }
        let count = corners.count
        let ends = corners.indices.map { corners[($0 + 1) % count] }
        let low = corners.indices.map { pointwiseMin(corners[$0], ends[$0]) }
        let high = corners.indices.map { pointwiseMax(corners[$0], ends[$0]) }
        // Along the first coordinate: a side is compared with those that reach as far as it begins.
        var open: [Int] = []
        var pairs = 0
        for side in corners.indices.sorted(by: { (low[$0].x, $0) < (low[$1].x, $1) }) {
            open.removeAll { high[$0].x < low[side].x }
            pairs += open.count
            if pairs > Self.mostPairs {
                self = .tooIntricate
                return
            }
            for other in open where low[other].y <= high[side].y && high[other].y >= low[side].y {
                let isNeighbor = (other + 1) % count == side || (side + 1) % count == other
                if !isNeighbor, Self.cross(corners[side], ends[side], corners[other], ends[other]) {
                    self = .between(min(side, other), max(side, other))
                    return
                }
            }
            open.append(side)
        }
        self = .none
    }

    /// Whether two stretches cross at a point inside both.
    private static func cross(_ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>, _ d: SIMD2<Double>) -> Bool {
        func side(_ p: SIMD2<Double>, _ q: SIMD2<Double>, _ r: SIMD2<Double>) -> Double {
            (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
        }
        let (one, two, three, four) = (side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b))
        return one * two < 0 && three * four < 0
    }
}
