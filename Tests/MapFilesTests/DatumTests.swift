import RoadNetwork
import Testing

@testable import MapFiles

@Suite struct DatumTests {
    private func meters(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double { LocalProjection.distance(a, b) }

    /// WGS 84 and GCJ-02, latitude first, from the tests of eviltransform.
    @Test(arguments: [
        (31.1774276, 121.5272106, 31.17530398364597, 121.531541859215),
        (22.543847, 113.912316, 22.540796131694766, 113.9171764808363),
        (39.911954, 116.377817, 39.91334545536069, 116.38404722455657),
    ])
    func `GCJ-02 agrees with published pairs`(wgsLat: Double, wgsLon: Double, lat: Double, lon: Double) {
        let (wgs, gcj) = (SIMD2(wgsLon, wgsLat), SIMD2(lon, lat))
        #expect(meters(Datum.gcj02.fromWGS84(wgs), gcj) < 0.01)
        #expect(meters(Datum.gcj02.toWGS84(gcj), wgs) < 0.01)
    }

    /// One point and what the open project coordtransform makes of it.
    @Test func `BD-09 agrees with a published pair`() {
        let point = SIMD2(116.404, 39.915)
        let baidu = Datum.bd09.fromWGS84(Datum.gcj02.toWGS84(point))
        #expect(meters(baidu, SIMD2(116.41036949371029, 39.92133699351021)) < 0.01)
        #expect(meters(Datum.gcj02.fromWGS84(point), SIMD2(116.41024449916938, 39.91640428150164)) < 0.01)
    }

    @Test(arguments: [Datum.wgs84, .gcj02, .bd09])
    func `there and back again is the same place to a decimeter`(datum: Datum) {
        for longitude in stride(from: 73.0, to: 137, by: 3.7) {
            for latitude in stride(from: 1.0, to: 55, by: 2.9) {
                let point = SIMD2(longitude, latitude)
                #expect(meters(datum.toWGS84(datum.fromWGS84(point)), point) < 0.1, "\(point)")
            }
        }
    }

    @Test func `nothing is shifted outside China`() {
        for point in [SIMD2(7.42, 43.74), SIMD2(174.76, -36.85), SIMD2(-122.4, 37.8)] {
            #expect(Datum.gcj02.toWGS84(point) == point && Datum.bd09.fromWGS84(point) == point)
        }
    }
}
