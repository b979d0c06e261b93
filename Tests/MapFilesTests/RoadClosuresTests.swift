import DenseTables
import RoadNetwork
import Testing
import Words
import WrittenFiles

@testable import MapFiles

@Suite struct RoadClosuresTests {
    private let map = MapPointTests.map

    private func read(_ text: String) throws -> RoadClosures {
        try noted(text).alone
    }

    private func noted(_ text: String, _ datum: Datum = .wgs84) throws -> Noted<RoadClosures> {
        try ClosureReader.read(Array(text.utf8), path: "c", map: map, datum: datum)
    }

    private func names(_ arcs: [RoadArcID]) -> [String] { arcs.map { map.arcTexts[$0.index] } }

    @Test func `an arc is closed from an instant on and before another`() throws {
        let closures = try read("from,to,from_time,until_time\nb,c,1 h,2 h\na,b,,\nc,d,,90 min\nd,e,3.5 h,\n")
        func closed(_ hours: Double) -> [String] {
            names(closures.closedArcs(at: .elapsed(Int64(hours * 3_600_000))))
        }
        #expect(closed(0) == ["a>b", "c>d"])
        #expect(closed(1) == ["a>b", "b>c", "c>d"])
        #expect(closed(1.5) == ["a>b", "b>c"])
        #expect(closed(2) == ["a>b"])
        #expect(closed(3.5) == ["a>b", "d>e"])
        #expect(names(closures.closedArcs()) == ["a>b", "b>c", "c>d", "d>e"])
    }

    @Test func `dates are compared across time zones`() throws {
        let closures = try read("from,to,from_time\na,b,2024-06-16T15:00+08:00\n")
        let before = try ClosureTime("2024-06-16T06:59Z")
        let after = try ClosureTime("2024-06-16T07:00Z")
        #expect(closures.closedArcs(at: before).isEmpty && closures.closedArcs(at: after).count == 1)
    }

    @Test func `a polygon closes every arc it touches, both ways`() throws {
        let ring = "[[116.112,24.2],[116.118,24.2],[116.118,24.4],[116.112,24.4],[116.112,24.2]]"
        let text = """
            {"type":"Feature","properties":{"from_time":"1 h"},"geometry":{"type":"Polygon","coordinates":[\(ring)]}}
            """
        let closures = try read(text)
        #expect(names(closures.closedArcs()) == ["b>c", "c>b"])
        #expect(closures.closedArcs(at: .elapsed(0)).isEmpty)
        let usual = RoadMetric(network: map.network, speeds: .usual, mode: .car)
        var closed = usual
        for arc in closures.closed(for: usual).alone { closed.close(arc) }
        let times = DijkstraTravelTimes(network: map.network, metric: closed)
        #expect(times.milliseconds(from: RoadNodeID(0), to: RoadNodeID(4)) == TravelTimeTable.unreachable)
        #expect(times.milliseconds(from: RoadNodeID(0), to: RoadNodeID(1)) == usual.milliseconds[0])
    }

    @Test(arguments: [
        ("from,to\na,c\n", "c:2:3: no arc leads from \"a\" to \"c\""),
        ("from,to\na,q\n", "c:2:3: the network has no node \"q\""),
        ("from,to,from_time\na,b,noon\n", "c:2:5: \"noon\" is no time"),
        ("from,to,from_time\na,b,2024-06-16T15:00\n", "c:2:5: \"2024-06-16T15:00\" is no time"),
        ("from,to,from_time,until_time\na,b,2 h,1 h\n", "c:2:5: the closure ends before it begins"),
        ("from,to,from_time\na,b,2 h\nb,c,2024-06-16T15:00Z\n", "c:3:5: the file mixes dates"),
        ("from\na\n", "c:1:1: the column \"to\" is missing"),
        ("{\"type\":\"Point\",\"coordinates\":[0,0]}", "c:1:1: a point closes no road"),
        (
            "{\"type\":\"LineString\",\"coordinates\":[[116.1,24.3],[116.2,24.3]]}",
            "c:1:1: a line closes no road, expected a polygon"
        ),
        (
            "{\"type\":\"Feature\",\"properties\":null,\"geometry\":null}",
            "c:1:1: a feature without geometry closes no road"
        ),
        ("{\"type\":\"MultiPolygon\",\"coordinates\":[]}", "c:1:1: a feature without geometry closes no road"),
        ("from,to,start_time\na,b,1 h\n", "c:1:9: there is no column \"start_time\", did you mean \"from_time\""),
        ("from,to\na,yrad\n", "c:2:3: the network has no node \"yrad\", did you mean \"yard\""),
        (
            "{\"type\":\"Feature\",\"properties\":{\"end\":\"2 h\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[0,0]}}",
            "c:1:33: properties: there is no property \"end\", did you mean \"until_time\""
        ),
    ])
    func `faults have their place`(text: String, expected: String) {
        let said = faults { _ = try read(text) }
        #expect(said.hasPrefix(expected), "\(said)")
    }

    private static func square(_ longitude: Double, _ latitude: Double) -> String {
        let corners = [(0.0, -1.0), (1, -1), (1, 1), (0, 1), (0, -1)].map { corner in
            "[\(longitude + corner.0 * 0.002),\(latitude + corner.1 * 0.002)]"
        }
        return "{\"type\":\"Polygon\",\"coordinates\":[[\(corners.joined(separator: ","))]]}"
    }

    @Test func `a file that closes nothing says so`() throws {
        let metric = RoadMetric(network: map.network, speeds: .usual, mode: .car)
        for text in ["{\"type\":\"FeatureCollection\",\"features\":[]}", "from,to\n", Self.square(0, 0)] {
            let noted = try noted(text)
            #expect(noted.notes.warnings.map(\.en) == ["closes no road"], "\(text)")
            #expect(noted.alone.closed(for: metric).notes.warnings.isEmpty)
        }
        #expect(try noted(Self.square(0, 0)).notes.dropped[.idleClosure] == 1)
        let timed = try read("from,to,from_time\na,b,1 h\n")
        #expect(timed.closed(at: .elapsed(0), for: metric).notes.warnings.map(\.en) == ["closes no road at that time"])
        #expect(timed.closed(at: .elapsed(3_600_000), for: metric).notes.warnings.isEmpty)
        // Only the footpath into the yard, where no car goes.
        let path = try read("from,to\na,yard\n")
        #expect(
            path.closed(for: metric).notes.warnings[0].en.contains("roads that the travel mode does not use anyway"))
        let walk = RoadMetric(network: map.network, speeds: .usual, mode: .walk)
        #expect(path.closed(for: walk).notes.warnings.isEmpty)
    }

    @Test func `latitude before longitude is noticed where the numbers alone do not tell`() throws {
        // A street near 24° N, 43° E; the file says 24° E, 43° N.
        let nodes = [RoadNode(longitude: 43, latitude: 24), RoadNode(longitude: 43.01, latitude: 24)]
        let arc = RoadArc(from: RoadNodeID(0), to: RoadNodeID(1), length: 1000, roadClass: .street)
        let map = RoadMap(network: RoadNetwork(nodes: nodes, arcs: [arc]), nodeNames: ["a", "b"])
        let text =
            "{\"type\":\"Polygon\",\"coordinates\":[[[23.9,43.001],[24.1,43.001],[24.1,43.002],[23.9,43.002],[23.9,43.001]]]}"
        let noted = try ClosureReader.read(Array(text.utf8), path: "c", map: map, datum: .wgs84)
        #expect(noted.alone.areIdle && noted.notes.warnings.count == 2)
        #expect(noted.notes.warnings[1].en.contains("would if latitude and longitude were exchanged: 1"))
    }

    @Test func `areas are read in the datum of the call`() throws {
        let place = Datum.gcj02.fromWGS84(SIMD2(116.104, 24.3))
        let text = Self.square(place.x, place.y)
        #expect(names(try noted(text, .gcj02).alone.closedArcs()) == ["a>b", "b>a"])
        // Some 500 m off, it lies beside the road.
        #expect(try noted(text).alone.areIdle)
        #expect(try noted(text, .gcj02).alone.rings().count == 1)
    }

    @Test func `the areas to draw are those that close roads at the time`() throws {
        let feature =
            "{\"type\":\"Feature\",\"properties\":{\"from_time\":\"1 h\"},\"geometry\":\(Self.square(116.104, 24.3))}"
        let closures = try read(feature)
        #expect(closures.rings(at: .elapsed(0)).isEmpty && closures.rings(at: .elapsed(3_600_000)).count == 1)
    }

    @Test func `a square of many roads is closed road by road without looking at all of them each time`() throws {
        let count = 20_000
        let nodes = (0...count).map { _ in RoadNode(longitude: 116.1, latitude: 24.3) }
        let arcs = (1...count).map { index in
            RoadArc(from: RoadNodeID(0), to: RoadNodeID(index), length: 1, roadClass: .street)
        }
        let map = RoadMap(network: RoadNetwork(nodes: nodes, arcs: arcs), nodeNames: nodes.indices.map { "\($0)" })
        let text = "from,to\n" + (1...count).map { "0,\($0)\n" }.joined()
        let closures = try ClosureReader.read(Array(text.utf8), path: "c", map: map, datum: .wgs84).alone
        #expect(closures.closedArcs().count == count)
    }

    @Test func `areas that close roads under another datum are told so`() throws {
        let place = Datum.gcj02.fromWGS84(SIMD2(116.104, 24.3))
        let warnings = try noted(Self.square(place.x, place.y)).notes.warnings.map(\.en)
        #expect(
            warnings == ["closes no road", "areas that touch no road and would if read as GCJ-02: 1 (--datum gcj02)"])
        // One of two areas touches a road as the file is read, so the file is read as it was meant.
        let two =
            "{\"type\":\"GeometryCollection\",\"geometries\":[\(Self.square(place.x, place.y)),\(Self.square(116.104, 24.3))]}"
        #expect(try noted(two).notes.warnings.isEmpty)
        let baidu = Datum.bd09.fromWGS84(SIMD2(116.104, 24.3))
        #expect(try noted(Self.square(baidu.x, baidu.y), .gcj02).notes.warnings[1].zh.contains("（--datum bd09）"))
    }

    @Test func `what is no table and no GeoJSON is read as what its name says`() {
        for (text, path) in [("[1]", "c"), ("null", "c.json"), ("null", "c.GEOJSON"), ("[1]", "c.csv")] {
            let said = faults { _ = try ClosureReader.read(Array(text.utf8), path: path, map: map, datum: .wgs84) }
            #expect(said.contains("this is no GeoJSON object"), "\(said)")
        }
    }

    @Test func `a row that stands twice and properties nobody reads are told`() throws {
        let twice = try noted("from,to,from_time\na,b,1 h\nb,c,\na,b,1 h\na,b,2 h\n").notes
        #expect(twice.warnings.map(\.en) == ["1 row stands there twice: line 4"])
        let area = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}"
        let file = "{\"type\":\"Feature\",\"properties\":{\"weight\":\"x\"},\"geometry\":\(area)}"
        #expect(try noted(file).notes.dropped.names(of: .property) == ["weight"])
    }

    @Test func `a fraction finer than a millisecond is named`() {
        #expect(
            faults { _ = try read("from,to,from_time\na,b,2024-06-16T15:00:00.123456+08:00\n") }.contains(
                "three decimals of a second at most, which are milliseconds, such as \"2024-06-16T15:00:00.123+08:00\"")
        )
    }
}
