import RoadNetwork
import Testing
import Words
import WrittenFiles

@testable import MapFiles

/// Files with a few bytes changed, cut out or doubled: whatever they have become, reading ends in a map or in faults.
@Suite struct DamagedFilesTests {
    /// A source of numbers that is the same in every run.
    private struct Dice {
        var state: UInt64

        mutating func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(limit, 1)))
        }
    }

    private static func damage(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        let special = Array("<>&\"'/,.-e0919\n\r\t[]{}:;#=\u{0}".utf8) + [0xFF, 0xC3]
        for _ in 0...dice.next(below: 3) where !bytes.isEmpty {
            let place = dice.next(below: bytes.count)
            switch dice.next(below: 4) {
            case 0: bytes[place] = special[dice.next(below: special.count)]
            case 1: bytes.insert(special[dice.next(below: special.count)], at: place)
            case 2: bytes.removeSubrange(place..<min(place + dice.next(below: 12), bytes.count))
            default: bytes.insert(contentsOf: bytes[place..<min(place + dice.next(below: 40), bytes.count)], at: place)
            }
        }
        return bytes
    }

    private static let osm = OSMText.file(
        nodes: [1, 2, 3, 4],
        OSMText.way(1, [1, 2, 3, 1], "highway=residential", "name=A &amp; B", "maxspeed=30 mph")
            + OSMText.way(2, [3, 4], "highway=primary", "oneway=-1"), tags: [2: "<tag k='barrier' v='gate'/>"])
    private static let geoJSON = """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":1,"weight":2.5,"from_time":"1 h"},
        "geometry":{"type":"Polygon","coordinates":[[[116.1,24.2],[116.2,24.2],[116.2,24.4],[116.1,24.2]]]}},
        {"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[116.11,24.3]}}]}
        """
    private static let nodes = "id,lon,lat,elevation_m\na,116.1,24.3,80\n\"b,1\",116.2,24.3,\n"
    private static let arcs = "from,to,length_m,seconds,class,bridge\na,\"b,1\",10,5.5,,yes\n\"b,1\",a,10,,lane,\n"
    private static let closures = "from,to,from_time,until_time\na,b,1 h,2 h\nb,c,2024-06-16T15:00+08:00,\n"
    private static let points = "id,lon,lat,weight\nx,116.1,24.301,2.5\ny,116.13,24.3,\n"
    private static let jemss =
        "miscData,,\narcForm,numModes,\ndirected,2,\n,\narcs,,\nindex,fromNode,toNode,mode_1\n1,1,2,0.1\n"

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `reading always ends in a map or in faults`(seed: UInt64) {
        var dice = Dice(state: seed)
        var (read, refused) = (0, 0)
        func attempt(_ text: String, _ body: ([UInt8]) throws -> Void) {
            do {
                try body(Self.damage(Array(text.utf8), &dice))
                read += 1
            } catch let list as FaultList {
                #expect(!list.isEmpty && !list.text.zh.isEmpty)
                refused += 1
            } catch {
                Issue.record("another error: \(error)")
            }
        }
        let map = MapPointTests.map
        let finder = RoadAccessFinder(map.network, mode: .car)
        for _ in 0..<250 {
            attempt(Self.osm) { _ = try OSMReader.read(.bytes($0, name: "x")) }
            attempt(Self.geoJSON) { bytes in
                let features = try GeoJSONReader.read(bytes, path: "x", datum: .bd09)
                _ = try? features.checkFit(to: map, read: .bd09)
                _ = try features.geoJSON().alone.count + features.csv().alone.count
            }
            attempt(Self.geoJSON) { _ = try ClosureReader.read($0, path: "x", map: map, datum: .gcj02) }
            attempt(Self.closures) { _ = try ClosureReader.read($0, path: "x", map: map, datum: .wgs84) }
            attempt(Self.nodes) {
                _ = try RoadFolder.read(nodes: $0, "n", arcs: Array(Self.arcs.utf8), "a")
            }
            attempt(Self.arcs) {
                _ = try RoadFolder.read(nodes: Array(Self.nodes.utf8), "n", arcs: $0, "a")
            }
            attempt(Self.points) { bytes in
                var reader = PointReader(map: map, finder: finder)
                _ = try reader.read(bytes, path: "p", use: .demand, datum: .gcj02)
            }
            attempt(Self.jemss) { _ = try JEMSSTables($0, path: "j") }
            attempt(String(decoding: NetworkFile.bytes(of: map), as: UTF8.self)) {
                _ = try NetworkFile.read($0, path: "x")
            }
        }
        #expect(read > 100 && refused > 100)
    }

    @Test func `no reader of ids takes them`() throws {
        let map = try OSMText.read(OSMText.file(nodes: [1, 2], OSMText.way(1, [1, 2], "highway=primary")))
        let said = [
            faults {
                _ = try PlaceListReader(known: nil).read(
                    Array("id,lon,lat\nh ,1,2\nh,1,2\n".utf8), path: "p", use: .site, datum: .wgs84)
            },
            faults {
                _ = try PlaceListReader(known: nil).read(
                    Array(
                        "{\"type\":\"Feature\",\"properties\":{\"id\":\"h\\u0000\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}"
                            .utf8), path: "p", use: .site, datum: .wgs84)
            },
            faults { _ = try TimeMatrix.read(Array(",a \nb,1\n".utf8), path: "p") },
            faults { _ = try ClosureReader.read(Array("from,to\n1 ,2\n".utf8), path: "p", map: map, datum: .wgs84) },
            faults {
                _ = try RoadFolder.read(
                    nodes: Array("id,lon,lat\na\u{200B},1,2\n".utf8), "p", arcs: Array("from,to,length_m,class\n".utf8),
                    "q")
            },
        ]
        for text in said { #expect(text.split(separator: "\n").count == 1 && text.contains("the id "), "\(text)") }
        #expect(
            said[0].hasPrefix("p:2:1: the id \"h \" has a blank at its end or beginning, expected text without blanks"))
    }
}
