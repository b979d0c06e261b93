import Foundation
import Testing
import WrittenFiles

@testable import MapFiles

@Suite struct GeoJSONReaderTests {
    private func read(_ text: String, _ datum: Datum = .wgs84) throws -> MapFeatures {
        try GeoJSONReader.read(Array(text.utf8), path: "x.geojson", datum: datum)
    }

    private static let square = "[[[0,0],[2,0],[2,2],[0,2],[0,0]],[[0,0],[1,0],[1,1],[0,1],[0,0]]]"

    @Test func `collections, features and geometries are read with their properties`() throws {
        let text = """
            { "type": "FeatureCollection", "features": [
              { "type": "Feature", "id": 7, "properties": { "name": "站", "weight": 3 },
                "geometry": { "type": "Point", "coordinates": [116.1, 24.3, 80] } },
              { "type": "Feature", "properties": null, "geometry": null },
              { "type": "Feature", "properties": { "id": "a" },
                "geometry": { "type": "LineString", "coordinates": [[0, 0], [1, 1]] } },
              { "type": "Feature", "properties": { "id": "b" },
                "geometry": { "type": "Polygon", "coordinates": \(Self.square) } } ] }
            """
        let noted = try self.read(text).placed()
        let read = noted.alone
        #expect(read.features.map(\.id) == ["7", "b"])
        #expect(read.features[0].name == "站" && read.features[0].weight == 3)
        #expect(read.features[0].shape == .points([SIMD2(116.1, 24.3)]))
        #expect(noted.notes.dropped[.noGeometry] == 1 && noted.notes.dropped[.line] == 1)
        #expect(noted.notes.dropped[.altitude] == 1)
        #expect(try self.read("{\"type\":\"Polygon\",\"coordinates\":\(Self.square)}").features.count == 1)
    }

    @Test func `a hole is taken off the middle and off the inside`() throws {
        let read = try read("{\"type\":\"MultiPolygon\",\"coordinates\":[\(Self.square)]}")
        let middle = try #require(read.features[0].shape.middle)
        // Four squares of one less the one at the origin.
        let distance = abs(middle.x - 3.5 / 3) + abs(middle.y - 3.5 / 3)
        #expect(distance < 1e-12)
        guard case .polygons(let polygons) = read.features[0].shape else { return }
        #expect(polygons[0].contains(SIMD2(1.5, 1.5)) && !polygons[0].contains(SIMD2(0.5, 0.5)))
        #expect(!polygons[0].contains(SIMD2(3, 1)))
    }

    @Test func `a line touches a polygon at its edge, inside and right across, and not in its hole`() throws {
        let read = try read("{\"type\":\"Polygon\",\"coordinates\":\(Self.square)}")
        guard case .polygons(let polygons) = read.features[0].shape else { return }
        let polygon = polygons[0]
        #expect(polygon.touches(SIMD2(-1, 1.5), SIMD2(3, 1.5)))
        #expect(polygon.touches(SIMD2(1.2, 1.2), SIMD2(1.3, 1.3)))
        #expect(polygon.touches(SIMD2(2, 1), SIMD2(4, 1)))
        #expect(!polygon.touches(SIMD2(0.2, 0.2), SIMD2(0.3, 0.4)))
        #expect(!polygon.touches(SIMD2(-1, 4), SIMD2(4, 2.5)))
    }

    @Test func `a declared datum is converted`() throws {
        let text = "{\"type\":\"Point\",\"coordinates\":[121.531541859215, 31.17530398364597]}"
        guard case .points(let points) = try read(text, .gcj02).features[0].shape else { return }
        #expect(abs(points[0].x - 121.5272106) < 1e-6 && abs(points[0].y - 31.1774276) < 1e-6)
    }

    @Test(arguments: [
        ("", "1:1: the file is empty"),
        ("[]", "1:1: this is no GeoJSON object"),
        ("{\"type\":\"Pointt\",\"coordinates\":[0,0]}", "1:1: the type \"Pointt\" cannot stand here"),
        ("{\"type\":\"Point\"}", "1:1: there are no coordinates"),
        ("{\"type\":\"Point\",\"coordinates\":[181,0]}", "1:31: coordinates: the position [181, 0] is not on Earth"),
        ("{\"type\":\"Point\",\"coordinates\":[0,-90.5]}", "1:31: coordinates: the position [0, -90.5] is not"),
        ("{\"type\":\"Point\",\"coordinates\":[\"0\",0]}", "1:31: coordinates: this is no position"),
        ("{\"type\":\"Point\",\"coordinates\":{}}", "1:31: coordinates: this is no position"),
        ("{\"type\":\"Point\",\"coordinates\":[NaN,0]}", "1:32: coordinates[0]: NaN is no number"),
        (
            "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1]]]}",
            "1:34: coordinates[0]: the ring is not closed"
        ),
        ("{\"type\":\"Polygon\",\"coordinates\":[[[0,0]", "1:40: coordinates[0]: the file ends"),
        ("{\"type\":\"FeatureCollection\"}", "1:1: there is no list of features"),
        ("{\"type\":\"FeatureCollection\",\"features\":[1]}", "1:41: features[0]: this is no GeoJSON object"),
        (
            "{\"type\":\"Point\",\"coordinates\":[0,0],\"crs\":{\"properties\":{\"name\":\"EPSG:3857\"}}}",
            "1:43: crs: the reference system \"EPSG:3857\""
        ),
        (
            "{\"type\":\"Point\",\"coordinates\":[0,0],\"crs\":{\"type\":\"EPSG\",\"properties\":{\"code\":3857}}}",
            "1:43: crs: the reference"
        ),
        ("{\"type\":\"Point\",\"coordinates\":[1,2,\"f\"]}", "1:31: coordinates: this is no position"),
        (
            "{\"type\":\"Point\",\"coordinates\":[0,0],\"bbox\":[1,2,3]}",
            "1:44: bbox: the bbox cannot be used, expected 4 or 6 numbers"
        ),
        ("{\"type\":\"Point\",\"coordinates\":[0,0],\"bbox\":\"x\"}", "1:44: bbox: the bbox cannot be used"),
        (
            "{\"type\":\"Feature\",\"geometry\":null,\"properties\":123}",
            "1:48: properties: the properties are no object, expected { … } or null"
        ),
        (
            "{\"type\":\"Feature\",\"geometry\":null,\"id\":{}}",
            "1:40: id: the id cannot be used, expected a text or a number"
        ),
        (
            "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"id\":[1]}}",
            "1:54: properties.id: the id cannot be used"
        ),
        ("{\"type\":\"MultiPolygon\",\"coordinates\":[[]]}", "1:39: coordinates[0]: the polygon has no ring"),
        ("{\"type\":\"GeometryCollection\"}", "1:1: there is no list of geometries"),
        (
            "{\"type\":\"Polygon\",\"coordinates\":[[[179,0],[-179,0],[-179,1],[179,1],[179,0]]]}",
            "1:34: coordinates[0]: a side of the ring crosses the antimeridian"
        ),
    ])
    func `faults have line, column and path`(text: String, expected: String) {
        let said = faults { _ = try read(text) }
        #expect(said.hasPrefix("x.geojson:" + expected), "\(said)")
    }

    @Test func `a text may hold the character NUL, as JSON allows`() throws {
        let text =
            "{\"type\":\"Feature\",\"properties\":{\"note\":\"a\\u0000b\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}"
        #expect(try read(text).dropped.names(of: .property) == ["note"])
        #expect(!faults { _ = try read("{\"type\":\"Point\u{0}\"}") }.isEmpty)
    }

    @Test func `nothing of a feature is dropped without a word`() throws {
        let text = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"note":1,"code":2},"geometry":{"type":"MultiPoint","coordinates":[[1,2,3],[1,3,4,5]]}},
            {"type":"Feature","properties":{"code":2},"geometry":{"type":"Point","coordinates":[1,2,3]}}]}
            """
        // A weight that stands elsewhere is not the feature's, and nobody may think it was.
        let astray = "{\"type\":\"Feature\",\"weight\":9,\"properties\":{},\"geometry\":null}"
        #expect(try read(astray).dropped.names(of: .property) == ["weight"])
        let said = faults { _ = try GeoJSONReader.read(Array(astray.utf8), path: "x", wanted: ["weight"]) }
        #expect(
            said
                == "x:1:19: \"weight\" does not stand among the properties, expected \"properties\": { \"weight\": … }")
        let dropped = try read(text).dropped
        #expect(dropped[.altitude] == 3 && dropped[.property] == 2)
        #expect(dropped.names(of: .property) == ["note", "code"])
    }

    @Test func `what reaches over the antimeridian has its middle there`() throws {
        let west = "[[[179,0],[180,0],[180,1],[179,1],[179,0]]]"
        let east = "[[[-180,0],[-179,0],[-179,1],[-180,1],[-180,0]]]"
        let area = try read("{\"type\":\"MultiPolygon\",\"coordinates\":[\(west),\(east)]}").features[0].shape
        #expect(abs(abs(try #require(area.middle).x) - 180) < 1e-9)
        let points = try read("{\"type\":\"MultiPoint\",\"coordinates\":[[179,1],[-177,1]]}").features[0].shape
        #expect(points.middle == SIMD2(-179, 1))
        guard case .polygons(let polygons) = area else { return }
        #expect(
            polygons[0].touches(SIMD2(179.9, 0.5), SIMD2(-179.9, 0.5))
                && polygons[1].touches(SIMD2(179.9, 0.5), SIMD2(-179.9, 0.5)))
        #expect(!polygons[0].touches(SIMD2(178, 0.5), SIMD2(178.5, 0.5)))
    }

    @Test func `properties may be as many as a file holds`() throws {
        let many = (0..<40_000).map { "\"key\($0)\":1" }.joined(separator: ",")
        let read = try GeoJSONReader.read(
            Array("{\"type\":\"Feature\",\"properties\":{\(many)},\"geometry\":null}".utf8), path: "x",
            wanted: ["weight"])
        #expect(read.dropped[.property] == 40_000)
    }

    @Test(.timeLimit(.minutes(1))) func `hostile files end in a fault`() {
        let deep = "{\"type\":\"Polygon\",\"coordinates\":" + String(repeating: "[", count: 50_000)
        #expect(faults { _ = try read(deep) }.contains("nested too deeply"))
        let collections = String(repeating: "{\"type\":\"GeometryCollection\",\"geometries\":[", count: 10)
        #expect(!faults { _ = try read(collections + String(repeating: "]}", count: 10)) }.isEmpty)
        let bytes = (0..<10_000).map { UInt8($0 % 251) }
        #expect(throws: FaultList.self) { try GeoJSONReader.read(bytes, path: "x") }
        let huge = "{\"type\":\"" + String(repeating: "x", count: 5_000_000) + "\"}"
        #expect(faults { _ = try read(huge) }.utf8.count < 1000)
    }

    @Test func `an id beside another is told, and so is a member meant for one of ours`() throws {
        let point = "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}"
        let both = try read("{\"type\":\"Feature\",\"id\":\"outer\",\"properties\":{\"id\":\"a\"},\(point)}")
        #expect(both.features[0].id == "a" && both.dropped.names(of: .otherID) == ["outer"])
        #expect(
            try read("{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{\"id\":\"a\"},\(point)}").dropped.all.isEmpty)
        for (text, said) in [
            (
                "{\"type\":\"Feature\",\"property\":{\"weight\":9},\(point)}",
                "1:19: there is no member \"property\", did you mean \"properties\""
            ),
            (
                "{\"type\":\"FeatureCollection\",\"Features\":[]}",
                "1:29: there is no member \"Features\", did you mean \"features\""
            ),
            (
                "{\"type\":\"Feature\",\"properties\":null,\"geom\":null}",
                "1:37: there is no member \"geom\", did you mean \"geometry\""
            ),
            (
                "{\"type\":\"Point\",\"coords\":[1,2]}",
                "1:17: there is no member \"coords\", did you mean \"coordinates\""
            ),
        ] {
            #expect(faults { _ = try read(text) } == "x.geojson:" + said)
        }
    }
}
