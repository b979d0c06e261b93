import Foundation
import Reports
import Testing

@Suite struct CoverageMapTests {
    @Test func `every point of demand is a feature with its figures before and after`() throws {
        let lines = SampleCircles.findings(isClosed: true).geoJSON.split(separator: "\n").map(String.init)
        #expect(lines.count == 6)
        let first =
            "{\"type\":\"Feature\",\"id\":\"a\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[116.0000000,24.0000000]},"
            + "\"properties\":{\"id\":\"a\",\"name_zh\":\"a\",\"name_en\":\"a\",\"weight\":100,\"nearest\":\"east\","
            + "\"minutes\":2.000,\"within_5\":1,\"within_10\":1,\"gap\":false,\"nearest_closed\":\"east\","
            + "\"minutes_closed\":2.000,\"within_5_closed\":1,\"within_10_closed\":1,\"gap_closed\":false}},"
        #expect(lines[1] == first)
        #expect(lines[4].contains("\"nearest_closed\":null,\"minutes_closed\":null,\"within_5_closed\":0"))
        #expect(lines[4].contains("\"gap\":true") && lines[4].contains("\"name_en\":\"D <& \\\"d\\\">\""))
    }

    @Test
    func `an outline becomes a closed ring that runs counterclockwise, and a point without a place has no geometry`()
        throws
    {
        var findings = SampleCircles.findings(isClosed: false)
        findings.demand[0].place = nil
        let document = try #require(
            JSONSerialization.jsonObject(with: Data(findings.geoJSON.utf8)) as? [String: Any])
        let features = try #require(document["features"] as? [[String: Any]])
        #expect(features[0]["geometry"] is NSNull)
        let geometry = try #require(features[3]["geometry"] as? [String: Any])
        let rings = try #require(geometry["coordinates"] as? [[[Double]]])
        #expect(geometry["type"] as? String == "Polygon" && rings[0].count == 5 && rings[0].first == rings[0].last)
        let area = zip(rings[0], rings[0].dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
        #expect(area > 0)
    }
}
