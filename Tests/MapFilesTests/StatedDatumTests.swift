import Testing

@testable import MapFiles

@Suite struct StatedDatumTests {
    @Test(arguments: [
        ("datum", "gcj02", Datum.gcj02), ("coordinateSystem", "GCJ-02", .gcj02), ("坐标系", "国测局坐标", .gcj02),
        ("crs", "BD-09", .bd09), ("srs", "百度坐标系", .bd09), ("datum", "WGS 84", .wgs84),
        ("crs_name", "EPSG:4326", .wgs84), ("crs", "EPSG:4490", .wgs84), ("crs", "urn:ogc:def:crs:EPSG::4490", .wgs84),
    ])
    func `what a file says of its datum is understood under many names`(key: String, value: String, datum: Datum) {
        #expect(StatedDatum.of(key, value) == datum)
    }

    @Test func `what is about something else is left alone`() {
        #expect(StatedDatum.of("source", "百度") == nil && StatedDatum.of("datum", "2024-06-16") == nil)
    }

    @Test func `a file is not read under another datum than it says`() throws {
        func read(_ extra: String, _ datum: Datum) throws -> MapFeatures {
            try GeoJSONReader.read(
                Array("{\"type\":\"Point\",\"coordinates\":[116,24],\(extra)}".utf8), path: "x", datum: datum)
        }
        let said =
            "the file says that it is in GCJ-02, and is read as WGS 84, expected --datum gcj02"
        #expect(faults { _ = try read("\"datum\":\"gcj02\"", .wgs84) } == "x:1:40: \(said)")
        let system = "\"crs\":{\"properties\":{\"name\":\"GCJ02\"}}"
        #expect(faults { _ = try read(system, .wgs84) } == "x:1:46: crs: \(said)")
        #expect(try read(system, .gcj02).features.count == 1 && read("\"datum\":\"gcj02\"", .gcj02).dropped.all.isEmpty)
        #expect(faults { _ = try read("\"datum\":\"wgs84\"", .bd09) }.contains("expected --datum wgs84"))
    }
}
