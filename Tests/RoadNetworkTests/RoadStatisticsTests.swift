import DenseTables
import RoadNetwork
import Testing

@Suite struct RoadStatisticsTests {
    @Test func `a two-way road counts once and a dead end has one neighbor`() {
        // 0 = 1 = 2 two-way, 2 -> 3 one-way, 3 -> 1 one-way: only node 0 is a dead end.
        let roads = RoadNetwork(
            nodes: (0..<4).map { RoadNode(longitude: Double($0), latitude: 0) },
            arcs: [
                arc(0, 1, 1000, .lane), arc(1, 0, 1000, .lane), arc(1, 2, 500, .street), arc(2, 1, 500, .street),
                arc(2, 3, 250, .arterial), arc(3, 1, 250, .mountainRoad),
            ])
        let statistics = RoadStatistics(roads)
        #expect(statistics.meanDegree == 1.5)
        #expect(statistics.deadEndShare == 0.25)
        #expect(statistics.kilometers == [0.25, 0.5, 1, 0.25, 0, 0])
    }

    private func arc(_ from: Int, _ to: Int, _ length: Double, _ roadClass: RoadClass) -> RoadArc {
        RoadArc(from: RoadNodeID(from), to: RoadNodeID(to), length: length, roadClass: roadClass)
    }
}
