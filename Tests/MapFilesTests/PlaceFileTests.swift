import Foundation
import Testing
import WrittenFiles

@testable import MapFiles

@Suite struct PlaceFileTests {
    private func read(
        _ text: String, _ form: PlaceFile.Form = .positions, _ use: PlaceUse = .demand
    ) throws -> (places: [String], notes: ReadingNotes) {
        var places: [String] = []
        let file = PlaceFile(path: "p", form: form, use: use, datum: .wgs84)
        let notes = try file.read(Array(text.utf8)) { id, _, spot, weight in
            switch spot {
            case .position(let place): places.append("\(id) \(place.x),\(place.y) \(weight)")
            case .node(let name): places.append("\(id) \(name) \(weight)")
            case .unsaid: places.append("\(id) \(weight)")
            }
            return nil
        }
        return (places, notes)
    }

    private static func feature(_ properties: String, _ geometry: String) -> String {
        "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":\(geometry)}"
    }

    private static func collection(_ features: String...) -> String {
        "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))]}"
    }

    @Test func `demand without a place is a fault each, as in a table`() {
        let text = Self.collection(
            Self.feature("\"id\":\"v1\",\"weight\":100", "{\"type\":\"Point\",\"coordinates\":[116.1,24.3]}"),
            Self.feature("\"id\":\"v2\",\"weight\":900", "null"),
            Self.feature(
                "\"id\":\"v3\",\"weight\":500", "{\"type\":\"LineString\",\"coordinates\":[[116.1,24.3],[116.2,24.3]]}"),
            Self.feature("\"id\":\"v4\",\"weight\":500", "{\"type\":\"MultiPolygon\",\"coordinates\":[]}"),
            Self.feature("\"id\":\"v5\",\"weight\":500", "{\"type\":\"Polygon\",\"coordinates\":[]}"),
            Self.feature("\"id\":\"v6\",\"weight\":500", "{\"type\":\"GeometryCollection\",\"geometries\":[]}"))
        let said = faults { _ = try read(text) }.split(separator: "\n").map(String.init)
        #expect(said.count == 5)
        #expect(said[0] == "p:3:1: the feature has no place, expected points or polygons")
        #expect(said[1].hasPrefix("p:4:68: a line is no place"))
        #expect(said[2].hasPrefix("p:5:68: the feature has no place") && said[4].hasPrefix("p:7:"))
    }

    @Test func `a collection of geometries is one place with its weight once`() throws {
        let points =
            "[{\"type\":\"Point\",\"coordinates\":[116.1,24.3]},{\"type\":\"Point\",\"coordinates\":[116.2,24.3]}]"
        let text = Self.feature("\"weight\":50", "{\"type\":\"GeometryCollection\",\"geometries\":\(points)}")
        #expect(try read(text).places.map { $0.suffix(4) } == ["50.0"])
        let mixed = points.replacingOccurrences(
            of: "{\"type\":\"Point\",\"coordinates\":[116.2,24.3]}",
            with: "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]}")
        let said = faults {
            _ = try read(Self.feature("", "{\"type\":\"GeometryCollection\",\"geometries\":\(mixed)}"))
        }
        #expect(
            said.contains("the collection holds geometries of several kinds, expected points alone or polygons alone"))
    }

    @Test func `whoever would miss a weight is told of people under another name`() throws {
        let people = "id,lon,lat,people\na,116.1,24.3,7\n"
        #expect(faults { _ = try read(people) } == "p:1:12: there is no column \"people\", did you mean \"weight\"")
        // Of a station nobody asks how much it weighs.
        let notes = try read(people, .positions, .site).notes
        #expect(notes.dropped.names(of: .column) == ["people"])
        let point = "{\"type\":\"Point\",\"coordinates\":[116.1,24.3]}"
        let said = faults {
            _ = try read(Self.collection(Self.feature("\"weight\":1", point), Self.feature("\"人口\":9", point)))
        }
        #expect(said == "p:3:33: features[1].properties: there is no property \"人口\", did you mean \"weight\"")
        let other = try read(Self.feature("\"weight\":1,\"people\":3,\"note\":\"x\"", point))
        #expect(other.notes.dropped.names(of: .property) == ["people", "note"] && other.places == ["1 116.1,24.3 1.0"])
    }

    @Test func `what decides between a node and a position is said`() throws {
        let both = try read("id,node,lon,lat\nx,e,116.1,24.3\n", .nodes)
        #expect(both.places == ["x e 1.0"] && both.notes.dropped.names(of: .column) == ["lon", "lat"])
        #expect(
            faults { _ = try read("id,节点\nx,e\n", .nodes) } == "p:1:4: there is no column \"节点\", did you mean \"node\""
        )
        #expect(try read("id,code,lon,lat\nx,1,116.1,24.3\n", .nodes).places == ["x 116.1,24.3 1.0"])
        // Where an id is enough a place may be left out, and is no line all the same.
        #expect(try read(Self.feature("\"id\":\"x\"", "null"), .ids).places == ["x 1.0"])
        #expect(
            faults { _ = try read("{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]}", .ids) }.contains(
                "a line is no place"))
        #expect(try read("id,lon\nx,116.1\n", .ids).notes.dropped.names(of: .column) == ["lon"])
    }

    @Test func `a feature goes by its id, its name or its number, each by another`() {
        let point = "{\"type\":\"Point\",\"coordinates\":[116.1,24.3]}"
        let named = Self.feature("\"name\":\"站\"", point)
        #expect(
            faults { _ = try read(Self.collection(named, named)) }.contains(
                "p:3:56: a feature without an id goes by \"站\", and so does another"))
        let twice = Self.feature("\"id\":2", point)
        #expect(faults { _ = try read(Self.collection(twice, Self.feature("", point))) }.contains("goes by \"2\""))
        #expect(
            faults { _ = try read(Self.collection(twice, twice)) }.contains(
                "the id \"2\" stands twice, expected each id once"))
    }

    @Test func `many faults of names are told without looking for each among all`() {
        let known = (0..<300).map { String(repeating: "x", count: 40) + "\($0)" }
        let rows = (0..<2000).map { String(repeating: "y", count: 40) + "\($0)\n" }
        let said = faults {
            _ = try PlaceListReader(known: known).read(
                Array(("id\n" + rows.joined()).utf8), path: "p", use: .demand, datum: .wgs84)
        }
        #expect(said.contains("p:2:1: the travel times have no") && said.contains("further faults are not listed"))
    }
}
