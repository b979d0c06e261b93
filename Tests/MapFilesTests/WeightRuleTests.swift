import Testing
import Words
import WrittenFiles

@testable import MapFiles

@Suite struct WeightRuleTests {
    private func read(_ text: String, _ use: PlaceUse = .demand) throws -> Noted<[ListedPlace]> {
        try PlaceListReader(known: nil).read(Array(text.utf8), path: "p", use: use, datum: .wgs84)
    }

    private static func feature(_ id: String, _ weight: String) -> String {
        "{\"type\":\"Feature\",\"properties\":{\"id\":\"\(id)\"\(weight)},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}"
    }

    private static func collection(_ features: String...) -> String {
        "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))]}"
    }

    @Test func `a weight left out beside others is a fault each, never 1`() {
        let table = faults { _ = try read("id,lon,lat,weight\na,1,2,\nk,1,2,30\nm,1,2,\n") }.split(separator: "\n")
        #expect(
            table.map(String.init) == [
                "p:2:7: the weight is missing, and other places have one, expected a weight of each place (0 will do), or of none",
                "p:4:7: the weight is missing, and other places have one, expected a weight of each place (0 will do), or of none",
            ])
        let features = Self.collection(
            Self.feature("a", ",\"weight\":null"), Self.feature("k", ",\"weight\":30"), Self.feature("m", ""))
        let said = faults { _ = try read(features) }.split(separator: "\n")
        #expect(said.count == 2 && said[0].hasPrefix("p:2:") && said[1].hasPrefix("p:4:"))
    }

    @Test func `without any weight every place counts 1, and that is said once`() throws {
        for text in [
            "id,lon,lat,weight\na,1,2,\nk,1,2,\n", "id,lon,lat\na,1,2\nk,1,2\n",
            Self.collection(Self.feature("a", ""), Self.feature("k", ",\"weight\":null")),
        ] {
            let noted = try read(text)
            #expect(noted.alone.map(\.weight) == [1, 1])
            #expect(noted.notes.warnings.map(\.en) == ["there are no weights, so every place counts 1"])
        }
        #expect(try read("id,lon,lat,weight\na,1,2,0\nk,1,2,3\n").notes.warnings.isEmpty)
    }

    @Test func `of sites weights count for nothing`() throws {
        let noted = try read("id,lon,lat,weight\na,1,2,\nk,1,2,30\n", .site)
        #expect(noted.alone.count == 2 && noted.notes.warnings.isEmpty)
    }
}
