import DenseTables
import RoadNetwork
import Testing

@Suite struct MeridianTests {
    @Test func `longitudes are written near one another, and otherwise left as they are`() {
        #expect(Meridian.near(179.9, -179.9) == 180.1 && Meridian.near(-179.9, 179.9) == -180.1)
        #expect(Meridian.near(10, -170) == -170 && Meridian.near(0, 180) == 180 && Meridian.near(0, -180) == -180)
        #expect(Meridian.written(180.5) == -179.5 && Meridian.written(-181) == 179 && Meridian.written(116.1) == 116.1)
        for step in 0..<1000 {
            let longitude = 100 + Double(step) * 0.0123
            #expect(Meridian.near(116.1, longitude) == longitude)
        }
    }

    @Test func `distances cross the antimeridian`() {
        let (west, east) = (SIMD2(179.999, -16.8), SIMD2(-179.999, -16.8))
        let expected = LocalProjection.distance(SIMD2(9.999, -16.8), SIMD2(10.001, -16.8))
        #expect(abs(LocalProjection.distance(west, east) - expected) < 1e-6 && abs(expected - 212.9) < 0.1)
        #expect(abs(LocalProjection.distance(east, west) - expected) < 1e-6)
        let map = LocalProjection(longitude: 179.999, latitude: -16.8)
        let meters = map.meters(longitude: east.x, latitude: east.y)
        #expect(abs(meters.x - expected) < 0.01)
        #expect(abs(map.degrees(meters).x - east.x) < 1e-9)
    }

    @Test func `the nearest node may lie across it`() {
        let nodes = [179.99, -179.995, 179.9].map { RoadNode(longitude: $0, latitude: -16.8) }
        let network = RoadNetwork(nodes: nodes, arcs: [])
        #expect(network.nearestNode(longitude: 179.9985, latitude: -16.8).raw == 1)
        #expect(network.nearestNode(longitude: -179.9999, latitude: -16.8).raw == 1)
        #expect(network.straightLine(RoadNodeID(0), RoadNodeID(1)) < 2000)
        let times = StraightTravelTimes(nodes: nodes, shape: .manhattan, detour: 1, kilometersPerHour: 3.6)
        #expect(times.milliseconds(from: RoadNodeID(0), to: RoadNodeID(1)) < 2_000_000)
    }

    @Test func `an area across it touches its roads alone`() {
        let nodes = [179.9, 179.99, -179.99, -179.9].map { RoadNode(longitude: $0, latitude: 0) }
        let arcs = (0..<3).map { RoadArc(from: RoadNodeID($0), to: RoadNodeID($0 + 1), length: 1, roadClass: .street) }
        let network = RoadNetwork(nodes: nodes, arcs: arcs)
        let ring = [SIMD2(179.995, -0.1), SIMD2(-179.995, -0.1), SIMD2(-179.995, 0.1), SIMD2(179.995, 0.1)]
        let area = RoadArea(ring: ring)
        #expect(area.contains(SIMD2(180, 0)) && area.contains(SIMD2(-180, 0)) && !area.contains(SIMD2(0, 0)))
        #expect(area.roads(of: network).map(\.raw) == [1])
    }
}
