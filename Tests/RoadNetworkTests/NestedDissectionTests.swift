import DenseTables
import Testing

@testable import RoadNetwork

@Suite struct NestedDissectionTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `an order names every node once, whatever the network`(seed: UInt64) {
        let network = seed < 30 ? randomNetwork(seed: seed) : town(side: Int(seed) - 20, seed: seed)
        let order = NestedDissection.order(of: network).map(\.raw)
        #expect(order.sorted() == Array(0..<Int32(network.nodeCount)))
    }

    @Test func `the same network has the same order`() {
        let network = town(side: 20, seed: 1)
        #expect(NestedDissection.order(of: network) == NestedDissection.order(of: network))
    }

    @Test func `a line of streets becomes a tree no higher than the logarithm of its length`() {
        let count = 1000
        let line = network(count, (1..<count).map { ($0 - 1, $0, 10) })
        let hierarchy = RoadHierarchy(network: line)
        #expect(hierarchy.height <= 20)
        #expect(hierarchy.arcCount < 2 * count)
    }

    @Test func `a grid is held apart by few of its nodes`() {
        let side = 40
        let streets = (0..<side).flatMap { row in
            (0..<side).flatMap { column -> [(Int, Int, Double)] in
                let here = row * side + column
                return (column + 1 < side ? [(here, here + 1, 10)] : [])
                    + (row + 1 < side ? [(here, here + side, 10)] : [])
            }
        }
        let nodes = (0..<(side * side)).map {
            RoadNode(longitude: 116 + Double($0 % side) * 0.001, latitude: 24 + Double($0 / side) * 0.001)
        }
        let grid = RoadNetwork(nodes: nodes, arcs: network(side * side, streets).arcs)
        let good = RoadHierarchy(network: grid)
        let bad = RoadHierarchy(network: grid, order: (0..<(side * side)).map { RoadNodeID($0) })
        // A perfect dissection of an n by n grid has a tree about 6 n high; row by row it is n² high.
        #expect(good.height < 5 * side)
        #expect(good.arcCount * 2 < bad.arcCount)
    }

    @Test func `a clique has no separator and is ordered all the same`() {
        let count = 120
        let pairs = (0..<count).flatMap { one in (0..<one).map { (one, $0, 1.0) } }
        let order = NestedDissection.order(of: network(count, pairs))
        #expect(order.map(\.raw).sorted() == Array(0..<Int32(count)))
    }
}
