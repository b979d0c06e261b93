import DenseTables
import Foundation
import RoadNetwork
import Testing
import Words
import WrittenFiles

@testable import MapFiles

@Suite struct OSMReaderTests {
    private func complaint(_ text: String) -> String { faults { _ = try OSMText.read(text) } }

    @Test func `bends become length and crossings stay nodes`() throws {
        let map = try OSMText.read(
            OSMText.file(
                nodes: [1, 2, 3, 4, 9],
                OSMText.way(1, [1, 2, 3], "highway=residential", "name=中山路")
                    + OSMText.way(2, [3, 4], "highway=primary", "bridge=yes")))
        #expect(map.arcTexts == ["1>3", "3>1", "3>4", "4>3"])
        let street = try #require(map.arc("1", "3"))
        #expect(abs(street.length - 200.15) < 0.1 && street.roadClass == .street)
        #expect(street.name.map { map.network.names[Int($0)] } == "中山路")
        #expect(map.arc("3", "4")?.isBridge == true && map.arc("3", "4")?.roadClass == .arterial)
        #expect(map.componentCount == 1)
    }

    @Test func `ways may stand before their nodes`() throws {
        let ordered = OSMText.file(nodes: [1, 2, 3], OSMText.way(1, [1, 2, 3], "highway=residential"))
        let nodes = ordered.split(separator: "\n").filter { $0.hasPrefix("<node") }.joined()
        let mixed = "<osm>" + OSMText.way(1, [1, 2, 3], "highway=residential") + nodes + "</osm>"
        #expect(try OSMText.read(mixed).network.arcs == OSMText.read(ordered).network.arcs)
    }

    @Test func `long stretches keep some bends`() throws {
        let map = try OSMText.read(
            OSMText.file(nodes: Array(1...11), OSMText.way(1, Array(1...11), "highway=residential")))
        #expect(map.arcTexts.contains("1>3") && map.network.arcs.allSatisfy { $0.length < 250 })
        #expect(abs(map.network.arcs.reduce(0) { $0 + $1.length } - 2 * 1000.75) < 1)
    }

    @Test func `a loop keeps a bend, and a node named twice in a row is one`() throws {
        let map = try OSMText.read(
            OSMText.file(
                nodes: [1, 2, 3, 4], OSMText.way(1, [1, 1, 2, 3, 1], "highway=residential", "oneway=yes")))
        #expect(map.network.arcs.allSatisfy { $0.from != $0.to })
        let cars = map.network.arcs.filter { $0.access.contains(.car) }
        #expect(cars.count == 2 && cars.allSatisfy { $0.length > 100 })
    }

    @Test func `what cannot be used is counted by reason`() throws {
        let noted = try OSMText.noted(
            OSMText.file(
                nodes: [1, 2, 3],
                OSMText.way(1, [1, 2], "highway=construction") + OSMText.way(2, [1, 2], "route=ferry")
                    + OSMText.way(3, [1, 2], "highway=residential", "access=private")
                    + OSMText.way(4, [1, 2], "highway=nonsense") + OSMText.way(5, [1, 2], "building=yes")
                    + OSMText.way(6, [1, 77, 2, 3], "highway=residential", "maxspeed=CN:urban")
                    + OSMText.way(7, [88, 3], "highway=residential") + OSMText.way(8, [1, 2], "highway=busway")
                    + "<way id='9' action='delete'><nd ref='1'/></way>"
                    + "<relation id='1'><member type='way' ref='6' role='from'/><tag k='type' v='restriction'/></relation>"
            ))
        let map = noted.alone
        #expect(map.arcTexts == ["1>2", "2>1", "2>3", "3>2"])
        #expect(map.arc("1", "2")?.access == TravelModeSet(.boat))
        let counts = Dictionary(uniqueKeysWithValues: noted.notes.dropped.all.map { ($0.reason, $0.count) })
        let expected: [DropReason: Int] = [
            .notOpen: 1, .ferry: 1, .closedToAll: 1, .unknownClass: 1, .missingNode: 2, .tooShort: 1, .otherUse: 1,
            .deleted: 1, .turnRestriction: 1, .speedInWords: 1,
        ]
        #expect(counts == expected)
    }

    @Test func `cars do not pass a bollard, everybody else does, and lift gates open`() throws {
        let text = { (barrier: String) in
            OSMText.file(
                nodes: [1, 2, 3], OSMText.way(1, [1, 2, 3], "highway=residential"),
                tags: [2: "<tag k='barrier' v='\(barrier)'/>"])
        }
        func minutes(_ map: RoadMap, _ mode: TravelMode) throws -> UInt32 {
            let nodes = map.nodesByName()
            let metric = RoadMetric(network: map.network, speeds: .usual, mode: mode)
            return DijkstraTravelTimes(network: map.network, metric: metric)
                .milliseconds(from: try #require(nodes["1"]), to: try #require(nodes["3"]))
        }
        let stopped = try OSMText.read(text("bollard"))
        #expect(stopped.nodeNames == ["1", "2", "2#2", "3"])
        #expect(try minutes(stopped, .car) == TravelTimeTable.unreachable)
        #expect(try minutes(stopped, .walk) < TravelTimeTable.unreachable)
        let open = try OSMText.read(text("lift_gate"))
        #expect(try open.nodeNames == ["1", "3"] && minutes(open, .car) < TravelTimeTable.unreachable)
    }

    private func seconds(_ map: RoadMap, _ mode: TravelMode) throws -> UInt32 {
        let nodes = map.nodesByName()
        let metric = RoadMetric(network: map.network, speeds: .usual, mode: mode)
        return DijkstraTravelTimes(network: map.network, metric: metric)
            .milliseconds(from: try #require(nodes["1"]), to: try #require(nodes["3"])) / 1000
    }

    @Test func `a gate for emergencies lets a team's cars through and nobody else's`() throws {
        let text = OSMText.file(
            nodes: [1, 2, 3], OSMText.way(1, [1, 2, 3], "highway=residential"),
            tags: [2: "<tag k='barrier' v='gate'/><tag k='emergency' v='yes'/>"])
        let map = try OSMText.read(text)
        #expect(try seconds(map, .car) == TravelTimeTable.unreachable / 1000)
        #expect(try seconds(map.forEmergencies(), .car) == 25 && seconds(map, .walk) == 166)
        let locked = try OSMText.read(text.replacingOccurrences(of: "<tag k='emergency' v='yes'/>", with: ""))
        #expect(try seconds(locked.forEmergencies(), .car) == TravelTimeTable.unreachable / 1000)
        let open = try OSMText.read(
            text.replacingOccurrences(of: "k='emergency' v='yes'", with: "k='access' v='permissive'"))
        #expect(try seconds(open, .car) == 25)
    }

    @Test func `boats go on rivers as far as the next weir, and cars do not`() throws {
        let river = OSMText.way(1, [1, 2, 3], "waterway=river")
        let map = try OSMText.read(OSMText.file(nodes: [1, 2, 3], river))
        // 200 m at 10 km/h.
        #expect(try seconds(map, .boat) == 72 && seconds(map, .car) == TravelTimeTable.unreachable / 1000)
        let weir = try OSMText.read(OSMText.file(nodes: [1, 2, 3], river, tags: [2: "<tag k='waterway' v='weir'/>"]))
        #expect(try seconds(weir, .boat) == TravelTimeTable.unreachable / 1000)
        #expect(weir.network.arcCount == 4 && weir.nodeNames == ["1", "2", "2#2", "3"])
    }

    @Test func `a road over the antimeridian is as long as it is`() throws {
        let text = """
            <osm><node id='1' lat='-16.8' lon='179.999'/><node id='2' lat='-16.8' lon='-179.999'/>
            \(OSMText.way(1, [1, 2], "highway=residential"))</osm>
            """
        let map = try OSMText.read(text)
        #expect(map.network.arcs.allSatisfy { abs($0.length - 212.9) < 0.1 })
        var reader = PointReader(map: map, finder: RoadAccessFinder(map.network, mode: .car))
        let points = try reader.read(
            Array("id,lon,lat\nE,-179.9995,-16.8\nW,179.9995,-16.8\n".utf8), path: "p", use: .site, datum: .wgs84
        ).alone
        // Each joins the road a quarter of its way from the nearer end.
        let shares = points.map { point -> Double in
            if case .between(_, _, let share) = point.access.join { share } else { -1 }
        }
        #expect(abs(shares[0] - 0.75) < 1e-6 && abs(shares[1] - 0.25) < 1e-6)
    }

    @Test func `a download that was cut short is a fault unless that is accepted`() throws {
        let remark = "<remark> runtime error: Query timed out in \"query\" at line 3 after 26 seconds. </remark>"
        let text = OSMText.file(nodes: [1, 2], OSMText.way(1, [1, 2], "highway=path") + remark)
        let said = complaint(text)
        #expect(said.split(separator: "\n").count == 1)
        #expect(
            said.hasPrefix(
                "x.osm:6:80: the file is incomplete; the file says of itself: runtime error: Query timed out")
        )
        #expect(said.hasSuffix("after 26 seconds, expected a whole download, or import osm with --accept-incomplete"))
        let accepted = try OSMText.noted(text, acceptsIncomplete: true)
        #expect(accepted.alone.network.arcCount == 2 && accepted.notes.warnings.count == 1)
        #expect(accepted.notes.warnings[0].en.hasPrefix("the file says of itself: runtime error"))
        let hidden = "<remark><![CDATA[out of memory]]></remark>"
        #expect(complaint(OSMText.file(nodes: [1, 2], hidden)).contains("says of itself: out of memory"))
        #expect(try OSMText.noted("<osm/>").notes.warnings.map(\.en) == ["there is no road in the file"])
        let path = OSMText.way(1, [1, 2], "highway=path")
        let kind = try OSMText.noted(OSMText.file(nodes: [1, 2], path + "<remark>with greetings</remark><remark/>"))
        #expect(kind.notes.warnings.map(\.en) == ["the file says of itself: with greetings"])
        #expect(complaint("<osm><changeset><remark>error</remark></changeset></osm>").isEmpty)
    }

    @Test(arguments: [
        ("<osm><node id='1' lat='91' lon='0'/></osm>", "1:24: lat \"91\" is no usable coordinate"),
        ("<osm><node id='1' lat='NaN' lon='0'/></osm>", "1:24: lat \"NaN\" is no usable coordinate"),
        ("<osm><node id='1' lat='1' lon='-180.1'/></osm>", "1:32: lon \"-180.1\" is no usable coordinate"),
        ("<osm><node id='x' lat='1' lon='1'/></osm>", "1:16: \"x\" is no id"),
        ("<osm><node lat='1' lon='1'/></osm>", "1:6: the attribute id is missing"),
        ("<osm><way id='1'><nd/></way></osm>", "1:18: the attribute ref is missing"),
        ("<osm><way id='1'><tag k='a'/></way></osm>", "1:18: the attribute k, v is missing"),
        ("<osm><nd ref='1'/></osm>", "1:6: <nd> cannot stand here"),
        ("<osm><way id='1'><node id='1'/></way></osm>", "1:18: <node> cannot stand here"),
        ("<osmChange/>", "1:1: the root element is <osmChange>"),
        ("<osm><way id='1'><nd ref='1'/><tag k='highway' v='path'/></way></osm>", ""),
    ])
    func `faults of a file have line and column`(text: String, expected: String) {
        let said = complaint(text)
        #expect(expected.isEmpty ? said.isEmpty : said.hasPrefix("x.osm:" + expected), "\(said)")
    }

    @Test func `all faults are listed at once, and an object that stands twice is one`() {
        let said = complaint(
            OSMText.file(
                nodes: [1, 2, 2],
                OSMText.way(1, [1, 2], "highway=path") + OSMText.way(1, [1, 2], "highway=path")
                    + "<node id='5' lat='a' lon='b'/>\n<node id='6' lat='1'/>\n"))
        #expect(said.split(separator: "\n").count == 5, "\(said)")
        #expect(said.contains("x.osm:5:1: node 2 stands twice") && said.contains("x.osm:7:1: way 1 stands twice"))
    }

    /// Files made to do harm, each of which must end in a fault at once.
    static let hostile: [(name: String, text: String)] = {
        let laughs = (1...9).map { level in
            "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
        }
        let good = OSMText.file(nodes: [1, 2], OSMText.way(1, [1, 2], "highway=path"))
        return [
            ("billion laughs", "<!DOCTYPE osm [<!ENTITY l0 \"lol\">\(laughs.joined())]><osm><node id='&l9;'/></osm>"),
            ("external entity", "<!DOCTYPE osm [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><osm>&x;</osm>"),
            ("external subset", "<!DOCTYPE osm SYSTEM \"http://example.com/x.dtd\"><osm/>"),
            ("deep", "<osm>" + String(repeating: "<a>", count: 50_000)),
            ("huge attribute", "<osm><node id='" + String(repeating: "9", count: 20_000_000) + "'/></osm>"),
            ("huge way", "<osm><way id='1'>" + String(repeating: "<nd ref='1'/>", count: 300_000)),
            ("huge attribute without end", "<osm><node id='" + String(repeating: "9", count: 20_000_000)),
            ("binary", String(decoding: (0..<40_000).map { UInt8($0 % 256) }, as: UTF8.self)),
            ("truncated", String(good.dropLast(30))),
            ("other format", "{\"type\": \"FeatureCollection\"}"),
        ]
    }()

    @Test(.timeLimit(.minutes(1)), arguments: hostile.indices) func `hostile files end in a fault`(index: Int) {
        let (name, text) = Self.hostile[index]
        let said = complaint(text)
        #expect(said.hasPrefix("x.osm:"), "\(name): \(said)")
    }

    @Test func `every truncation of a file ends in a fault or in nothing lost`() throws {
        let whole = Array(OSMText.file(nodes: [1, 2, 3], OSMText.way(1, [1, 2, 3], "highway=path")).utf8)
        for length in 0..<(whole.count - 1) {
            #expect(throws: FaultList.self) {
                try OSMReader.read(.bytes(Array(whole[..<length]), name: "x.osm"))
            }
        }
    }

    @Test func `an error, or text where none belongs, means that the file is incomplete`() throws {
        let path = OSMText.way(1, [1, 2], "highway=path")
        for (rest, said) in [
            (
                "<error>The server is probably too busy</error>",
                "the file says of itself: The server is probably too busy"
            ),
            ("<error/>", "the file says of itself: <error>"),
            ("Gateway Timeout", "there is text in <osm>: \"Gateway Timeout\""),
            ("<![CDATA[busy]]>", "there is text in <osm>: \"busy\""),
        ] {
            let text = OSMText.file(nodes: [1, 2], path + rest)
            #expect(
                complaint(text).contains("the file is incomplete; \(said), expected a whole download"),
                "\(complaint(text))")
            let noted = try OSMText.noted(text, acceptsIncomplete: true)
            #expect(noted.notes.warnings.map(\.en) == [said] && noted.alone.network.arcCount == 2)
        }
        let inside = OSMText.file(nodes: [1, 2], path.replacingOccurrences(of: "<nd", with: "\n x <nd"))
        #expect(complaint(inside).contains("x.osm:6:2: the file is incomplete; there is text in <way>: \"x\""))
    }

    @Test func `elements of another format are counted by name, and ours are not`() throws {
        let way = OSMText.way(1, [1, 2], "highway=path").replacingOccurrences(
            of: "</way>", with: "<center lat='0' lon='0'/><photo/></way>")
        let noted = try OSMText.noted(
            OSMText.file(
                nodes: [1, 2],
                "<bounds minlat='0'/><note>words</note><meta osm_base='x'/>" + way
                    + "<area id='1'><tag k='a' v='b'/></area><relation id='1'><member type='way' ref='1'/></relation>"))
        #expect(noted.notes.dropped.names(of: .element) == ["<photo>", "<area>"])
        #expect(noted.notes.dropped.all.count == 1 && noted.notes.warnings.isEmpty)
    }

    @Test func `values of direction that nobody knows are counted, and so are slips of keys`() throws {
        let noted = try OSMText.noted(
            OSMText.file(
                nodes: [1, 2, 3],
                OSMText.way(1, [1, 2], "highway=residential", "oneway=Yes", "motorroad=maybe")
                    + OSMText.way(2, [2, 3], "Highway=residential", "oneway=yes")
                    + OSMText.way(3, [2, 3], "waterway=river", "oneway=with the stream")
                    + OSMText.way(4, [2, 3], "highway=residential", "highway=motorway")))
        let dropped = noted.notes.dropped
        #expect(
            dropped.names(of: .unknownValue) == ["oneway=Yes", "motorroad=maybe", "oneway=with the stream"])
        #expect(dropped.names(of: .keyCase) == ["Highway"] && dropped.names(of: .tagTwice) == ["highway"])
    }

    @Test func `a gate that nobody on foot passes parts the walkers too`() throws {
        let map = try OSMText.read(
            OSMText.file(
                nodes: [1, 2, 3], OSMText.way(1, [1, 2, 3], "highway=residential"),
                tags: [2: "<tag k='barrier' v='lift_gate'/><tag k='access' v='private'/><tag k='bicycle' v='yes'/>"]))
        #expect(map.nodeNames.contains("2#2"))
        let link = try #require(map.arc("2", "2#2") ?? map.arc("2#2", "2"))
        #expect(link.access == [TravelModeSet(.eBike), TravelModeSet(.boat)])
    }
}
