import Organization
import ScenarioFiles
import Testing

@testable import MapFiles

@Suite struct IdentifierTests {
    @Test(arguments: ["a", "东 门", "a b", "12#2", "é", "'", "🏠"]) func `what people read the same is an id`(text: String)
    {
        #expect(Identifier.problem(text) == nil)
    }

    @Test(arguments: [
        ("h ", "a blank"), (" h", "a blank"), ("\th", "U+0009"), ("h\u{A0}", "a blank"), ("h\u{3000}", "a blank"),
        ("a\u{0}b", "U+0000"), ("a\u{200B}", "U+200B"), ("\u{FEFF}a", "U+FEFF"), ("a\nb", "U+000A"), (" ", "a blank"),
    ])
    func `blanks around it and characters nobody sees are no part of an id`(text: String, what: String) {
        #expect(Identifier.problem(text)?.what.en.contains(what) == true)
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
