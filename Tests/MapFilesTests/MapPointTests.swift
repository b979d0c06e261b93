import DenseTables
import RoadNetwork
import Testing
import Words
import WrittenFiles

@testable import MapFiles

@Suite struct MapPointTests {
    /// Five crossings along a road in Meizhou, 1 km apart, and a footpath beside the first.
    static let map: RoadMap = {
        let nodes = (0..<5).map { RoadNode(longitude: 116.1 + 0.00985 * Double($0), latitude: 24.3) }
        var arcs = (0..<4).flatMap { index -> [RoadArc] in
            let arc = RoadArc(
                from: RoadNodeID(index), to: RoadNodeID(index + 1), length: 1000, roadClass: .street)
            return [arc, arc.reversed]
        }
        let path = RoadArc(from: RoadNodeID(0), to: RoadNodeID(5), length: 100, roadClass: .path)
        arcs += [path, path.reversed]
        return RoadMap(
            network: RoadNetwork(nodes: nodes + [RoadNode(longitude: 116.1, latitude: 24.301)], arcs: arcs),
            nodeNames: ["a", "b", "c", "d", "e", "yard"])
    }()

    private func read(_ text: String, _ mode: TravelMode = .car, _ datum: Datum = .wgs84) throws -> [MapPoint] {
        var reader = PointReader(map: Self.map, finder: RoadAccessFinder(Self.map.network, mode: mode))
        return try reader.read(Array(text.utf8), path: "p", use: .demand, datum: datum).alone
    }

    private func node(_ point: MapPoint) -> String? {
        if case .node(let node) = point.access.join { Self.map.nodeNames[node.index] } else { nil }
    }

    @Test func `points go to the nearest road that the mode can use, to its middle too`() throws {
        let text = "id,lon,lat,weight\nx,116.1,24.301,2.5\ny,116.1394,24.3001,1\nz,116.134475,24.3001,1\n"
        let car = try read(text)
        #expect(car.map(node) == ["a", "e", nil] && car.map(\.weight) == [2.5, 1, 1])
        #expect(abs(car[0].access.meters - 111) < 1)
        guard case .between(let one, let other, let share) = car[2].access.join else {
            Issue.record("joined no road in its middle")
            return
        }
        #expect([one, other].map { Self.map.nodeNames[$0.index] } == ["d", "e"] && abs(share - 0.5) < 0.001)
        #expect(try read(text, .walk).map(node) == ["yard", "e", nil])
    }

    @Test func `points may name nodes, and stand on them`() throws {
        let points = try read("id,node\nx,e\n")
        #expect(
            points == [
                MapPoint(id: "x", weight: 1, access: RoadAccess(RoadNodeID(4), of: Self.map.network), isPlaced: false)
            ])
        #expect(points[0].access.meters == 0 && points[0].access.place == SIMD2(116.1394, 24.3))
    }

    @Test func `a point far from every road has no way, and a file of such points is about another place`() throws {
        let points = try read("id,lon,lat\nx,116.1,24.3\nw,116.5,24.3\n")
        #expect(points.map { $0.access.join == nil } == [false, true] && abs(points[1].access.meters - 36_000) < 1000)
        // Three kilometers are far, and not elsewhere.
        #expect(try read("id,lon,lat\nx,116.1,24.33\n").map { $0.access.join == nil } == [true])
        #expect(
            faults { _ = try read("id,lon,lat\nx,116.5,24.3\ny,116.51,24.3\n") }.contains(
                "does not lie where the network is"))
    }

    @Test func `points may be features, polygons by their middle`() throws {
        let ring = "[[116.119,24.299],[116.120,24.299],[116.120,24.301],[116.119,24.301],[116.119,24.299]]"
        let points = try read("{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}")
        #expect(
            points.map(\.id) == ["1"] && LocalProjection.distance(points[0].access.place, SIMD2(116.1195, 24.3)) < 0.01)
    }

    @Test func `faults are all listed`() {
        let said = faults {
            _ = try read("id,lon,lat,weight\nx,116.1,24.3,1\nx,116.1,24.3,-1\nz,24.3,116.1,1\n")
        }
        for text in [
            "p:3:1: the id \"x\" stands twice", "p:3:14: weight \"-1\"", "p:4:8: lat \"116.1\"",
        ] { #expect(said.contains(text), "\(text)\n\(said)") }
        #expect(faults { _ = try read("id,node\nx,q\n") } == "p:2:3: the network has no node \"q\"")
        #expect(faults { _ = try read("id,lon\n") }.contains("the column \"lat\" is missing"))
    }

    @Test func `a file in another datum is noticed, by every reading that fits better`() throws {
        let places = (0..<5).map { SIMD2(116.1 + 0.00985 * Double($0), 24.3) }
        let network = Self.map.network
        let right = try #require(MapFit(places, read: .wgs84, network: network))
        #expect(right.problem == nil && right.warning == nil)
        let shifted = try #require(MapFit(places.map(Datum.gcj02.fromWGS84), read: .wgs84, network: network))
        #expect(shifted.problem == nil && shifted.better?.reading == .datum(.gcj02))
        let baidu = try #require(MapFit(places.map(Datum.bd09.fromWGS84), read: .wgs84, network: network))
        #expect(baidu.better?.reading == .datum(.bd09))
        let swapped = try #require(
            MapFit(places.map { SIMD2($0.x - 91.8, $0.y + 50) }, read: .wgs84, network: network))
        #expect(swapped.problem?.what.en.contains("does not lie where the network is") == true)
        // Needlessly taken off is as bad as forgotten.
        let needless = try #require(MapFit(places.map(Datum.gcj02.toWGS84), read: .gcj02, network: network))
        #expect(needless.better?.reading == .datum(.wgs84))
    }

    @Test func `points beside a long road are where the roads are`() throws {
        let ends = [RoadNode(longitude: 116.1, latitude: 24.3), RoadNode(longitude: 116.13, latitude: 24.3)]
        let road = RoadArc(from: RoadNodeID(0), to: RoadNodeID(1), length: 3040, roadClass: .street)
        // BD-09 would bring it a kilometer nearer to an end.
        let fit = MapFit([SIMD2(116.1149, 24.3)], read: .wgs84, network: RoadNetwork(nodes: ends, arcs: [road]))
        #expect(fit?.warning == nil && fit.map { $0.declared.medianMeters < 0.01 } == true)
    }

    @Test func `latitude before longitude is told by name`() throws {
        let monaco = RoadNetwork(nodes: [RoadNode(longitude: 7.42, latitude: 43.73)], arcs: [])
        let fit = try #require(MapFit([SIMD2(43.73, 7.42)], read: .wgs84, network: monaco))
        #expect(fit.problem?.expected?.en == "perhaps latitude before longitude")
    }

    @Test func `a boundary is held against the roads it encloses`() throws {
        func boundary(_ shift: (SIMD2<Double>) -> SIMD2<Double>) throws -> MapFeatures {
            let corners = [
                (116.098, 24.299), (116.142, 24.299), (116.142, 24.3015), (116.098, 24.3015), (116.098, 24.299),
            ]
            let ring = corners.map { corner in
                let place = shift(SIMD2(corner.0, corner.1))
                return "[\(place.x),\(place.y)]"
            }
            let text = "{\"type\":\"Polygon\",\"coordinates\":[[\(ring.joined(separator: ","))]]}"
            return try GeoJSONReader.read(Array(text.utf8), path: "b", datum: .wgs84)
        }
        #expect(try boundary { $0 }.checkFit(to: Self.map, read: .wgs84).notes.warnings.isEmpty)
        // Moved to the south-east by half a kilometer, it lies beside the road.
        let moved = try boundary(Datum.gcj02.fromWGS84).checkFit(to: Self.map, read: .wgs84).notes.warnings.first
        #expect(moved?.en.contains("read as GCJ-02") == true)
        let far = try boundary { $0 + SIMD2(1, 1) }
        #expect(throws: FaultList.self) { try far.checkFit(to: Self.map, read: .wgs84) }
    }

    @Test func `a network without any road for the mode is a fault, however points are given`() {
        for text in ["id,node\nx,e\n", "id,lon,lat\nx,116.1,24.3\n"] {
            let roads = RoadNetwork(nodes: Self.map.network.nodes, arcs: [])
            var reader = PointReader(
                map: RoadMap(network: roads, nodeNames: Self.map.nodeNames),
                finder: RoadAccessFinder(roads, mode: .walk))
            let said = faults { _ = try reader.read(Array(text.utf8), path: "p", use: .site, datum: .wgs84) }
            #expect(said == "p:1:1: the network has no road for this mode")
        }
    }
}
