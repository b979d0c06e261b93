import DenseTables
import RoadNetwork
import Testing

@testable import MapFiles

@Suite struct RoadMapTests {
    private func map(_ arcs: [(Int, Int, TravelModeSet)], nodes: Int) -> RoadMap {
        let arcs = arcs.map {
            RoadArc(from: RoadNodeID($0.0), to: RoadNodeID($0.1), length: 100, roadClass: .street, access: $0.2)
        }
        let places = (0..<nodes).map { RoadNode(longitude: 0.001 * Double($0), latitude: 0) }
        return RoadMap(network: RoadNetwork(nodes: places, arcs: arcs), nodeNames: (0..<nodes).map { "\($0)" })
    }

    @Test func `boats do not join what one-way roads part`() {
        // Two nodes on a motorway, which boats would go both ways, and two on a river.
        let (boat, all) = (TravelModeSet(.boat), TravelModeSet.all)
        let map = map([(0, 1, all), (1, 0, boat), (2, 3, boat), (3, 2, boat)], nodes: 5)
        #expect(map.shareOutsideLargest() == 0.5)
        #expect(map.shareOutsideLargest(mode: .boat) == 0.5)
        // The road, and the node without any; not the river.
        #expect(map.componentCount == 2)
    }

    @Test func `what is open to emergency vehicles is open to cars on a call`() {
        let map = map([(0, 1, [.emergency, TravelModeSet(.walk)]), (1, 2, TravelModeSet(.walk))], nodes: 3)
        func cars(_ map: RoadMap) -> [Bool] { map.network.arcs.map { $0.access.contains(.car) } }
        #expect(cars(map) == [false, false] && cars(map.forEmergencies()) == [true, false])
    }

    @Test func `boxes reach over the antimeridian`() throws {
        let box = try #require(BoundingBox([SIMD2(179.5, 0), SIMD2(-179.5, 1)]))
        #expect(box.high.x - box.low.x == 1)
        #expect(box.contains(SIMD2(180, 0.5)) && box.contains(SIMD2(-179.9, 0.5)) && !box.contains(SIMD2(0, 0.5)))
        let other = try #require(BoundingBox([SIMD2(-179.6, 0.2), SIMD2(-179, 0.3)]))
        #expect(box.overlaps(other) && other.overlaps(box))
        #expect(!box.overlaps(try #require(BoundingBox([SIMD2(0, 0), SIMD2(10, 1)]))))
    }
}
