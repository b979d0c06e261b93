import Words
import WrittenFiles

/// What a GeoJSON file holds, and what of it was dropped.
public struct MapFeatures: Sendable {
    /// The features, in WGS 84, those without a place included.
    public let features: [MapFeature]

    /// What of the features was dropped: heights, and properties nobody reads.
    let dropped: Dropped

    /// What may not be what was meant.
    var warnings: [LocalizedText] = []

    /// The file, to say where something stands.
    let file: SourceFile
}

/// Reads GeoJSON (RFC 7946): a FeatureCollection, a Feature or a geometry.
///
/// Positions are WGS 84 unless the user declares another datum. Every feature of the file is in what is read: whether lines and
/// features without geometry will do is for those to say who use it.
struct GeoJSONReader {
    var faults: FaultList
    let datum: Datum
    let wanted: [String]
    let unused: Set<String>
    var features: [MapFeature] = []
    var dropped = Dropped()
    var unread: Set<String> = []
    var meant: [String: String?] = [:]
    var clock = ClosureClock()

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
    /// - Parameters:
    ///   - wanted: Properties that may be left out, and would be missed if they stood under another name.
    ///   - unused: Properties of ours that this reader has no use for; they are left alone and named like those of others.
    /// - Throws: All faults, with line and column.
    /// - Complexity: O(bytes).
    static func read(
        _ bytes: [UInt8], path: String, datum: Datum = .wgs84, wanted: [String] = [], unused: Set<String> = []
    ) throws(FaultList) -> MapFeatures {
        let file = SourceFile(path: path, bytes: bytes)
        var reader = GeoJSONReader(
            faults: FaultList(files: [file]), datum: datum, wanted: wanted, unused: unused)
        let root = JSONParser.parse(file: 0, faults: &reader.faults, limits: limits)
        if reader.faults.isEmpty { reader.take(root, .root) }
        guard reader.faults.isEmpty else { throw reader.faults }
        return MapFeatures(features: reader.features, dropped: reader.dropped, file: file)
    }

    private init(faults: FaultList, datum: Datum, wanted: [String], unused: Set<String>) {
        self.unused = unused
        self.faults = faults
        self.datum = datum
        self.wanted = wanted
    }

    // MARK: Objects

    mutating func take(_ node: JSONNode, _ path: DocumentPath) {
        guard let type = type(of: node, path) else { return }
        switch type {
        case "FeatureCollection":
            let isHinted = checkFrame(node, path, own: ["features", "name"], parts: ["features"])
            guard let list = node["features"], case .array(let elements) = list.value else {
                return isHinted
                    ? ()
                    : report(
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
    ///
    /// - Returns: Whether another name was met that is meant for one of the `parts`.
    @discardableResult
    mutating func checkFrame(_ node: JSONNode, _ path: DocumentPath, own: Set<String>, parts: [String]) -> Bool {
        let lacking = parts.filter { node[$0] == nil }
        let isHinted = lookForNames(
            in: node, path, LocalizedText(zh: "成员", en: "member"), lacking: lacking,
            known: own.union(["type", "bbox", "crs"])
        ) {
            MeantName.of($1, among: lacking) ?? nearestName(to: $1, among: lacking)
        }
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
        guard let system = node["crs"] else { return isHinted }
        if case .null = system.value { return isHinted }
        var name = "?"
        if case .string(let text)? = system["properties"]?["name"]?.value { name = text }
        if case .string(let text) = system.value { name = text }
        let stated = StatedDatum.named(name)
        let isKnown = stated.map { $0 == datum } ?? name.hasSuffix("4326")
        if isKnown { return isHinted }
        let problem =
            stated.map(contradiction)
            ?? .map(
                .unknownName, "坐标系 \(quoted(name)) 不能读取", "the reference system \(quoted(name)) cannot be read",
                expected: .init(zh: "WGS 84 经纬度", en: "longitudes and latitudes in WGS 84"))
        report(problem, system, path.key("crs"))
        return isHinted
    }

    func contradiction(_ stated: Datum) -> Fault.Problem {
        .map(
            .inconsistent,
            "文件自述坐标系为 \(MapFit.Reading.datum(stated).name.zh)，而按 \(MapFit.Reading.datum(datum).name.zh) 读取",
            "the file says that it is in \(MapFit.Reading.datum(stated).name.en), and is read as \(MapFit.Reading.datum(datum).name.en)",
            expected: LocalizedText("--datum \(stated.rawValue)"))
    }

    mutating func takeFeature(_ node: JSONNode, _ path: DocumentPath, number: Int) {
        let isHinted = checkFrame(
            node, path, own: ["geometry", "properties", "id"], parts: ["geometry", "properties"])
        guard let geometry = node["geometry"] else {
            return isHinted ? () : report(.map(.missingKey, "没有 geometry", "there is no geometry"), node, path)
        }
        if case .null = geometry.value { return add(.nothing, of: node, at: node.position, path, number: number) }
        let shape = shape(geometry, path.key("geometry"))
        add(shape, of: node, at: geometry.position, path, number: number)
    }

    mutating func add(
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
        if let properties {
            lookForNames(
                in: properties, inside, LocalizedText(zh: "属性", en: "property"), lacking: lacking,
                known: Self.known.subtracting(unused)
            ) { $0.meantName($1) }
        }
        func used(_ name: String) -> JSONNode? { unused.contains(name) ? nil : properties?[name] }
        let from = time(used("from_time"), inside.key("from_time"))
        let until = time(used("until_time"), inside.key("until_time"))
        let own = text(properties?["id"], inside.key("id"), what: "id")
        let outer = text(feature?["id"], path.key("id"), what: "id")
        if let own, let outer, own != outer { dropped.add(.otherID, named: outer) }
        let name = text(properties?["name"], inside.key("name"), what: "name")
        let names = (
            zh: text(properties?["name_zh"], inside.key("name_zh"), what: "name_zh"),
            en: text(properties?["name_en"], inside.key("name_en"), what: "name_en")
        )
        let weight = weight(used("weight"), inside)
        if let problem = clock.problem(from: from?.time, until: until?.time) {
            faults.add(problem, at: position, path)
        }
        guard let shape else { return }
        features.append(
            MapFeature(
                id: own ?? outer, name: name, names: names, weight: weight, from: from?.time, until: until?.time,
                timeTexts: (from?.text, until?.text), shape: shape, number: number, position: position))
    }

    /// Notes members nobody reads, and reports those that are meant for one that is lacking.
    ///
    /// - Returns: Whether there were any of those.
    @discardableResult
    mutating func lookForNames(
        in object: JSONNode, _ path: DocumentPath, _ what: LocalizedText, lacking: [String], known: Set<String>,
        _ meaning: (inout Self, String) -> String?
    ) -> Bool {
        guard case .object(let members) = object.value else { return false }
        var (lacking, isHinted) = (lacking, false)
        for member in members where !known.contains(member.key) {
            if wanted.contains(member.key) {
                faults.add(
                    .map(
                        .unknownKey, "\(quoted(member.key)) 不在属性之中",
                        "\(quoted(member.key)) does not stand among the properties",
                        expected: LocalizedText("\"properties\": { \"\(member.key)\": … }")), at: member.keyPosition,
                    path)
            } else if let meant = meaning(&self, member.key), lacking.contains(meant) {
                isHinted = true
                lacking.removeAll { $0 == meant }
                faults.add(
                    .map(
                        .unknownKey, "不认识\(what.zh) \(quoted(member.key))",
                        "there is no \(what.en) \(quoted(member.key))", nearest: meant), at: member.keyPosition, path)
            } else if case .string(let text) = member.node.value, let stated = StatedDatum.of(member.key, text) {
                let problem = contradiction(stated)
                if stated != datum { faults.add(problem, at: member.keyPosition, path) }
            } else if unread.insert(member.key).inserted {
                dropped.add(.property, named: member.key)
            }
        }
        return isHinted
    }

    /// Which of the wanted properties another name is meant for; features have the same names over and over.
    mutating func meantName(_ key: String) -> String? {
        if let known = meant[key] { return known }
        let name = MeantName.of(key, among: wanted)
        meant[key] = .some(name)
        return name
    }

    static let known: Set<String> = ["id", "name", "name_zh", "name_en", "weight", "from_time", "until_time"]

    // MARK: Properties

    /// A text, or a number as its text; nil if there is none, or it has been reported.
    mutating func text(_ node: JSONNode?, _ path: DocumentPath, what: String) -> String? {
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

    mutating func weight(_ node: JSONNode?, _ path: DocumentPath) -> Double? {
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

    mutating func time(_ node: JSONNode?, _ path: DocumentPath) -> (time: ClosureTime, text: String)? {
        guard let node else { return nil }
        if case .null = node.value { return nil }
        do throws(Fault.Problem) {
            guard case .string(let text) = node.value else {
                throw .map(.wrongType, "不是时刻", "this is no time", expected: ClosureTime.expectation)
            }
            return (try ClosureTime(text), text)
        } catch {
            report(error, node, path)
            return nil
        }
    }

    // MARK: Faults

    mutating func type(of node: JSONNode, _ path: DocumentPath) -> String? {
        if case .object = node.value, case .string(let type)? = node["type"]?.value { return type }
        report(
            .map(
                .missingKey, "这里不是 GeoJSON 对象", "this is no GeoJSON object",
                expected: .init(zh: "带 \"type\" 的 { … }", en: "{ … } with a \"type\"")), node, path)
        return nil
    }

    mutating func reportType(_ type: String, _ node: JSONNode, _ path: DocumentPath, _ types: [String]) {
        report(
            .map(
                .unknownName, "类型 \(quoted(type)) 不能在此处", "the type \(quoted(type)) cannot stand here",
                expected: LocalizedText(types.joined(separator: ", ")), nearest: nearestName(to: type, among: types)),
            node, path)
    }

    mutating func report(_ problem: @autoclosure () -> Fault.Problem, _ node: JSONNode, _ path: DocumentPath) {
        if case .invalid = node.value { return }
        faults.add(problem(), at: node.position, path)
    }
}
