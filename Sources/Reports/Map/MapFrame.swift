import RoadNetwork

/// Where on a drawing a place of the earth lies: equal scale in both directions, north up.
struct MapFrame {
    /// The upper left corner of the map on the drawing, in pixels.
    let corner: SIMD2<Double>
    /// Width and height of the map, in pixels.
    let size: SIMD2<Double>
    /// Pixels a meter.
    let scale: Double

    private let projection: LocalProjection
    private let middle: SIMD2<Double>

    /// The least and the greatest extent of a map, in pixels.
    private static let least = SIMD2(440.0, 440.0)
    private static let greatest = SIMD2(900.0, 1100.0)
    /// A single point still lies in some surroundings.
    private static let leastMeters = 400.0
    private static let margin = 1.05

    /// Fits a map around places in degrees; at least one is there.
    init(around places: [SIMD2<Double>], corner: SIMD2<Double>) {
        let first = places.first ?? .zero
        let low = places.reduce(first) { pointwiseMin($0, Meridian.near(first.x, $1)) }
        let high = places.reduce(first) { pointwiseMax($0, Meridian.near(first.x, $1)) }
        let center = (low + high) / 2
        projection = LocalProjection(longitude: center.x, latitude: center.y)
        let extent =
            projection.meters(longitude: high.x, latitude: high.y)
            - projection.meters(longitude: low.x, latitude: low.y)
        let meters = pointwiseMax(extent * Self.margin, SIMD2(repeating: Self.leastMeters))
        scale = min(Self.greatest.x / meters.x, Self.greatest.y / meters.y)
        size = pointwiseMax(meters * scale, Self.least)
        self.corner = corner
        middle = corner + size / 2
    }

    /// The pixel of a place in degrees.
    func pixel(_ place: SIMD2<Double>) -> SIMD2<Double> {
        let meters = projection.meters(longitude: place.x, latitude: place.y) * scale
        return SIMD2(middle.x + meters.x, middle.y - meters.y)
    }
}
