import Organization
import ScenarioFiles

/// What a GeoJSON file holds, and what of it was dropped.
public struct MapFeatures: Sendable {
    /// The features with points or polygons, in WGS 84.
    public let features: [MapFeature]

    /// What was dropped.
    public let dropped: DropCounts

    /// The file, to say where something stands.
    let file: SourceFile
}

/// Reads GeoJSON (RFC 7946): a FeatureCollection, a Feature or a geometry.
///
/// Positions are WGS 84 unless the user declares another datum. Lines and features without geometry are counted as dropped.
struct GeoJSONReader {
    private var faults: FaultList
    private let datum: Datum
    private var features: [MapFeature] = []
    private var dropped = DropCounts()

    /// How much may be read: a hundred bytes of memory a number, or two.
    static let limits: ReadingLimits = {
        var limits = ReadingLimits()
        (limits.fileBytes, limits.totalBytes, limits.values, limits.depth) = (128 << 20, 128 << 20, 5_000_000, 40)
        limits.keyBytes = 1000
        return limits
    }()

    /// Reads the content of a file.
    ///
    /// - Throws: All faults, with line and column.
    /// - Complexity: O(bytes).
    static func read(_ bytes: [UInt8], path: String, datum: Datum = .wgs84) throws(FaultList) -> MapFeatures {
        let file = SourceFile(path: path, bytes: bytes)
        var reader = GeoJSONReader(faults: FaultList(files: [file]), datum: datum)
        let root = JSONParser.parse(file: 0, faults: &reader.faults, limits: limits)
        if reader.faults.isEmpty { reader.take(root, .root) }
        guard reader.faults.isEmpty else { throw reader.faults }
        return MapFeatures(features: reader.features, dropped: reader.dropped, file: file)
    }

    private init(faults: FaultList, datum: Datum) {
        self.faults = faults
        self.datum = datum
    }

    // MARK: Objects

    private mutating func take(_ node: JSONNode, _ path: DocumentPath) {
        checkReference(node, path)
        switch type(of: node, path) {
        case nil: return
        case "FeatureCollection":
            guard let list = node["features"], case .array(let elements) = list.value else {
                return report(
                    .map(.missingKey, "没有 features 列表", "there is no list of features"), node, path)
            }
            for (index, element) in elements.enumerated() where !faults.isFull {
                let path = path.key("features").index(index)
                guard let type = type(of: element, path) else { continue }
                if type == "Feature" {
                    takeFeature(element, path)
                } else {
                    reportType(type, element, path, ["Feature"])
                }
            }
        case "Feature": takeFeature(node, path)
        default: takeGeometry(node, path, of: nil)
        }
    }

    /// RFC 7946 knows one reference system; a file that names another must not be taken for it.
    private mutating func checkReference(_ node: JSONNode, _ path: DocumentPath) {
        guard let system = node["crs"], case .string(let name)? = system["properties"]?["name"]?.value else { return }
        guard !name.hasSuffix("CRS84"), !name.hasSuffix("4326"), !name.hasSuffix("EPSG::4490") else { return }
        report(
            .map(
                .unknownName, "坐标系 \(quoted(name)) 不能读取", "the reference system \(quoted(name)) cannot be read",
                expected: .init(zh: "WGS 84 经纬度", en: "longitudes and latitudes in WGS 84")), system, path.key("crs"))
    }

    private mutating func takeFeature(_ node: JSONNode, _ path: DocumentPath) {
        guard let geometry = node["geometry"] else {
            return report(.map(.missingKey, "没有 geometry", "there is no geometry"), node, path)
        }
        if case .null = geometry.value {
            dropped[.noGeometry] += 1
            return
        }
        takeGeometry(geometry, path.key("geometry"), of: node)
    }

    private mutating func takeGeometry(_ node: JSONNode, _ path: DocumentPath, of feature: JSONNode?) {
        guard let type = type(of: node, path) else { return }
        guard let coordinates = node["coordinates"] else {
            if type == "GeometryCollection", let list = node["geometries"], case .array(let parts) = list.value {
                for (index, part) in parts.enumerated() {
                    let path = path.key("geometries").index(index)
                    // RFC 7946 advises against collections in collections, and nobody needs them.
                    guard self.type(of: part, path) != "GeometryCollection" else {
                        report(.map(.syntax, "几何集合不可嵌套", "a collection stands in a collection"), part, path)
                        continue
                    }
                    takeGeometry(part, path, of: feature)
                }
                return
            }
            return ["Point", "MultiPoint", "Polygon", "MultiPolygon", "LineString", "MultiLineString"].contains(type)
                ? report(.map(.missingKey, "没有 coordinates", "there are no coordinates"), node, path)
                : reportType(type, node, path, Self.types)
        }
        let place = path.key("coordinates")
        let shape: MapShape?
        switch type {
        case "Point": shape = position(coordinates, place).map { .points([$0]) }
        case "MultiPoint": shape = list(coordinates, place) { $0.position($1, $2) }.map { .points($0) }
        case "Polygon": shape = polygon(coordinates, place).map { .polygons([$0]) }
        case "MultiPolygon": shape = list(coordinates, place) { $0.polygon($1, $2) }.map { .polygons($0) }
        case "LineString", "MultiLineString":
            dropped[.line] += 1
            return
        default: return reportType(type, node, path, Self.types)
        }
        guard let shape else { return }
        guard !shape.positions.isEmpty else {
            dropped[.noGeometry] += 1
            return
        }
        let properties = feature?["properties"]
        let times = (time("from_time", properties, path), time("until_time", properties, path))
        features.append(
            MapFeature(
                id: text(properties?["id"] ?? feature?["id"]), name: text(properties?["name"]),
                weight: weight(properties?["weight"], path), from: times.0, until: times.1, shape: shape,
                position: node.position))
    }

    private static let types = [
        "Point", "MultiPoint", "Polygon", "MultiPolygon", "GeometryCollection", "Feature", "FeatureCollection",
    ]

    // MARK: Coordinates

    private mutating func list<Part>(
        _ node: JSONNode, _ path: DocumentPath, _ part: (inout Self, JSONNode, DocumentPath) -> Part?
    ) -> [Part]? {
        guard case .array(let elements) = node.value else {
            report(
                .map(.wrongType, "不是列表", "this is no list", expected: .init(zh: "坐标列表", en: "a list of positions")),
                node, path)
            return nil
        }
        var parts: [Part] = []
        parts.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() where !faults.isFull {
            if let value = part(&self, element, path.index(index)) { parts.append(value) }
        }
        return parts.count == elements.count ? parts : nil
    }

    private mutating func position(_ node: JSONNode, _ path: DocumentPath) -> SIMD2<Double>? {
        let expected = LocalizedText(zh: "[经度, 纬度]，单位为度", en: "[longitude, latitude] in degrees")
        guard case .array(let numbers) = node.value, numbers.count >= 2,
            case .number(let longitude) = numbers[0].value, case .number(let latitude) = numbers[1].value
        else {
            report(.map(.wrongType, "不是坐标", "this is no position", expected: expected), node, path)
            return nil
        }
        guard abs(longitude.value) <= 180, abs(latitude.value) <= 90 else {
            report(
                .map(
                    .outOfRange, "坐标 [\(longitude.text), \(latitude.text)] 超出范围",
                    "the position [\(longitude.text), \(latitude.text)] is not on Earth", expected: expected), node,
                path)
            return nil
        }
        return datum.toWGS84(SIMD2(longitude.value, latitude.value))
    }

    private mutating func polygon(_ node: JSONNode, _ path: DocumentPath) -> MapPolygon? {
        guard let rings = list(node, path, { $0.ring($1, $2) }) else { return nil }
        return rings.isEmpty ? nil : MapPolygon(rings: rings)
    }

    private mutating func ring(_ node: JSONNode, _ path: DocumentPath) -> [SIMD2<Double>]? {
        guard let points = list(node, path, { $0.position($1, $2) }) else { return nil }
        guard points.count >= 4, points.first == points.last else {
            report(
                .map(
                    .inconsistent, "环没有闭合", "the ring is not closed",
                    expected: .init(zh: "至少4个位置，首尾相同", en: "at least 4 positions, the last equal to the first")), node,
                path)
            return nil
        }
        return points
    }

    // MARK: Properties

    private func text(_ node: JSONNode?) -> String? {
        switch node?.value {
        case .string(let text): text.isEmpty ? nil : text
        case .number(let number): number.text
        default: nil
        }
    }

    private mutating func weight(_ node: JSONNode?, _ path: DocumentPath) -> Double? {
        guard let node else { return nil }
        if case .null = node.value { return nil }
        if case .number(let number) = node.value, number.value >= 0 { return number.value }
        report(
            .map(
                .wrongType, "weight 不可用", "the weight cannot be used",
                expected: .init(zh: "不小于0的数", en: "a number of zero or more")), node, path.key("weight"))
        return nil
    }

    private mutating func time(_ key: String, _ properties: JSONNode?, _ path: DocumentPath) -> ClosureTime? {
        guard let node = properties?[key] else { return nil }
        if case .null = node.value { return nil }
        do throws(Fault.Problem) {
            guard case .string(let text) = node.value else {
                throw .map(.wrongType, "不是时刻", "this is no time", expected: ClosureTime.expectation)
            }
            return try ClosureTime(text)
        } catch {
            report(error, node, path.key(key))
            return nil
        }
    }

    // MARK: Faults

    private mutating func type(of node: JSONNode, _ path: DocumentPath) -> String? {
        if case .object = node.value, case .string(let type)? = node["type"]?.value { return type }
        report(
            .map(
                .missingKey, "这里不是 GeoJSON 对象", "this is no GeoJSON object",
                expected: .init(zh: "带 \"type\" 的 { … }", en: "{ … } with a \"type\"")), node, path)
        return nil
    }

    private mutating func reportType(_ type: String, _ node: JSONNode, _ path: DocumentPath, _ types: [String]) {
        report(
            .map(
                .unknownName, "类型 \(quoted(type)) 不能在此处", "the type \(quoted(type)) cannot stand here",
                expected: LocalizedText(types.joined(separator: ", ")), nearest: nearestName(to: type, among: types)),
            node, path)
    }

    private mutating func report(_ problem: @autoclosure () -> Fault.Problem, _ node: JSONNode, _ path: DocumentPath) {
        if case .invalid = node.value { return }
        faults.add(problem(), at: node.position, path)
    }
}
