import DenseTables
import Testing

@testable import RoadNetwork

@Suite struct SegmentTreeTests {
    @Test(arguments: 0..<10 as Range<UInt64>)
    func `of the arcs chosen and accepted it finds the nearest, the first of equally near ones`(seed: UInt64) {
        let roads = town(side: 9, seed: seed)
        var shuffler = Shuffler(state: seed)
        let chosen = roads.arcs.indices.filter { _ in Bool.random(using: &shuffler) }
        let tree = SegmentTree(roads, arcs: chosen)
        for _ in 0..<50 {
            let node = roads.nodes[Int.random(in: 0..<roads.nodeCount, using: &shuffler)]
            let point = SIMD2(node.longitude, node.latitude)
            let one = tree.nearest(to: point) { $0 % 3 != 0 }
            // Every accepted arc on its own.
            let alone = chosen.filter { $0 % 3 != 0 }.compactMap { arc in
                SegmentTree(roads, arcs: [arc]).nearest(to: point) { _ in true }
            }
            let best = alone.min { ($0.square, $0.arc) < ($1.square, $1.arc) }
            #expect(one?.arc == best?.arc && one?.square == best?.square && one?.share == best?.share)
        }
    }

    @Test func `nothing is nearest to nothing`() {
        let roads = network(2, [(0, 1, 1)])
        let none = SegmentTree(roads, arcs: []).nearest(to: .zero) { _ in true }
        #expect(none == nil)
        let refused = SegmentTree(roads, arcs: [0]).nearest(to: .zero) { _ in false }
        #expect(refused == nil)
    }

    @Test func `an arc between nodes in one place is that place`() {
        let node = RoadNode(longitude: 116, latitude: 24)
        let roads = RoadNetwork(
            nodes: [node, node],
            arcs: [RoadArc(from: RoadNodeID(0), to: RoadNodeID(1), length: 0, roadClass: .street)])
        let found = SegmentTree(roads, arcs: [0]).nearest(to: SIMD2(116, 24.001)) { _ in true }
        #expect(found?.share == 0 && abs((found?.square ?? 0).squareRoot() - 111.2) < 0.1)
    }
}
