import DenseTables
import RoadNetwork
import Testing

@testable import Reports

@Suite struct RoadDrawingTests {
    /// Five nodes in a row on a street, both ways and once twice, and a lane to a sixth, one way only.
    private let network: RoadNetwork = {
        let nodes =
            (0..<5).map { RoadNode(longitude: 116 + Double($0) * 0.01, latitude: 24) }
            + [RoadNode(longitude: 116.02, latitude: 24.01)]
        func arc(_ from: Int, _ to: Int, _ roadClass: RoadClass) -> RoadArc {
            RoadArc(from: RoadNodeID(from), to: RoadNodeID(to), length: 1000, roadClass: roadClass)
        }
        let streets = (0..<4).flatMap { [arc($0, $0 + 1, .street), arc($0 + 1, $0, .street)] }
        return RoadNetwork(nodes: nodes, arcs: streets + [arc(1, 2, .street), arc(5, 2, .lane)])
    }()

    private var frame: MapFrame {
        MapFrame(around: network.nodes.map { SIMD2($0.longitude, $0.latitude) }, corner: .zero)
    }

    @Test func `a road is drawn once whatever its directions, and as one line as far as it leads`() {
        let elements = RoadDrawing(network, frame).elements(in: frame)
        #expect(elements.count == 2)
        // The lane first, so that the street lies on top.
        #expect(elements[0].contains("#c0c0c0") && elements[1].contains("#a0a0a0"))
        #expect(elements[0].split(separator: "M").count == 2 && elements[1].split(separator: "M").count == 2)
        let steps = elements[1].split(separator: "d=\"")[1].filter { $0 == "l" }.count
        #expect(steps == 4)
    }

    @Test func `only the arcs named are drawn`() {
        let arcs = [
            network.arc(from: RoadNodeID(0), to: RoadNodeID(1)), network.arc(from: RoadNodeID(3), to: RoadNodeID(4)),
        ]
        let path = RoadDrawing(network, frame).path(along: arcs)
        #expect(path.filter { $0 == "M" }.count == 2 && path.filter { $0 == "l" }.count == 2)
        #expect(RoadDrawing(network, frame).path(along: []).isEmpty)
    }

    @Test func `many roads are drawn thinner`() {
        let side = 120
        let nodes = (0..<side * side).map {
            RoadNode(longitude: 116 + Double($0 % side) * 0.001, latitude: 24 + Double($0 / side) * 0.001)
        }
        let arcs =
            (0..<side * side - side).map {
                RoadArc(from: RoadNodeID($0), to: RoadNodeID($0 + side), length: 110, roadClass: .street)
            }
            + (0..<side * side - 1).map {
                RoadArc(from: RoadNodeID($0), to: RoadNodeID($0 + 1), length: 110, roadClass: .street)
            }
        let dense = RoadNetwork(nodes: nodes, arcs: arcs)
        let frame = MapFrame(around: nodes.map { SIMD2($0.longitude, $0.latitude) }, corner: .zero)
        let element = RoadDrawing(dense, frame).elements(in: frame)[0]
        #expect(element.contains("stroke-width=\"0.") && !element.contains("stroke-width=\"1"))
        // About 28,000 segments in far less than 16 bytes each.
        #expect(element.utf8.count < 28_000 * 12)
    }
}
