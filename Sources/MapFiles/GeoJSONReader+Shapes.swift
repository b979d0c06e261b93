import Words
import WrittenFiles

// Geometries: what a feature covers, position by position.

extension GeoJSONReader {
    /// The shape of a geometry; nil if it has been reported.
    ///
    /// A collection is one place or one area like any other, so its parts must be of one kind.
    mutating func shape(_ node: JSONNode, _ path: DocumentPath) -> MapShape? {
        guard let type = type(of: node, path) else { return nil }
        let parts = type == "GeometryCollection" ? ["geometries"] : ["coordinates"]
        if checkFrame(node, path, own: ["coordinates", "geometries"], parts: parts) { return nil }
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

    mutating func collection(_ node: JSONNode, _ path: DocumentPath) -> MapShape? {
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

    static let geometries: Set<String> = [
        "Point", "MultiPoint", "Polygon", "MultiPolygon", "LineString", "MultiLineString",
    ]

    static let types = [
        "Point", "MultiPoint", "Polygon", "MultiPolygon", "GeometryCollection", "Feature", "FeatureCollection",
    ]

    // MARK: Coordinates

    mutating func list<Part>(
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

    mutating func positions(_ node: JSONNode, _ path: DocumentPath) -> [SIMD2<Double>]? {
        list(node, path) { $0.position($1, $2) }
    }

    mutating func position(_ node: JSONNode, _ path: DocumentPath) -> SIMD2<Double>? {
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

    mutating func polygon(_ node: JSONNode, _ path: DocumentPath) -> MapPolygon? {
        guard let rings = list(node, path, { $0.ring($1, $2) }) else { return nil }
        guard !rings.isEmpty else {
            report(.map(.missingKey, "多边形没有环", "the polygon has no ring"), node, path)
            return nil
        }
        let polygon = MapPolygon(rings: rings)
        let datum = datum
        if let problem = OutlineRule.problem(polygon, as: { datum.fromWGS84($0) }) {
            report(problem, node, path)
            return nil
        }
        return polygon
    }

    mutating func ring(_ node: JSONNode, _ path: DocumentPath) -> [SIMD2<Double>]? {
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
}

extension JSONNode {
    /// The number it is; nil if it is none.
    var number: JSONNumber? {
        if case .number(let number) = value { number } else { nil }
    }
}
