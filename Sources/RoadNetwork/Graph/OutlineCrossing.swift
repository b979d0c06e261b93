/// Where the outline of an area crosses itself, as that of a bow-tie does: then what lies inside is not what was meant.
public enum OutlineCrossing: Equatable {
    /// Nowhere.
    case none
    /// Between two sides, each given by the number of the corner at which it begins.
    case between(Int, Int)
    /// Not known, because too many long slanting sides lie beside each other.
    case tooIntricate

    /// Looks at a ring of corners in degrees, which may be written closed.
    ///
    /// Sides that only touch do not cross.
    ///
    /// - Complexity: that of `SideTree.first(where:)`.
    public init(_ ring: [SIMD2<Double>]) {
        var corners = ring
        if corners.count > 1, corners.first == corners.last { corners.removeLast() }
        guard let first = corners.first, corners.count > 3 else {
            self = .none
            return
        }
        corners = corners.map { Meridian.near(first.x, $0) }
        let count = corners.count
        let ends = corners.indices.map { corners[($0 + 1) % count] }
        let found = SideTree(starts: corners, ends: ends).first { one, other in
            let isNeighbor = one + 1 == other || (other + 1) % count == one
            return !isNeighbor && Self.cross(corners[one], ends[one], corners[other], ends[other])
        }
        switch found {
        case .none: self = .none
        case .pair(let one, let other): self = .between(one, other)
        case .tooMany: self = .tooIntricate
        }
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
