import Foundation

/// What longitudes and latitudes are counted from: WGS 84, or one of the two shifted systems of Chinese maps.
///
/// GCJ-02 (国测局坐标) is what maps published in China must use, BD-09 (百度坐标) what Baidu makes of it. Neither is public; the
/// formulas are those of the open projects eviltransform and PRCoords, which agree with published pairs of points to about
/// a meter. They are inverted by iteration. Outside the rectangle around China nothing is shifted.
public enum Datum: String, Sendable, CaseIterable {
    /// The system of GPS and of OpenStreetMap.
    case wgs84
    /// 国测局坐标, "Mars coordinates".
    case gcj02
    /// 百度坐标.
    case bd09

    /// The WGS 84 position of a point given in this datum, longitude (`x`) first, to 1e-8 degrees (a millimeter).
    ///
    /// Rounded, so that the last bits of the system's sine do not reach a result.
    public func toWGS84(_ point: SIMD2<Double>) -> SIMD2<Double> {
        switch self {
        case .wgs84: return point
        case .gcj02, .bd09:
            guard Self.isShifted(point) else { return point }
            // The shift changes by less than a hundredth from one place to the next, so each turn gains two digits.
            var guess = point
            for _ in 0..<30 {
                let miss = shifted(guess) - point
                guess -= miss
                if abs(miss.x) < 1e-11, abs(miss.y) < 1e-11 { break }
            }
            return Self.rounded(guess)
        }
    }

    /// What a WGS 84 position is in this datum, to 1e-8 degrees.
    public func fromWGS84(_ point: SIMD2<Double>) -> SIMD2<Double> {
        self == .wgs84 || !Self.isShifted(point) ? point : Self.rounded(shifted(point))
    }

    private func shifted(_ point: SIMD2<Double>) -> SIMD2<Double> {
        let moved = point + Self.offset(point)
        return self == .bd09 ? Self.baidu(moved) : moved
    }

    /// Whether a point lies in the rectangle in which maps are shifted.
    private static func isShifted(_ point: SIMD2<Double>) -> Bool {
        (72.004...137.8347).contains(point.x) && (0.8293...55.8271).contains(point.y)
    }

    /// How far GCJ-02 moves a WGS 84 point, in degrees, on the ellipsoid of Krassowsky.
    private static func offset(_ point: SIMD2<Double>) -> SIMD2<Double> {
        let (x, y) = (point.x - 105, point.y - 35)
        func wave(_ amplitude: Double, _ argument: Double) -> Double { amplitude * sin(argument * .pi) }
        let short = wave(20, 6 * x) + wave(20, 2 * x)
        let root = abs(x).squareRoot()
        let northWaves = wave(20, y) + wave(40, y / 3) + wave(160, y / 12) + wave(320, y / 30)
        let eastWaves = wave(20, x) + wave(40, x / 3) + wave(150, x / 12) + wave(300, x / 30)
        let northPlane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
        let eastPlane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
        let north = northPlane + (short + northWaves) * 2 / 3
        let east = eastPlane + (short + eastWaves) * 2 / 3
        let (axis, eccentricity) = (6_378_245.0, 0.00669342162296594323)
        let latitude = point.y * .pi / 180
        let magic = 1 - eccentricity * sin(latitude) * sin(latitude)
        let meridian = axis * (1 - eccentricity) / (magic * magic.squareRoot())
        let parallel = axis / magic.squareRoot() * cos(latitude)
        return SIMD2(east / parallel, north / meridian) * (180 / .pi)
    }

    /// What Baidu makes of a GCJ-02 point.
    private static func baidu(_ point: SIMD2<Double>) -> SIMD2<Double> {
        let factor = Double.pi * 3000 / 180
        let radius = (point.x * point.x + point.y * point.y).squareRoot() + 0.00002 * sin(point.y * factor)
        let angle = atan2(point.y, point.x) + 0.000003 * cos(point.x * factor)
        return SIMD2(radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006)
    }

    private static func rounded(_ point: SIMD2<Double>) -> SIMD2<Double> {
        (point * 1e8).rounded(.toNearestOrAwayFromZero) / 1e8
    }
}
