/// Longitudes on a round earth: 179.9° and −179.9° are neighbors, though their numbers are far apart.
///
/// Whatever compares two longitudes writes one of them near the other first. Where they are within half a turn, which is
/// everywhere but beside the antimeridian, nothing changes, not even the last bit.
public enum Meridian {
    /// `longitude` written so that it is at most half a turn from `other`; possibly beyond ±180.
    @inlinable
    public static func near(_ other: Double, _ longitude: Double) -> Double {
        let difference = longitude - other
        if difference > 180 { return longitude - 360 }
        return difference < -180 ? longitude + 360 : longitude
    }

    /// A point with its longitude (`x`) written at most half a turn from `other`.
    @inlinable
    public static func near(_ other: Double, _ point: SIMD2<Double>) -> SIMD2<Double> {
        SIMD2(near(other, point.x), point.y)
    }

    /// The longitude as maps write it, from −180 to 180.
    @inlinable
    public static func written(_ longitude: Double) -> Double { near(0, longitude) }
}
