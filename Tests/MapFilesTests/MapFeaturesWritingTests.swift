import RoadNetwork
import Testing
import WrittenFiles

@testable import MapFiles

@Suite struct MapFeaturesWritingTests {
    private static let text = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":"a","name":"东\\"门","weight":2.5,"note":1},"geometry":{"type":"Point","coordinates":[116.1,24.3,80]}},
        {"type":"Feature","properties":{"from_time":"2024-06-16T15:00+08:00","until_time":"2024-06-16T18:00+08:00"},
        "geometry":{"type":"Polygon","coordinates":[[[116.1,24.2],[116.2,24.2],[116.2,24.4],[116.1,24.2]]]}},
        {"type":"Feature","properties":{"from_time":"2024-06-16T16:00+08:00"},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}]}
        """

    private func read(_ bytes: [UInt8], _ datum: Datum = .wgs84) throws -> Noted<MapFeatures> {
        try GeoJSONReader.read(bytes, path: "x", datum: datum).placed()
    }

    @Test func `what is written as GeoJSON reads back whole, times included`() throws {
        let noted = try read(Array(Self.text.utf8))
        let again = try read(noted.alone.geoJSON().alone)
        func told(_ features: MapFeatures) -> [String] {
            features.features.map {
                "\($0.identifier) \($0.name ?? "") \($0.weight ?? -1) \($0.from as Any) \($0.until as Any)"
            }
        }
        #expect(told(again.alone) == told(noted.alone) && again.alone.positions == noted.alone.positions)
        #expect(again.alone.features[1].timeTexts.from == "2024-06-16T15:00+08:00")
        #expect(again.notes.dropped.all.isEmpty)
        #expect(noted.notes.dropped.all.map(\.reason) == [.line, .altitude, .property])
        #expect(noted.alone.counts == (1, 1))
    }

    @Test func `what is written as a table is read by our own reader, and what it has no column for is told`() throws {
        let table = try read(Array(Self.text.utf8)).alone.csv()
        #expect(table.notes.dropped.all.map(\.reason) == [.outline, .time])
        let places = try PlaceListReader(known: nil).read(table.alone, path: "t", use: .site, datum: .wgs84)
        #expect(places.alone.map(\.id) == ["a", "2"] && places.alone.map(\.weight) == [2.5, 1])
        #expect(places.notes.dropped.all.isEmpty)
    }

    @Test func `a table that no reader would take is not written`() throws {
        let point = "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}"
        let features = ["\"id\":2", "\"id\":\"x\"", "\"id\":2"].map {
            "{\"type\":\"Feature\",\"properties\":{\($0)},\(point)}"
        }
        let text = "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
        let said = faults { _ = try read(Array(text.utf8)).alone.csv() }
        #expect(said.hasPrefix("x:1:") && said.contains("the id \"2\" stands twice"))
        #expect(faults { _ = try read(Array(text.utf8)).alone.geoJSON() }.contains("the id \"2\" stands twice"))
    }
}
