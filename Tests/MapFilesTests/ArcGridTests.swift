import DenseTables
import Foundation
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
        for trial in 0..<300 {
            // Written near the antimeridian as a file must write it, on one side; from a corner of the map to all of it and more.
            let low = SIMD2(origin - 0.01 + dice.next() * 0.1, dice.next() * 0.1 - 0.01)
            let size = SIMD2(dice.next(), dice.next()) * (trial.isMultiple(of: 3) ? 0.15 : 0.02)
            let corners = (0..<(3 + trial % 9)).map { _ in low + SIMD2(dice.next(), dice.next()) * size }
            let middle = corners.reduce(.zero, +) / Double(corners.count)
            func angle(_ point: SIMD2<Double>) -> Double { atan2(point.y - middle.y, point.x - middle.x) }
            let turn = origin > 0 && middle.x > 180 ? SIMD2(-360.0, 0) : .zero
            let ring = corners.sorted { angle($0) < angle($1) }.map { $0 + turn }
            let hole = [0.0, 0.3, 0.6, 0].map { middle + turn + SIMD2($0, $0 * $0) * size / 8 }
            let polygon = MapPolygon(rings: [ring + [ring[0]]] + (trial.isMultiple(of: 2) ? [hole] : []))
            let expected = network.arcs.indices.filter { index in
                let (from, to) = (network[network.arcs[index].from], network[network.arcs[index].to])
                return polygon.touches(SIMD2(from.longitude, from.latitude), SIMD2(to.longitude, to.latitude))
            }
            #expect(grid.arcs(touching: [polygon]).map(\.index) == expected)
        }
    }

    @Test(.timeLimit(.minutes(1))) func `areas over a whole city cost what they find, not a look at each arc`() {
        let side = 300
        let nodes = (0..<(side * side)).map {
            RoadNode(longitude: Double($0 % side) / 1000, latitude: Double($0 / side) / 1000)
        }
        let arcs = nodes.indices.filter { ($0 + 1) % side > 0 }.map {
            RoadArc(from: RoadNodeID($0), to: RoadNodeID($0 + 1), length: 100, roadClass: .street)
        }
        let grid = ArcGrid(RoadNetwork(nodes: nodes, arcs: arcs))
        // A circle of a thousand sides around everything: each arc held against it would take minutes here.
        let circle = (0...1000).map { index -> SIMD2<Double> in
            let turn = 2 * Double.pi * Double(index % 1000) / 1000
            return SIMD2(0.15 + 0.3 * cos(turn), 0.15 + 0.3 * sin(turn))
        }
        for _ in 0..<20 { #expect(grid.arcs(touching: [MapPolygon(rings: [circle])]).count == arcs.count) }
    }

    @Test func `a network without arcs or nodes has nothing to close`() {
        let square = MapPolygon(rings: [[SIMD2(0, 0), SIMD2(1, 0), SIMD2(1, 1), SIMD2(0, 0)]])
        #expect(ArcGrid(RoadNetwork(nodes: [], arcs: [])).arcs(touching: [square]).isEmpty)
        #expect(
            ArcGrid(RoadNetwork(nodes: [RoadNode(longitude: 0, latitude: 0)], arcs: [])).arcs(touching: [square])
                .isEmpty)
    }
}
