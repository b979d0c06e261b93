import Results
import Words
import WrittenFiles

extension MapFeatures {
    /// GeoJSON replaces a file that is byte for byte what the program would write of it, and nothing else.
    public static let replacing = Outputs.Replacing.files(
        beginning: beginning, kind: LocalizedText(zh: " import 写出的 GeoJSON", en: "GeoJSON as import writes it")
    ) { bytes in
        guard let read = try? GeoJSONReader.read(bytes, path: "", wanted: optional) else { return false }
        return read.text == bytes
    }

    private static let beginning = "{\"type\":\"FeatureCollection\",\"features\":[\n"

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

    /// What of a feature may be left out, and would be missed under another name by whoever reads what is written.
    static let optional = ["weight", "from_time", "until_time"]

    /// The features as CSV `id,lon,lat,weight,name`, polygons by their middle: facilities or demand for other commands.
    ///
    /// - Throws: Ids that no reader would take.
    /// - Complexity: O(positions).
    public func csv() throws(FaultList) -> Noted<[UInt8]> {
        var faults = placeFaults
        for feature in features where Self.tableName(feature).utf8.contains(0) {
            // A text with NUL beside commas is taken for UTF-16.
            faults.add(
                .map(
                    .outOfRange, "名称中有 NUL 字符，表格中不能写", "the name holds the character NUL, which no table can hold"),
                at: feature.position, .root)
        }
        guard faults.isEmpty else { throw faults }
        var notes = ReadingNotes(file.path)
        var text = FacilityTable.header
        for feature in features {
            guard let middle = feature.shape.middle else { continue }
            if case .polygons = feature.shape { notes.dropped[.outline] += 1 }
            if feature.from != nil || feature.until != nil { notes.dropped[.time] += 1 }
            let name = Self.tableName(feature)
            for (key, other) in [("name_zh", feature.names.zh), ("name_en", feature.names.en)] {
                if let other, other != name { notes.dropped.add(.property, named: key) }
            }
            text += FacilityTable.row(
                id: feature.identifier, Self.degrees(middle.x), Self.degrees(middle.y), weight: feature.weight,
                name: name)
        }
        if let warning = weightWarning { notes.warnings.append(warning) }
        return Noted(Array(text.utf8), notes)
    }

    /// The one name that a table has room for.
    private static func tableName(_ feature: MapFeature) -> String {
        feature.name ?? feature.names.zh ?? feature.names.en ?? ""
    }

    /// What is wrong with the features as a list of places: ids that stand twice or cannot be ids.
    private var placeFaults: FaultList {
        var faults = FaultList(files: [file])
        var ids: Set<String> = []
        for feature in features {
            if let problem = Identifier.problem(feature.identifier) { faults.add(problem, at: feature.position, .root) }
            if !ids.insert(feature.identifier).inserted {
                faults.add(PlaceFile.twice(feature), at: feature.position, .root)
            }
        }
        return faults
    }

    /// What is to be said if some features have a weight and others none.
    private var weightWarning: LocalizedText? {
        let lacking = features.count { $0.weight == nil }
        guard lacking > 0, lacking < features.count else { return nil }
        return LocalizedText(
            zh: "\(lacking)个要素没有权重而其余有：可作设施或封闭区域，不可作需求",
            en:
                "\(counted(lacking, "feature has", "features have")) no weight and the others have: good for facilities and closures, not for demand"
        )
    }

    /// The features as GeoJSON (RFC 7946) in WGS 84.
    ///
    /// Everything is written that readers of the program use; nothing is left out here. A feature without id and name keeps its
    /// number, by which other commands call it, as its id.
    ///
    /// - Throws: Ids that no reader would take, unless all features are areas and may be closures.
    /// - Complexity: O(positions).
    public func geoJSON() throws(FaultList) -> Noted<[UInt8]> {
        let faults = placeFaults
        var notes = ReadingNotes(file.path)
        if !faults.isEmpty {
            // Closures go by no id.
            guard counts.points == 0 else { throw faults }
            notes.warnings.append(
                LocalizedText(
                    zh: "区域的编号或名称有重复或不可用：可作封闭区域，不可作设施或需求",
                    en:
                        "ids or names of the areas stand twice or cannot be ids: good for closures, not for facilities or demand"
                ))
        }
        if let warning = weightWarning { notes.warnings.append(warning) }
        return Noted(text, notes)
    }

    private var text: [UInt8] {
        func list<Element>(_ elements: [Element], _ text: (Element) -> String) -> String {
            "[" + elements.map(text).joined(separator: ",") + "]"
        }
        func place(_ point: SIMD2<Double>) -> String {
            "[\(NumberFormat.shortest(Self.degrees(point.x))),\(NumberFormat.shortest(Self.degrees(point.y)))]"
        }
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
            let id = feature.id ?? (feature.name == nil ? feature.identifier : nil)
            if let id { properties.append("\"id\":\(Self.string(id))") }
            if let name = feature.name { properties.append("\"name\":\(Self.string(name))") }
            if let name = feature.names.zh { properties.append("\"name_zh\":\(Self.string(name))") }
            if let name = feature.names.en { properties.append("\"name_en\":\(Self.string(name))") }
            if let weight = feature.weight { properties.append("\"weight\":\(NumberFormat.shortest(weight))") }
            if let from = feature.timeTexts.from { properties.append("\"from_time\":\(Self.string(from))") }
            if let until = feature.timeTexts.until { properties.append("\"until_time\":\(Self.string(until))") }
            return "{\"type\":\"Feature\",\"properties\":{\(properties.joined(separator: ","))},\"geometry\":"
                + geometry(feature.shape) + "}"
        }
        return Array((Self.beginning + lines.joined(separator: ",\n") + "\n]}\n").utf8)
    }

    /// Degrees to a centimeter.
    private static func degrees(_ value: Double) -> Double { (value * 1e7).rounded() / 1e7 }

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
