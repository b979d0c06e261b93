import Foundation
import Reports
import Testing
import Words

@Suite struct GridMapTests {
    private func feature(_ outline: [(Double, Double)], _ fates: [GridMap.Feature.Fate] = []) -> GridMap.Feature {
        GridMap.Feature(
            path: "a/b/g1", name: LocalizedText(zh: "一\"网\"格\n", en: "Grid\\1\u{1}"),
            outline: outline.map { (longitude: $0.0, latitude: $0.1) }, middle: (longitude: 116.15, latitude: 24.25),
            residents: 12, lowHouseholds: 3, fates: fates)
    }

    private struct Document: Decodable {
        struct Feature: Decodable {
            struct Geometry: Decodable {
                let type: String
                let coordinates: [[[Double]]]
            }
            let type: String
            let geometry: Geometry
        }
        let type: String
        let features: [Feature]
    }

    private static let square = [(116.1, 24.2), (116.2, 24.2), (116.2, 24.3), (116.1, 24.3)]

    @Test(arguments: [false, true])
    func `an outline becomes a closed ring that runs counterclockwise`(isReversed: Bool) throws {
        let outline = isReversed ? Self.square.reversed() : Self.square
        let text = GridMap.geoJSON([feature(outline), feature(outline)])
        let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
        #expect(document.type == "FeatureCollection" && document.features.count == 2)
        let geometry = document.features[0].geometry
        #expect(geometry.type == "Polygon" && geometry.coordinates.count == 1)
        let ring = geometry.coordinates[0]
        #expect(ring.count == 5 && ring.first == ring.last)
        let area = zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
        #expect(area > 0)
    }

    @Test func `a grid without an outline is a point`() throws {
        let text = GridMap.geoJSON([feature([])])
        #expect(text.contains(#""geometry":{"type":"Point","coordinates":[116.1500000,24.2500000]}"#))
    }

    @Test func `properties tell names, sizes and what each variant did`() throws {
        let fates = [
            GridMap.Feature.Fate(variant: "asIs", minutes: 12.34, slowest: "travel"),
            GridMap.Feature.Fate(variant: "b", minutes: .infinity, slowest: nil),
            GridMap.Feature.Fate(variant: "c", minutes: nil, slowest: nil),
        ]
        let text = GridMap.geoJSON([feature(Self.square, fates)])
        let whole = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let features = try #require(whole["features"] as? [[String: Any]])
        let properties = try #require(features[0]["properties"] as? [String: Any])
        #expect(properties["path"] as? String == "a/b/g1")
        #expect(properties["name_zh"] as? String == "一\"网\"格\n")
        #expect(properties["name_en"] as? String == "Grid\\1\u{1}")
        #expect(properties["residents"] as? Int == 12 && properties["low_households"] as? Int == 3)
        #expect(properties["minutes_asIs"] as? Double == 12.3 && properties["slowest_asIs"] as? String == "travel")
        #expect(properties["minutes_b"] is NSNull && properties["reached_b"] as? Bool == false)
        #expect(properties["minutes_c"] is NSNull && properties["reached_c"] is NSNull)
    }

    @Test func `no grids make an empty collection`() throws {
        let text = GridMap.geoJSON([])
        #expect(try JSONDecoder().decode(Document.self, from: Data(text.utf8)).features.isEmpty)
    }
}
