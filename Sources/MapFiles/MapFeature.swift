import RoadNetwork
import Words
import WrittenFiles

/// A thing on a map as GeoJSON tells it, in WGS 84.
public struct MapFeature: Sendable {
    /// The id, as text; nil if it has none.
    public let id: String?

    /// The name; nil if it has none.
    public let name: String?

    /// The name in each language; nil where it has none of its own in that language.
    var names: (zh: String?, en: String?) = (nil, nil)

    /// The weight, such as the number of residents; nil if it has none.
    public let weight: Double?

    /// From when a closure holds.
    public let from: ClosureTime?

    /// Until when a closure holds.
    public let until: ClosureTime?

    /// The two times as the file writes them.
    let timeTexts: (from: String?, until: String?)

    /// Where it is.
    public let shape: MapShape

    /// Its number in the file, from 1.
    let number: Int

    /// Where it stands in the file.
    let position: SourcePosition

    /// What the feature goes by in lists: its id, else its name, else its number.
    public var identifier: String { id ?? name ?? "\(number)" }

    /// What people call it in each language; nil if it has no name at all.
    var label: LocalizedText? {
        guard let any = name ?? names.zh ?? names.en else { return nil }
        return LocalizedText(zh: names.zh ?? name ?? any, en: names.en ?? name ?? any)
    }
}

/// Points or polygons, longitude (`x`) and latitude (`y`) in degrees; or what is no place.
public enum MapShape: Sendable, Equatable {
    /// One or more points.
    case points([SIMD2<Double>])
    /// One or more polygons.
    case polygons([MapPolygon])
    /// Lines, which are neither a place nor an area.
    case lines
    /// No geometry at all.
    case nothing

    /// All positions of it.
    public var positions: [SIMD2<Double>] {
        switch self {
        case .points(let points): points
        case .polygons(let polygons): polygons.flatMap { $0.rings.flatMap { $0 } }
        case .lines, .nothing: []
        }
    }

    /// A point that stands for the whole: the mean of points, the centroid of polygons; nil of what is no place.
    public var middle: SIMD2<Double>? {
        switch self {
        case .points(let points):
            guard let first = points.first else { return nil }
            let sum = points.reduce(.zero) { $0 + Meridian.near(first.x, $1) }
            let mean = sum / Double(points.count)
            return SIMD2(Meridian.written(mean.x), mean.y)
        case .polygons(let polygons): return MapPolygon.centroid(of: polygons)
        case .lines, .nothing: return nil
        }
    }
}

/// A polygon with holes: its outer ring first, each ring closed.
public struct MapPolygon: Sendable, Equatable {
    /// The rings; the last point of each is its first.
    public let rings: [[SIMD2<Double>]]

    /// Its bounding box.
    public let box: BoundingBox?

    private let edges: EdgeBands

    /// Creates a polygon from closed rings, the outer one first.
    public init(rings: [[SIMD2<Double>]]) {
        self.rings = rings
        box = BoundingBox(rings.joined())
        edges = EdgeBands(rings: rings)
    }

    /// Where sides of it cross.
    var crossing: EdgeBands.Crossing { edges.crossing }

    /// Whether a point lies inside and in no hole, by the number of edges east of it.
    ///
    /// - Complexity: O(edges beside the point).
    public func contains(_ point: SIMD2<Double>) -> Bool {
        guard let box, box.contains(point) else { return false }
        let point = Meridian.near(box.middle.x, point)
        var isInside = false
        edges.forEach(at: point.y) { a, b in
            guard (a.y > point.y) != (b.y > point.y) else { return }
            if point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
        }
        return isInside
    }

    /// Whether a straight line has any point in common with it.
    ///
    /// - Complexity: O(edges beside the line).
    public func touches(_ start: SIMD2<Double>, _ end: SIMD2<Double>) -> Bool {
        guard let box, let line = BoundingBox([start, end]), box.overlaps(line) else { return false }
        let start = Meridian.near(box.middle.x, start)
        let end = Meridian.near(start.x, end)
        if contains(start) || contains(end) { return true }
        return edges.contains(from: min(start.y, end.y), to: max(start.y, end.y)) { Self.cross(start, end, $0, $1) }
    }

    /// Whether two lines have a point in common, ends included.
    private static func cross(
        _ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>, _ d: SIMD2<Double>
    ) -> Bool {
        func side(_ p: SIMD2<Double>, _ q: SIMD2<Double>, _ r: SIMD2<Double>) -> Double {
            (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
        }
        func isWithin(_ p: SIMD2<Double>, _ q: SIMD2<Double>, _ r: SIMD2<Double>) -> Bool {
            min(p.x, q.x) <= r.x && r.x <= max(p.x, q.x) && min(p.y, q.y) <= r.y && r.y <= max(p.y, q.y)
        }
        let (one, two, three, four) = (side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b))
        if one * two < 0, three * four < 0 { return true }
        return one == 0 && isWithin(a, b, c) || two == 0 && isWithin(a, b, d) || three == 0 && isWithin(c, d, a)
            || four == 0 && isWithin(c, d, b)
    }

    /// The centroid of polygons by area, holes taken off; the mean of their corners where there is no area; nil without any.
    static func centroid(of polygons: [MapPolygon]) -> SIMD2<Double>? {
        guard let origin = polygons.first?.rings.first?.first else { return nil }
        func written(_ point: SIMD2<Double>) -> SIMD2<Double> { SIMD2(Meridian.written(point.x), point.y) }
        var (area, moment) = (0.0, SIMD2<Double>.zero)
        for polygon in polygons {
            for (index, ring) in polygon.rings.enumerated() {
                var (ringArea, ringMoment) = (0.0, SIMD2<Double>.zero)
                for (a, b) in zip(ring, ring.dropFirst()) {
                    let (p, q) = (Meridian.near(origin.x, a) - origin, Meridian.near(origin.x, b) - origin)
                    let part = p.x * q.y - p.y * q.x
                    ringArea += part
                    ringMoment += (p + q) * (part / 3)
                }
                let sign = (ringArea < 0) == (index > 0) ? 1.0 : -1.0
                area += ringArea * sign
                moment += ringMoment * sign
            }
        }
        if abs(area) > 1e-18 { return written(origin + moment / area) }
        let corners = polygons.flatMap { $0.rings.flatMap { $0.dropLast() } }
        let sum = corners.reduce(.zero) { $0 + Meridian.near(origin.x, $1) }
        return written(sum / Double(max(corners.count, 1)))
    }
}
