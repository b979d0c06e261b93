import RoadNetwork
import Testing

@testable import Reports

@Suite struct MapFrameTests {
    @Test func `a meter is as long to the east as to the north, and north is up`() {
        let frame = MapFrame(around: [[116, 24], [116.1, 24.08]], corner: [24, 76])
        let here = frame.pixel([116.05, 24.04])
        let (east, north) = (frame.pixel([116.06, 24.04]), frame.pixel([116.05, 24.05]))
        let meters = (
            LocalProjection.distance([116.05, 24.04], [116.06, 24.04]),
            LocalProjection.distance([116.05, 24.04], [116.05, 24.05])
        )
        #expect(abs((east.x - here.x) / meters.0 - frame.scale) < 1e-6 && abs(east.y - here.y) < 1e-9)
        #expect(abs((here.y - north.y) / meters.1 - frame.scale) < 1e-6 && north.y < here.y)
    }

    @Test(arguments: [
        [SIMD2(116.0, 24.0)], [SIMD2(116.0, 24.0), SIMD2(117.0, 24.0)], [SIMD2(116.0, 24.0), SIMD2(116.0, 25.0)],
        [SIMD2(100.0, -60.0), SIMD2(150.0, 60.0)], [],
    ])
    func `everything lies within the frame, whatever its shape`(places: [SIMD2<Double>]) {
        let frame = MapFrame(around: places, corner: [24, 76])
        #expect(frame.size.x <= 901 && frame.size.y <= 1101 && frame.size.x >= 440 && frame.size.y >= 440)
        for pixel in places.map(frame.pixel) {
            #expect(pixel.x >= 24 && pixel.y >= 76 && pixel.x <= 24 + frame.size.x && pixel.y <= 76 + frame.size.y)
        }
    }

    @Test func `a map over the antimeridian is as wide as its places lie apart`() {
        func pixels(_ turn: Double) -> [SIMD2<Double>] {
            let places = [SIMD2(turn - 0.01, -16.8), SIMD2(turn + 0.01, -16.79)].map { Meridian.near(0, $0) }
            let frame = MapFrame(around: places, corner: .zero)
            return places.map(frame.pixel)
        }
        for (here, there) in zip(pixels(100), pixels(180)) {
            let distance = (here - there) * (here - there)
            #expect(distance.sum() < 1e-6)
        }
    }
}
