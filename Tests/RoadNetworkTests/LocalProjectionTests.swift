import Foundation
import RoadNetwork
import Testing

@Suite struct LocalProjectionTests {
    @Test func `distances agree with the great circle over a district`() {
        let points = [SIMD2(116.05, 24.15), SIMD2(116.13, 24.30), SIMD2(116.30, 24.40), SIMD2(115.9, 24.0)]
        for first in points {
            for second in points where first != second {
                let flat = LocalProjection.distance(first, second)
                #expect(abs(flat / greatCircle(first, second) - 1) < 1e-5)
            }
        }
    }

    @Test func `the map keeps distances near its origin and turns back into degrees`() {
        let map = LocalProjection(longitude: 116.13, latitude: 24.3)
        let point = map.meters(longitude: 116.2, latitude: 24.35)
        let length = (point.x * point.x + point.y * point.y).squareRoot()
        #expect(abs(length / greatCircle(SIMD2(116.13, 24.3), SIMD2(116.2, 24.35)) - 1) < 1e-3)
        let back = map.degrees(point)
        #expect(abs(back.x - 116.2) < 1e-12 && abs(back.y - 24.35) < 1e-12)
    }

    @Test(arguments: [-90.0, -60, -45, -24.3, 0, 10, 24.3, 52, 89.9])
    func `the cosine agrees with the library's`(latitude: Double) {
        let unit = LocalProjection(longitude: 0, latitude: latitude).meters(longitude: 1, latitude: latitude)
        #expect(abs(unit.x / LocalProjection.metersPerDegree - cos(latitude * .pi / 180)) < 1e-10)
    }

    /// The haversine formula on the same sphere.
    private func greatCircle(_ first: SIMD2<Double>, _ second: SIMD2<Double>) -> Double {
        let radians = Double.pi / 180
        let (a, b) = (first * radians, second * radians)
        let north = sin((b.y - a.y) / 2)
        let east = sin((b.x - a.x) / 2)
        return 2 * 6_371_008.8 * asin((north * north + cos(a.y) * cos(b.y) * east * east).squareRoot())
    }
}
