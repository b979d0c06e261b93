import DenseTables
import Foundation
import Results
import RoadNetwork
import Testing
import Words
import WrittenFiles

@testable import MapFiles

/// Whatever `import` writes, our own readers read back as it was; what they would not is refused before it is written.
@Suite struct ImportRoundTripTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
        }
    }

    private func expectSame(_ map: RoadMap) throws {
        let again = try NetworkFile.read(NetworkFile.bytes(of: map), path: "n")
        #expect(NetworkFile.bytes(of: again) == NetworkFile.bytes(of: map))
        #expect(again.nodeNames == map.nodeNames && again.network.names == map.network.names)
        #expect(again.network.nodes == map.network.nodes && again.network.arcs == map.network.arcs)
    }

    @Test func `networks of every kind, under any name`() throws {
        let gate = "<tag k='barrier' v='gate'/><tag k='emergency' v='yes'/>"
        let roads = [
            OSMText.way(1, [1, 2, 3], "highway=motorway", "maxspeed=30 mph", "name=a\tb\\c", "bridge=yes"),
            OSMText.way(2, [3, 4], "highway=path"), OSMText.way(3, [4, 1], "route=ferry"),
        ]
        try expectSame(OSMText.read(OSMText.file(nodes: [1, 2, 3, 4], roads.joined(), tags: [3: gate])))
        let folder = try TestFolder()
        try folder.write(
            "id,lon,lat,elevation_m\n\"a,\"\"b\",-180,-90,-12000\n东 门,180,90,10000\nc,1e-7,0,\n", to: "nodes.csv")
        try folder.write(
            "from,to,length_m,seconds,class,speed_kmh,bridge,name\n\"a,\"\"b\",东 门,1e7,4294967,,,yes,\"x\ny\"\n东 门,c,0.001,,path,,no,\nc,c,0,,,0.1,,桥\n",
            to: "arcs.csv")
        let map = try MapFiles.roadFolder(at: folder.path).alone
        try expectSame(map)
        // Whatever it is called, a network file is one.
        for name in ["zz.csv", "zz.CSV", "zz.osm", "zz.json", "zz"] {
            let path = folder.path + "/" + name
            try Data(NetworkFile.bytes(of: map)).write(to: URL(filePath: path))
            #expect(try MapFiles.network(at: path).alone.network.arcs == map.network.arcs)
        }
        let jemss = try TestFolder()
        try jemss.write("nodes\nindex,x,y\n1,174.7,-36.8\n2,174.8,-36.7\n", to: "nodes.csv")
        try jemss.write(
            "miscData\narcForm,numModes\nundirected,1\n\narcs\nindex,fromNode,toNode,mode_1\n1,1,2,49\n", to: "arcs.csv"
        )
        try expectSame(MapFiles.jemss(at: jemss.path).alone.map)
    }

    @Test func `facilities of JEMSS, of one set of stations`() throws {
        let folder = try TestFolder()
        try folder.write("nodes\nindex,x,y\n1,174.7,-36.8\n", to: "nodes.csv")
        try folder.write(
            "miscData\narcForm,numModes\ndirected,1\n\narcs\nindex,fromNode,toNode,mode_1\n", to: "arcs.csv")
        try folder.write("stations\nindex,x,y,name\n1,174.9,-36.9,\"St John, \"\"Botany\"\"\"\n", to: "stations.CSV")
        let data = try MapFiles.jemss(at: folder.path).alone
        let places = try PlaceListReader(known: nil).read(data.facilityTable(), path: "t", use: .demand, datum: .wgs84)
        let name = LocalizedText("St John, \"Botany\"")
        #expect(places.alone == [ListedPlace(id: "station-1", name: name, place: SIMD2(174.9, -36.9))])
        try folder.write("stations\nindex,x,y\n1,174.8,-36.9\n", to: "stations_2.csv")
        let twice = try MapFiles.jemss(at: folder.path).alone
        #expect(
            faults { _ = try twice.facilityTable() }.contains(
                "stations_2.csv:3:1: the id station-1 stands twice, also at")
        )
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func `features, as GeoJSON and as a table`(seed: UInt64) throws {
        var dice = Dice(state: seed)
        func text(_ pool: [String]) -> String { pool.randomElement(using: &dice) ?? "" }
        let areas = Bool.random(using: &dice)
        let features = (0..<Int.random(in: 1...4, using: &dice)).map { _ -> String in
            func degrees() -> Double { Double(Int64.random(in: -89_000_000_000...89_000_000_000, using: &dice)) / 1e9 }
            let (x, y) = (degrees(), degrees())
            let ring = "[[[\(x),\(y)],[\(x + 0.1),\(y)],[\(x),\(y + 0.01)],[\(x),\(y)]]]"
            let geometry = text(
                areas
                    ? ["{\"type\":\"Polygon\",\"coordinates\":\(ring)}"]
                    : [
                        "{\"type\":\"Point\",\"coordinates\":[\(x),\(y)]}",
                        "{\"type\":\"Polygon\",\"coordinates\":\(ring)}",
                        "{\"type\":\"MultiPoint\",\"coordinates\":[[\(x),\(y)],[\(y),\(x)]]}", "null",
                        "{\"type\":\"LineString\",\"coordinates\":[[\(x),\(y)],[\(y),\(x)]]}",
                    ])
            let properties = [
                text(["", "", "\"id\":\"z\"", "\"id\":2", "\"id\":\"q\\\"\\\\,\"", "\"id\":\"z \"", "\"id\":\"\""]),
                text(["", "\"name\":\"z\"", "\"name\":\"东\\n门\"", "\"name\":\"y\"", "\"name\":\"x\\u0000\""]),
                text(["", "\"weight\":1e12", "\"weight\":0.1", "\"weight\":null", "\"weight\":0"]),
                text([
                    "", "", "\"from_time\":\"1 h\"", "\"from_time\":\"2024-06-16T15:00+08:00\"",
                    "\"from_time\":\"3 h\"",
                ]),
                text(["", "", "\"until_time\":\"2 h\"", "\"until_time\":\"2024-06-16T16:00+08:00\""]),
            ].filter { !$0.isEmpty }
            return
                "{\"type\":\"Feature\",\"id\":\(text(["1", "\"z\"", "null"])),\"properties\":{\(properties.joined(separator: ","))},\"geometry\":\(geometry)}"
        }
        let file = "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
        guard
            let read = try? GeoJSONReader.read(
                Array(file.utf8), path: "x", wanted: MapFeatures.optional
            ).placed().alone
        else { return }
        func isReplaced(_ bytes: [UInt8], _ replacing: Outputs.Replacing) -> Bool {
            guard case .files(_, _, let isOne) = replacing else { return false }
            return isOne(bytes)
        }
        if let written = try? read.geoJSON() {
            #expect(isReplaced(written.alone, MapFeatures.replacing))
            let again = try GeoJSONReader.read(written.alone, path: "y", wanted: MapFeatures.optional).placed()
            #expect(again.notes.dropped.all.isEmpty)
            func told(_ features: MapFeatures) -> [String] {
                features.features.map {
                    "\($0.identifier)|\($0.name ?? "")|\($0.weight ?? -1)|\($0.from as Any)|\($0.until as Any)"
                }
            }
            #expect(told(again.alone) == told(read))
            #expect(again.alone.positions == read.positions.map { ($0 * 1e7).rounded(.toNearestOrAwayFromZero) / 1e7 })
            if read.counts.points == 0, !read.features.isEmpty {
                let map = RoadMap(network: RoadNetwork(nodes: [], arcs: []), nodeNames: [])
                #expect(
                    try ClosureReader.read(written.alone, path: "y", map: map, datum: .wgs84).alone.closures.count
                        == read.features.count)
            }
            if read.counts.points > 0 || written.notes.warnings.isEmpty {
                try expectPlaces(written, "y.json", read)
            }
        }
        if let written = try? read.csv() {
            #expect(isReplaced(written.alone, MapFeatures.replacingTable))
            try expectPlaces(written, "y.csv", read)
        }
    }

    private func expectPlaces(_ written: Noted<[UInt8]>, _ path: String, _ features: MapFeatures) throws {
        // Some features with a weight and some without are a warning, and then sites.
        let uses: [PlaceUse] = written.notes.warnings.isEmpty ? [.site, .demand] : [.site]
        for use in uses {
            let places = try PlaceListReader(known: nil).read(written.alone, path: path, use: use, datum: .wgs84)
            #expect(places.alone.map(\.id) == features.features.map(\.identifier))
            #expect(places.alone.map(\.weight) == features.features.map { $0.weight ?? 1 })
            // Places have no times, which is said.
            #expect(places.notes.dropped.all.allSatisfy { $0.reason == .property })
            let left = places.notes.dropped.names(of: .property)
            #expect(Set(left).isSubset(of: ["from_time", "until_time"]))
        }
    }

    @Test func `what no reader would take is refused, with its place`() throws {
        func read(_ properties: [String], _ geometry: String) throws -> MapFeatures {
            let features = properties.map { "{\"type\":\"Feature\",\"properties\":{\($0)},\n\"geometry\":\(geometry)}" }
            return try GeoJSONReader.read(
                Array("{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}".utf8),
                path: "x", wanted: MapFeatures.optional
            ).placed().alone
        }
        let point = "{\"type\":\"Point\",\"coordinates\":[1,2]}"
        let area = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}"
        #expect(
            faults { _ = try read(["\"from_time\":\"2 h\",\"until_time\":\"1 h\""], area) }.contains(
                "the closure ends before it begins"))
        #expect(
            faults { _ = try read(["\"from_time\":\"2 h\"", "\"from_time\":\"2024-06-16T15:00+08:00\""], area) }
                .contains(
                    "the file mixes dates"))
        let twice = ["\"id\":\"z\"", "\"name\":\"z\""]
        #expect(faults { _ = try read(twice, point).geoJSON() }.contains("goes by \"z\", and so does another"))
        #expect(try read(twice, area).geoJSON().notes.warnings[0].en.contains("good for closures"))
        #expect(
            faults { _ = try read(["\"name\":\"\\u0000x\""], point).csv() }.contains("the name holds the character NUL")
        )
        #expect(faults { _ = try read(["\"id\":\"z \""], point).csv() }.contains("x:2:12: the id \"z \" has a blank"))
        for (written, meant) in [("population", "weight"), ("start_time", "from_time"), ("From_time", "from_time")] {
            #expect(
                faults { _ = try read(["\"\(written)\":100"], point) }.contains(
                    "there is no property \"\(written)\", did you mean \"\(meant)\""))
        }
        #expect(try read(["\"weight\":1", ""], point).csv().notes.warnings[0].en.hasPrefix("1 feature has no weight"))
    }
}
