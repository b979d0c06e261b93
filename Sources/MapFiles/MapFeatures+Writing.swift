import Organization
import Results
import ScenarioFiles

extension MapFeatures {
    /// GeoJSON replaces a GeoJSON file as the program writes it and nothing else.
    public static let replacing = Outputs.Replacing.files(
        beginning: #"{"type":"FeatureCollection""#,
        kind: LocalizedText(zh: " pingji 写的 GeoJSON", en: "GeoJSON as pingji writes it"))

    /// A table of facilities replaces another one and nothing else.
    public static let replacingTable = Outputs.Replacing.files(
        beginning: "id,", kind: LocalizedText(zh: "设施表（首列为 id）", en: "a table of facilities, whose first column is id"))

    /// How many of the features are points, and how many polygons.
    public var counts: (points: Int, polygons: Int) {
        let points = features.count { feature in
            if case .points = feature.shape { true } else { false }
        }
        let polygons = features.count { feature in
            if case .polygons = feature.shape { true } else { false }
        }
        return (points, polygons)
    }

    /// Every position of every feature.
    public var positions: [SIMD2<Double>] { features.flatMap { $0.shape.positions } }

    /// The features that are somewhere, with what was dropped, lines and features without geometry included.
    func placed() -> Noted<MapFeatures> {
        var notes = ReadingNotes(file.path, dropped: dropped)
        let kept = features.filter { feature in
            switch feature.shape {
            case .points, .polygons: return true
            case .lines: notes.dropped[.line] += 1
            case .nothing: notes.dropped[.noGeometry] += 1
            }
            return false
        }
        return Noted(MapFeatures(features: kept, dropped: dropped, file: file), notes)
    }

    /// The features as CSV `id,lon,lat,weight,name`, polygons by their middle: facilities or demand for other commands.
    ///
    /// - Throws: Ids that stand twice, which no reader would take.
    /// - Complexity: O(positions).
    public func csv() throws(FaultList) -> Noted<[UInt8]> {
        var notes = ReadingNotes(file.path)
        var faults = FaultList(files: [file])
        var ids: Set<String> = []
        var text = "id,lon,lat,weight,name\n"
        for feature in features {
            guard let middle = feature.shape.middle else { continue }
            if case .polygons = feature.shape { notes.dropped[.outline] += 1 }
            if feature.from != nil || feature.until != nil { notes.dropped[.time] += 1 }
            if !ids.insert(feature.identifier).inserted {
                faults.add(PlaceFile.twice(feature), at: feature.position, .root)
            }
            let weight = feature.weight.map(NumberFormat.shortest) ?? ""
            text += "\(CSVField.quoted(feature.identifier)),"
            text += "\(Self.degrees(middle.x)),\(Self.degrees(middle.y)),\(weight),"
            text += CSVField.quoted(feature.name ?? "") + "\n"
        }
        guard faults.isEmpty else { throw faults }
        return Noted(Array(text.utf8), notes)
    }

    /// The features as GeoJSON (RFC 7946) in WGS 84.
    ///
    /// Everything is written that readers of the program use; nothing is left out here.
    ///
    /// - Complexity: O(positions).
    public func geoJSON() -> [UInt8] {
        func list<Element>(_ elements: [Element], _ text: (Element) -> String) -> String {
            "[" + elements.map(text).joined(separator: ",") + "]"
        }
        func place(_ point: SIMD2<Double>) -> String { "[\(Self.degrees(point.x)),\(Self.degrees(point.y))]" }
        func geometry(_ shape: MapShape) -> String {
            switch shape {
            case .points(let points) where points.count == 1: "{\"type\":\"Point\",\"coordinates\":\(place(points[0]))}"
            case .points(let points): "{\"type\":\"MultiPoint\",\"coordinates\":\(list(points, place))}"
            case .polygons(let polygons):
                "{\"type\":\"MultiPolygon\",\"coordinates\":"
                    + list(polygons) { list($0.rings) { list($0, place) } } + "}"
            case .lines, .nothing: "null"
            }
        }
        let lines = features.map { feature in
            var properties: [String] = []
            if let id = feature.id { properties.append("\"id\":\(Self.string(id))") }
            if let name = feature.name { properties.append("\"name\":\(Self.string(name))") }
            if let weight = feature.weight { properties.append("\"weight\":\(NumberFormat.shortest(weight))") }
            if let from = feature.timeTexts.from { properties.append("\"from_time\":\(Self.string(from))") }
            if let until = feature.timeTexts.until { properties.append("\"until_time\":\(Self.string(until))") }
            return "{\"type\":\"Feature\",\"properties\":{\(properties.joined(separator: ","))},\"geometry\":"
                + geometry(feature.shape) + "}"
        }
        let text =
            "{\"type\":\"FeatureCollection\",\"features\":[\n" + lines.joined(separator: ",\n") + "\n]}\n"
        return Array(text.utf8)
    }

    /// Degrees to a centimeter.
    private static func degrees(_ value: Double) -> String {
        NumberFormat.shortest((value * 1e7).rounded() / 1e7)
    }

    private static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
