/// A flat map of a district: meters east and north of a point near its middle.
///
/// The equirectangular projection: over 50 kilometers its distances are wrong by less than 0.1 %, far less than roads
/// wind. The cosine is a polynomial of our own, because the C library's differs between processors in the last bit.
public struct LocalProjection: Sendable {
    /// Degrees east of the origin.
    public let longitude: Double

    /// Degrees north of the origin.
    public let latitude: Double

    /// Meters a degree of latitude, on a sphere of 6,371,008.8 meters radius.
    public static let metersPerDegree = 6_371_008.8 * .pi / 180

    private let metersPerLongitude: Double

    /// Creates a map around a point.
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
        metersPerLongitude = Self.metersPerDegree * Self.cosine(degrees: latitude)
    }

    /// Meters east (`x`) and north (`y`) of the origin.
    public func meters(longitude: Double, latitude: Double) -> SIMD2<Double> {
        SIMD2(
            (Meridian.near(self.longitude, longitude) - self.longitude) * metersPerLongitude,
            (latitude - self.latitude) * Self.metersPerDegree)
    }

    /// The longitude (`x`) and latitude (`y`) in degrees of a point of the map.
    public func degrees(_ meters: SIMD2<Double>) -> SIMD2<Double> {
        SIMD2(
            Meridian.written(longitude + meters.x / metersPerLongitude), latitude + meters.y / Self.metersPerDegree)
    }

    /// The straight-line distance in meters between two points given in degrees east (`x`) and north (`y`).
    ///
    /// It scales longitude at the mean latitude of the two, so that it needs no origin.
    public static func distance(_ first: SIMD2<Double>, _ second: SIMD2<Double>) -> Double {
        let difference = Meridian.near(first.x, second) - first
        let east = difference.x * cosine(degrees: (first.y + second.y) / 2)
        return (east * east + difference.y * difference.y).squareRoot() * metersPerDegree
    }

    /// The cosine of a latitude, to 1e-10: its Taylor polynomial of degree 14.
    static func cosine(degrees: Double) -> Double {
        let radians = degrees * (.pi / 180)
        let square = radians * radians
        var sum = 1.0
        for factor in [182.0, 132, 90, 56, 30, 12, 2] { sum = 1 - square / factor * sum }
        return sum
    }
}
