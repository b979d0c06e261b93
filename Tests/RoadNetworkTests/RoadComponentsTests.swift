import DenseTables
import RoadNetwork
import Testing

@Suite struct RoadComponentsTests {
    @Test func `components are labeled in the order of their first nodes and none is dropped`() {
        let roads = network(6, [(4, 2, 1), (5, 4, 1), (0, 3, 1)])
        let components = RoadComponents.weak(roads)
        #expect(components.labels == [0, 1, 2, 0, 2, 2])
        #expect(components.sizes == [2, 1, 3])
        #expect(components.largest == 2)
        #expect(components.joined(RoadNodeID(2), RoadNodeID(5)))
        #expect(!components.joined(RoadNodeID(2), RoadNodeID(3)))
    }

    @Test func `a one-way street joins weakly but not strongly`() {
        let roads = network(3, [(0, 1, 1), (1, 0, 1), (1, 2, 1)])
        #expect(RoadComponents.weak(roads).count == 1)
        #expect(RoadComponents.strong(roads).labels == [0, 0, 1])
    }

    @Test func `an arc that cannot be passed joins nothing`() {
        let roads = network(2, [(0, 1, 1), (1, 0, 1)])
        #expect(RoadComponents.weak(roads) { _ in false }.count == 2)
        #expect(RoadComponents.strong(roads) { $0 == RoadArcID(0) }.count == 2)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `strong components are the classes of mutual reachability`(seed: UInt64) {
        let roads = randomNetwork(seed: seed)
        let reach = closure(roads)
        let components = RoadComponents.strong(roads)
        for first in 0..<roads.nodeCount {
            for second in 0..<roads.nodeCount {
                let expected = reach[first][second] && reach[second][first]
                #expect(components.joined(RoadNodeID(first), RoadNodeID(second)) == expected)
            }
        }
        #expect(components.sizes.reduce(0, +) == roads.nodeCount)
    }

    @Test func `a line longer than the call stack is one component`() {
        let count = 100_000
        let roads = network(count, (1..<count).flatMap { [($0 - 1, $0, 1.0), ($0, $0 - 1, 1.0)] })
        #expect(RoadComponents.strong(roads).count == 1)
    }

    /// Warshall's transitive closure.
    private func closure(_ roads: RoadNetwork) -> [[Bool]] {
        let nodes = 0..<roads.nodeCount
        var reach = nodes.map { node in nodes.map { $0 == node } }
        for arc in roads.arcs { reach[arc.from.index][arc.to.index] = true }
        for middle in nodes {
            for first in nodes where reach[first][middle] {
                for second in nodes where reach[middle][second] { reach[first][second] = true }
            }
        }
        return reach
    }
}
