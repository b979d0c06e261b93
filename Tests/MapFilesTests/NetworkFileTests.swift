import DenseTables
import Foundation
import RoadNetwork
import Testing
import WrittenFiles

@testable import MapFiles

@Suite struct NetworkFileTests {
    private static let map: RoadMap = {
        let nodes = [
            RoadNode(longitude: 116.123456789012345, latitude: -24.1, elevation: 0.1 + 0.2),
            RoadNode(longitude: 1e-7, latitude: 90), RoadNode(longitude: -180, latitude: 0, elevation: -3),
        ]
        let arcs = [
            RoadArc(
                from: RoadNodeID(0), to: RoadNodeID(1), length: 1.0 / 3, roadClass: .motorway, isBridge: true, name: 1,
                access: TravelModeSet(.car), pace: .limit(48.28032)),
            RoadArc(
                from: RoadNodeID(0), to: RoadNodeID(1), length: 0, roadClass: .path,
                access: [.emergency, TravelModeSet(.boat)],
                pace: .fixed(0)),
            RoadArc(
                from: RoadNodeID(2), to: RoadNodeID(0), length: 123456.789, roadClass: .lane, name: 0, access: [],
                pace: .driven(30)),
        ]
        return RoadMap(
            network: RoadNetwork(nodes: nodes, arcs: arcs, names: ["中山路\t1", ""]),
            nodeNames: ["a b", "tab\tline\nback\\slash", "3"])
    }()

    @Test func `a map reads back as it was, every number exact`() throws {
        let folder = try TestFolder()
        let path = folder.path + "/x.network"
        try Data(NetworkFile.bytes(of: Self.map)).write(to: URL(filePath: path))
        let read = try MapFiles.network(at: path).alone
        #expect(read.network.nodes == Self.map.network.nodes && read.network.arcs == Self.map.network.arcs)
        #expect(read.network.names == Self.map.network.names && read.nodeNames == Self.map.nodeNames)
        #expect(NetworkFile.bytes(of: read) == NetworkFile.bytes(of: Self.map))
    }

    @Test func `a damaged file ends in a fault, wherever it is cut or changed`() {
        let whole = NetworkFile.bytes(of: Self.map)
        for length in 0..<whole.count {
            #expect(throws: FaultList.self) { try NetworkFile.read(Array(whole[..<length]), path: "x") }
        }
        // What still reads must be a network; nothing may crash.
        for index in whole.indices {
            for byte: UInt8 in [0, 9, 10, 0x30, 0x39, 0x2D, 0xFF] {
                var changed = whole
                changed[index] = byte
                _ = try? NetworkFile.read(changed, path: "x")
            }
        }
    }

    @Test(arguments: [
        ("pingji network 2\n", "x:1:1: the network file has a version this program does not know"),
        ("pingji network 1\nnames 99999999999\n", "x:2:1: the network file is damaged: expected \"names \""),
        ("pingji network 1\nnames 0\nnodes 1\na\t1\t2\n", "x:4:1: the network file is damaged: expected 4 fields"),
        ("pingji network 1\nnames 0\nnodes 1\na\t1\t91\t0\n", "x:4:5: the network file is damaged: a number"),
    ])
    func `faults have their place`(text: String, expected: String) {
        let said = faults { _ = try NetworkFile.read(Array(text.utf8), path: "x") }
        #expect(said.hasPrefix(expected), "\(said)")
    }
}
