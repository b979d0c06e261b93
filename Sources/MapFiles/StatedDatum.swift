/// What a file says of its own coordinates, under any of the names by which files say it.
///
/// GeoJSON has no place for a datum, so people invent one; a file that says `"datum": "gcj02"` must not be read as WGS 84 because
/// nobody asked.
enum StatedDatum {
    private static let keys: Set<String> = [
        "datum", "crs", "crsname", "srs", "srsname", "coordinatesystem", "coordsystem", "coordsys", "coordtype",
        "coordinatetype", "spatialreference", "坐标系", "坐标系统", "坐标类型", "坐标基准",
    ]

    private static let names: [(datum: Datum, parts: [String])] = [
        (.gcj02, ["gcj02", "国测局", "火星", "marscoord"]), (.bd09, ["bd09", "百度", "baidu"]),
        // CGCS2000 by degrees is WGS 84 to some decimeters; its projections have other numbers.
        (.wgs84, ["wgs84", "crs84", "epsg4326", "epsg4490"]),
    ]

    /// The datum that a member of an object states; nil if it is about something else.
    ///
    /// - Complexity: O(length).
    static func of(_ key: String, _ value: String) -> Datum? {
        guard key.utf8.count <= 100, keys.contains(plain(key)) else { return nil }
        return named(value)
    }

    /// The datum that a text names.
    static func named(_ text: String) -> Datum? {
        guard text.utf8.count <= 200 else { return nil }
        let word = plain(text)
        return names.first { $0.parts.contains(where: word.contains) }?.datum
    }

    private static func plain(_ text: String) -> String { text.lowercased().filter { !" _-.:".contains($0) } }
}
