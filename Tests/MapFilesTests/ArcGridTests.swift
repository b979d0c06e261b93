import DenseTables
import RoadNetwork
import Testing

@testable import MapFiles

@Suite struct ArcGridTests {
    /// Numbers from 0 to 1, the same in every run.
    private struct Dice {
        var state: UInt64 = 7

        mutating func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 33) / Double(1 << 31)
        }
    }

    @Test(arguments: [0.0, 179.95]) func `it finds the arcs that every arc held against every area gives`(
        origin: Double
    ) {
        var dice = Dice()
        func longitude() -> Double { Meridian.written(origin + dice.next() * 0.1) }
        let nodes = (0..<400).map { _ in RoadNode(longitude: longitude(), latitude: dice.next() * 0.1) }
        // Some arcs are short, and some cross the whole map.
        let arcs = (0..<800).map { index -> RoadArc in
            let from = Int(dice.next() * 400)
            let to = index % 10 == 0 ? Int(dice.next() * 400) : (from + 1) % 400
            return RoadArc(from: RoadNodeID(from), to: RoadNodeID(to), length: 1, roadClass: .street)
        }
        let network = RoadNetwork(nodes: nodes, arcs: arcs)
        let grid = ArcGrid(network)
        for _ in 0..<200 {
            // Written near the antimeridian as a file must write it, on one side.
            let low = SIMD2(Meridian.written(origin + dice.next() * 0.09), dice.next() * 0.1)
            let size = SIMD2(dice.next() * 0.01, dice.next() * 0.01)
            let ring = [low, low + SIMD2(size.x, 0), low + size, low + SIMD2(0, size.y), low]
            let polygon = MapPolygon(rings: [ring])
            let expected = network.arcs.indices.filter { index in
                let (from, to) = (network[network.arcs[index].from], network[network.arcs[index].to])
                return polygon.touches(SIMD2(from.longitude, from.latitude), SIMD2(to.longitude, to.latitude))
            }
            #expect(grid.arcs(touching: [polygon]).map(\.index) == expected)
        }
    }

    @Test func `a network without arcs or nodes has nothing to close`() {
        let square = MapPolygon(rings: [[SIMD2(0, 0), SIMD2(1, 0), SIMD2(1, 1), SIMD2(0, 0)]])
        #expect(ArcGrid(RoadNetwork(nodes: [], arcs: [])).arcs(touching: [square]).isEmpty)
        #expect(
            ArcGrid(RoadNetwork(nodes: [RoadNode(longitude: 0, latitude: 0)], arcs: [])).arcs(touching: [square])
                .isEmpty)
    }
}
