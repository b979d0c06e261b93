import DenseTables
import RoadNetwork
import Testing

@Suite struct RoadProximityTests {
    private let nodes = [RoadNode(longitude: 116, latitude: 24), RoadNode(longitude: 116.03, latitude: 24)]

    @Test func `the middle of a road is as near as its ends`() {
        let road = RoadArc(from: RoadNodeID(0), to: RoadNodeID(1), length: 3046, roadClass: .path)
        let roads = RoadProximity(RoadNetwork(nodes: nodes, arcs: [road]))
        #expect(abs(roads.meters(to: SIMD2(116.015, 24.001)) - 111.2) < 0.1)
        #expect(roads.meters(to: SIMD2(116.03, 24)) == 0)
    }

    @Test func `without roads nodes are what there is`() {
        let lone = RoadProximity(RoadNetwork(nodes: nodes, arcs: []))
        #expect(abs(lone.meters(to: SIMD2(116, 24.001)) - 111.2) < 0.1)
        #expect(RoadProximity(RoadNetwork(nodes: [], arcs: [])).meters(to: .zero) == .infinity)
    }
}
