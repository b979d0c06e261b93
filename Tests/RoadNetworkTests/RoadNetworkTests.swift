import DenseTables
import RoadNetwork
import Testing

@Suite struct RoadNetworkTests {
    @Test func `arcs are found by the node they leave and by the node they enter`() {
        let roads = network(3, [(2, 0, 5), (0, 1, 1), (0, 2, 2), (1, 2, 3)])
        #expect(roads.outgoing(of: RoadNodeID(0)).map { roads.arcs[$0].length } == [1, 2])
        #expect(roads.incoming(of: RoadNodeID(2)).map { roads[$0].length } == [2, 3])
        #expect(roads.incoming(of: RoadNodeID(1)).map { roads[$0].from } == [RoadNodeID(0)])
        #expect(roads.arc(from: RoadNodeID(2), to: RoadNodeID(0)) == RoadArcID(3))
        #expect(!roads.arc(from: RoadNodeID(1), to: RoadNodeID(0)).exists)
    }

    @Test func `the nearest node is the one a search through all nodes finds`() {
        var shuffler = Shuffler(state: 11)
        for count in [1, 2, 7, 300] {
            let nodes = (0..<count).map { _ in
                RoadNode(
                    longitude: Double.random(in: 116...116.3, using: &shuffler),
                    latitude: Double.random(in: 24.1...24.4, using: &shuffler))
            }
            let roads = RoadNetwork(nodes: nodes, arcs: [])
            let map = LocalProjection(longitude: nodes[0].longitude, latitude: nodes[0].latitude)
            for _ in 0..<200 {
                // Some points lie far outside.
                let longitude = Double.random(in: 115.5...116.8, using: &shuffler)
                let latitude = Double.random(in: 23.9...24.6, using: &shuffler)
                let point = map.meters(longitude: longitude, latitude: latitude)
                let squares = nodes.map { node in
                    let offset = map.meters(longitude: node.longitude, latitude: node.latitude) - point
                    return offset.x * offset.x + offset.y * offset.y
                }
                let nearest = roads.nearestNode(longitude: longitude, latitude: latitude)
                #expect(squares[nearest.index] == squares.min())
            }
        }
    }

    @Test func `an empty network has no nearest node`() {
        #expect(!RoadNetwork(nodes: [], arcs: []).nearestNode(longitude: 0, latitude: 0).exists)
    }

    @Test func `of two nodes at one point the first is the nearest`() {
        let node = RoadNode(longitude: 116, latitude: 24)
        let roads = RoadNetwork(nodes: [node, node, node], arcs: [])
        #expect(roads.nearestNode(longitude: 116.01, latitude: 24) == RoadNodeID(0))
    }
}
