import Organization
import ScenarioFiles

/// What a GeoJSON file holds, and what of it was dropped.
public struct MapFeatures: Sendable {
    /// The features, in WGS 84, those without a place included.
    public let features: [MapFeature]

    /// What of the features was dropped: heights, and properties nobody reads.
    let dropped: Dropped

    /// The file, to say where something stands.
    let file: SourceFile
}

/// Reads GeoJSON (RFC 7946): a FeatureCollection, a Feature or a geometry.
///
/// Positions are WGS 84 unless the user declares another datum. Every feature of the file is in what is read: whether lines and
/// features without geometry will do is for those to say who use it.
struct GeoJSONReader {
    private var faults: FaultList
    private let datum: Datum
    private let wanted: [String]
    private var features: [MapFeature] = []
    private var dropped = Dropped()
    private var unread: Set<String> = []
    private var meant: [String: String?] = [:]

    /// How much may be read: a hundred bytes of memory a number, or two.
    static let limits: ReadingLimits = {
        var limits = ReadingLimits()
        (limits.fileBytes, limits.totalBytes, limits.values) = (128 << 20, 128 << 20, 5_000_000)
        limits.keyBytes = 1000
        // Maps come from other programs, and JSON allows it; nobody reads such a text as a path.
        limits.allowsNUL = true
        return limits
    }()

    /// Reads the content of a file.
    ///
    /// - Parameter wanted: Properties that may be left out, and would be missed if they stood under another name.
    /// - Throws: All faults, with line and column.
    /// - Complexity: O(bytes).
    static func read(
        _ bytes: [UInt8], path: String, datum: Datum = .wgs84, wanted: [String] = []
    ) throws(FaultList) -> MapFeatures {
        let file = SourceFile(path: path, bytes: bytes)
        var reader = GeoJSONReader(faults: FaultList(files: [file]), datum: datum, wanted: wanted)
        let root = JSONParser.parse(file: 0, faults: &reader.faults, limits: limits)
        if reader.faults.isEmpty { reader.take(root, .root) }
        guard reader.faults.isEmpty else { throw reader.faults }
        return MapFeatures(features: reader.features, dropped: reader.dropped, file: file)
    }

    private init(faults: FaultList, datum: Datum, wanted: [String]) {
        self.faults = faults
        self.datum = datum
        self.wanted = wanted
    }

    // MARK: Objects

    private mutating func take(_ node: JSONNode, _ path: DocumentPath) {
        guard let type = type(of: node, path) else { return }
        switch type {
        case "FeatureCollection":
            checkFrame(node, path, own: ["features", "name"])
            guard let list = node["features"], case .array(let elements) = list.value else {
                return report(
                    .map(.missingKey, "没有 features 列表", "there is no list of features"), node, path)
            }
            for (index, element) in elements.enumerated() where !faults.isFull {
                let path = path.key("features").index(index)
                guard let type = self.type(of: element, path) else { continue }
                if type == "Feature" {
                    takeFeature(element, path, number: index + 1)
                } else {
                    reportType(type, element, path, ["Feature"])
                }
            }
        case "Feature": takeFeature(node, path, number: 1)
        default:
            // Everything else is a geometry, or `shape` says that it is none.
            add(shape(node, path), of: nil, at: node.position, path, number: 1)
        }
    }

    /// Checks what any object may carry: its reference system, its bounding box, and members beside its `own`.
    ///
    /// RFC 7946 knows one reference system; a file that names another, in whatever form, must not be taken for it.
    private mutating func checkFrame(_ node: JSONNode, _ path: DocumentPath, own: Set<String>) {
        lookForNames(in: node, path, lacking: [], known: own.union(["type", "bbox", "crs"]))
        if let box = node["bbox"] {
            let numbers: [JSONNode] = if case .array(let elements) = box.value { elements } else { [] }
            let isBox = [4, 6].contains(numbers.count) && numbers.allSatisfy { $0.number != nil }
            if !isBox {
                report(
                    .map(
                        .wrongType, "bbox 不可用", "the bbox cannot be used",
                        expected: .init(zh: "4个或6个数", en: "4 or 6 numbers")), box, path.key("bbox"))
            }
        }
        guard let system = node["crs"] else { return }
        if case .null = system.value { return }
        var name = "?"
        if case .string(let text)? = system["properties"]?["name"]?.value { name = text }
        guard !["CRS84", "4326", "EPSG::4490"].contains(where: name.hasSuffix) else { return }
        report(
            .map(
                .unknownName, "坐标系 \(quoted(name)) 不能读取", "the reference system \(quoted(name)) cannot be read",
                expected: .init(zh: "WGS 84 经纬度", en: "longitudes and latitudes in WGS 84")), system, path.key("crs"))
    }

    private mutating func takeFeature(_ node: JSONNode, _ path: DocumentPath, number: Int) {
        checkFrame(node, path, own: ["geometry", "properties", "id"])
        guard let geometry = node["geometry"] else {
            return report(.map(.missingKey, "没有 geometry", "there is no geometry"), node, path)
        }
        if case .null = geometry.value { return add(.nothing, of: node, at: node.position, path, number: number) }
        let shape = shape(geometry, path.key("geometry"))
        add(shape, of: node, at: geometry.position, path, number: number)
    }

    private mutating func add(
        _ shape: MapShape?, of feature: JSONNode?, at position: SourcePosition, _ path: DocumentPath, number: Int
    ) {
        let properties = feature?["properties"]
        switch properties?.value {
        case .object, .null, nil: break
        case .invalid, .flag, .number, .string, .array:
            if let properties {
                report(
                    .map(
                        .wrongType, "properties 不是对象", "the properties are no object",
                        expected: .init(zh: "{ … } 或 null", en: "{ … } or null")), properties, path.key("properties"))
            }
        }
        let inside = path.key("properties")
        let lacking = wanted.filter { properties?[$0] == nil }
        if let properties { lookForNames(in: properties, inside, lacking: lacking, known: Self.known) }
        let from = time("from_time", properties, inside)
        let until = time("until_time", properties, inside)
        let own = text(properties?["id"], inside.key("id"), what: "id")
        let outer = text(feature?["id"], path.key("id"), what: "id")
        let name = text(properties?["name"], inside.key("name"), what: "name")
        let weight = weight(properties?["weight"], inside)
        guard let shape else { return }
        features.append(
            MapFeature(
                id: own ?? outer, name: name, weight: weight, from: from?.time, until: until?.time,
                timeTexts: (from?.text, until?.text), shape: shape, number: number, position: position))
    }

    /// Notes members nobody reads, and reports those that are meant for a property that is lacking.
    private mutating func lookForNames(
        in object: JSONNode, _ path: DocumentPath, lacking: [String], known: Set<String>
    ) {
        guard case .object(let members) = object.value else { return }
        var lacking = lacking
        for member in members where !known.contains(member.key) {
            if wanted.contains(member.key) {
                faults.add(
                    .map(
                        .unknownKey, "\(quoted(member.key)) 不在属性之中",
                        "\(quoted(member.key)) does not stand among the properties",
                        expected: LocalizedText("\"properties\": { \"\(member.key)\": … }")), at: member.keyPosition,
                    path)
            } else if let meant = meantName(member.key), lacking.contains(meant) {
                lacking.removeAll { $0 == meant }
                faults.add(
                    .map(
                        .unknownKey, "不认识属性 \(quoted(member.key))", "there is no property \(quoted(member.key))",
                        nearest: meant), at: member.keyPosition, path)
            } else if unread.insert(member.key).inserted {
                dropped.add(.property, named: member.key)
            }
        }
    }

    /// Which of the wanted properties another name is meant for; features have the same names over and over.
    private mutating func meantName(_ key: String) -> String? {
        if let known = meant[key] { return known }
        let name = MeantName.of(key, among: wanted)
        meant[key] = .some(name)
        return name
    }

    private static let known: Set<String> = ["id", "name", "weight", "from_time", "until_time"]

    /// The shape of a geometry; nil if it has been reported.
    ///
    /// A collection is one place or one area like any other, so its parts must be of one kind.
    private mutating func shape(_ node: JSONNode, _ path: DocumentPath) -> MapShape? {
        guard let type = type(of: node, path) else { return nil }
        checkFrame(node, path, own: ["coordinates", "geometries"])
        if type == "GeometryCollection" { return collection(node, path) }
        guard let coordinates = node["coordinates"] else {
            if Self.geometries.contains(type) {
                report(.map(.missingKey, "没有 coordinates", "there are no coordinates"), node, path)
            } else {
                reportType(type, node, path, Self.types)
            }
            return nil
        }
        let place = path.key("coordinates")
        switch type {
        case "Point": return position(coordinates, place).map { .points([$0]) }
        case "MultiPoint":
            return positions(coordinates, place).map { $0.isEmpty ? .nothing : .points($0) }
        case "Polygon":
            if case .array(let rings) = coordinates.value, rings.isEmpty { return .nothing }
            return polygon(coordinates, place).map { .polygons([$0]) }
        case "MultiPolygon":
            let polygons = list(coordinates, place, { $0.polygon($1, $2) })
            return polygons.map { $0.isEmpty ? .nothing : .polygons($0) }
        case "LineString": return positions(coordinates, place).map { _ in .lines }
        case "MultiLineString":
            let lines = list(coordinates, place, { $0.positions($1, $2) })
            return lines.map { _ in .lines }
        default:
            reportType(type, node, path, Self.types)
            return nil
        }
    }

    private mutating func collection(_ node: JSONNode, _ path: DocumentPath) -> MapShape? {
        guard let list = node["geometries"], case .array(let parts) = list.value else {
            report(.map(.missingKey, "没有 geometries 列表", "there is no list of geometries"), node, path)
            return nil
        }
        var points: [SIMD2<Double>] = []
        var polygons: [MapPolygon] = []
        var hasLines = false
        var isValid = true
        for (index, part) in parts.enumerated() where !faults.isFull {
            let path = path.key("geometries").index(index)
            // RFC 7946 advises against collections in collections, and nobody needs them.
            if case .string("GeometryCollection")? = part["type"]?.value {
                report(.map(.syntax, "几何集合不可嵌套", "a collection stands in a collection"), part, path)
                isValid = false
                continue
            }
            switch shape(part, path) {
            case .points(let more): points += more
            case .polygons(let more): polygons += more
            case .lines: hasLines = true
            case .nothing: break
            case nil: isValid = false
            }
        }
        guard isValid else { return nil }
        guard [!points.isEmpty, !polygons.isEmpty, hasLines].count(where: { $0 }) < 2 else {
            report(
                .map(
                    .inconsistent, "几何集合中有不同种类的几何", "the collection holds geometries of several kinds",
                    expected: .init(zh: "只有点，或只有多边形", en: "points alone or polygons alone")), node, path)
            return nil
        }
        if hasLines { return .lines }
        return !polygons.isEmpty ? .polygons(polygons) : points.isEmpty ? .nothing : .points(points)
    }

    private static let geometries: Set<String> = [
        "Point", "MultiPoint", "Polygon", "MultiPolygon", "LineString", "MultiLineString",
    ]

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

    private mutating func positions(_ node: JSONNode, _ path: DocumentPath) -> [SIMD2<Double>]? {
        list(node, path) { $0.position($1, $2) }
    }

    private mutating func position(_ node: JSONNode, _ path: DocumentPath) -> SIMD2<Double>? {
        let expected = LocalizedText(zh: "[经度, 纬度]，单位为度", en: "[longitude, latitude] in degrees")
        guard case .array(let elements) = node.value, elements.count >= 2 else {
            report(.map(.wrongType, "不是坐标", "this is no position", expected: expected), node, path)
            return nil
        }
        guard let longitude = elements[0].number, let latitude = elements[1].number,
            elements.dropFirst(2).allSatisfy({ $0.number != nil })
        else {
            // What is no number at all has been reported where it stands.
            if !elements.contains(where: { if case .invalid = $0.value { true } else { false } }) {
                report(.map(.wrongType, "不是坐标", "this is no position", expected: expected), node, path)
            }
            return nil
        }
        if elements.count > 2 { dropped[.altitude] += 1 }
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
        guard !rings.isEmpty else {
            report(.map(.missingKey, "多边形没有环", "the polygon has no ring"), node, path)
            return nil
        }
        return MapPolygon(rings: rings)
    }

    private mutating func ring(_ node: JSONNode, _ path: DocumentPath) -> [SIMD2<Double>]? {
        guard let points = positions(node, path) else { return nil }
        guard points.count >= 4, points.first == points.last else {
            report(
                .map(
                    .inconsistent, "环没有闭合", "the ring is not closed",
                    expected: .init(zh: "至少4个位置，首尾相同", en: "at least 4 positions, the last equal to the first")), node,
                path)
            return nil
        }
        // Read as written it would run around the earth, which nobody means.
        guard zip(points, points.dropFirst()).allSatisfy({ abs($0.x - $1.x) <= 180 }) else {
            report(
                .map(
                    .inconsistent, "环的一边跨过了180°经线", "a side of the ring crosses the antimeridian",
                    expected: .init(
                        zh: "在180°处分开的多个多边形（RFC 7946 3.1.9）", en: "polygons cut at 180 degrees (RFC 7946, 3.1.9)")),
                node, path)
            return nil
        }
        return points
    }

    // MARK: Properties

    /// A text, or a number as its text; nil if there is none, or it has been reported.
    private mutating func text(_ node: JSONNode?, _ path: DocumentPath, what: String) -> String? {
        guard let node else { return nil }
        switch node.value {
        case .string(let text): return text.isEmpty ? nil : text
        case .number(let number): return number.text
        case .null: return nil
        case .invalid, .flag, .array, .object:
            report(
                .map(
                    .wrongType, "\(what) 不可用", "the \(what) cannot be used",
                    expected: .init(zh: "文字或数", en: "a text or a number")), node, path)
            return nil
        }
    }

    private mutating func weight(_ node: JSONNode?, _ path: DocumentPath) -> Double? {
        guard let node else { return nil }
        if case .null = node.value { return nil }
        if let number = node.number, (0...1e12).contains(number.value) { return number.value }
        report(
            .map(
                .wrongType, "weight 不可用", "the weight cannot be used",
                expected: .init(zh: "0 到 1000000000000 的数", en: "a number from 0 to 1000000000000")), node,
            path.key("weight"))
        return nil
    }

    private mutating func time(
        _ key: String, _ properties: JSONNode?, _ path: DocumentPath
    ) -> (time: ClosureTime, text: String)? {
        guard let node = properties?[key] else { return nil }
        if case .null = node.value { return nil }
        do throws(Fault.Problem) {
            guard case .string(let text) = node.value else {
                throw .map(.wrongType, "不是时刻", "this is no time", expected: ClosureTime.expectation)
            }
            return (try ClosureTime(text), text)
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

extension JSONNode {
    /// The number it is; nil if it is none.
    fileprivate var number: JSONNumber? {
        if case .number(let number) = value { number } else { nil }
    }
}
