import RoadNetwork
import Words
import WrittenFiles

/// Reads OpenStreetMap XML (API 0.6) as a stream, twice: first the ways, then the nodes that roads need.
///
/// So memory holds roads and their nodes alone, and the order of nodes and ways in the file does not matter. Relations are
/// looked at for turn restrictions only, and remarks for what the server could not finish.
struct OSMReader {
    /// A road before its nodes are known: its own, and where its references begin and end.
    struct Way {
        let road: OSMRoad
        let name: Int32?
        let references: Range<Int>
    }

    /// The object whose parts are being read.
    private struct Object {
        var kind: String
        var line: Int
        var column: Int
        var id: Int64
        var isDeleted: Bool
        var tags = OSMTags()
        var longitude = 0.0
        var latitude = 0.0
        var firstReference = 0
    }

    /// The most references or tags of one object; the OSM database allows 2,000 and 5,000.
    private static let mostParts = 200_000

    private let source: ByteSource
    private let acceptsIncomplete: Bool
    private var isFirstPass = true
    private var warnings: [LocalizedText] = []
    private var faults = FaultList()
    private var dropped = Dropped()

    private var ways: [Way] = []
    private var references: [Int64] = []
    private var names: [String] = []
    private var nameNumbers: [String: Int32] = [:]
    private var wayIDs: Set<Int64> = []

    private var nodeIDs: [Int64] = []
    private var positions: [SIMD2<Double>] = []
    private var stopped: [TravelModeSet] = []

    /// Reads a source.
    ///
    /// - Parameter acceptsIncomplete: Whether a file will do that says it is not all that was asked for.
    /// - Throws: All faults, with line and column.
    /// - Complexity: O(bytes + r log r) for r references of roads, memory O(r).
    static func read(_ source: ByteSource, acceptsIncomplete: Bool = false) throws(FaultList) -> Noted<RoadMap> {
        var reader = OSMReader(source: source, acceptsIncomplete: acceptsIncomplete)
        try reader.pass { reader, object throws(ScanFault) in reader.takeWay(object) }
        reader.isFirstPass = false
        reader.nodeIDs = reader.sortedReferences()
        reader.wayIDs = []
        reader.positions = Array(repeating: SIMD2(.nan, .nan), count: reader.nodeIDs.count)
        reader.stopped = Array(repeating: [], count: reader.nodeIDs.count)
        try reader.pass { reader, object throws(ScanFault) in reader.takeNode(object) }
        guard reader.faults.isEmpty else { throw reader.faults }
        let assembly = OSMAssembly(
            ways: reader.ways, references: reader.references, names: reader.names, nodeIDs: reader.nodeIDs,
            positions: reader.positions, stopped: reader.stopped, dropped: reader.dropped)
        let (map, dropped) = assembly.map()
        var notes = ReadingNotes(source.name, dropped: dropped)
        notes.warnings = reader.warnings
        if map.network.arcCount == 0 { notes.warnings.append(.init(zh: "文件中没有道路", en: "there is no road in the file")) }
        return Noted(map, notes)
    }

    private init(source: ByteSource, acceptsIncomplete: Bool) {
        self.source = source
        self.acceptsIncomplete = acceptsIncomplete
    }

    private func sortedReferences() -> [Int64] {
        var sorted = references
        sorted.sort()
        var count = 0
        for id in sorted where count == 0 || sorted[count - 1] != id {
            sorted[count] = id
            count += 1
        }
        return Array(sorted[..<count])
    }

    // MARK: Passing over the file

    /// Hands every node, way and relation to `take`, each when it ends.
    private mutating func pass(_ take: (inout OSMReader, Object) throws(ScanFault) -> Void) throws(FaultList) {
        var scanner: XMLScanner
        do throws(FileProblem) {
            scanner = try XMLScanner(source)
        } catch {
            throw MapBytes.fault(error, source.name)
        }
        do throws(ScanFault) {
            try walk(&scanner, take)
        } catch {
            faults.add(error, file: source.name)
            throw faults
        }
    }

    private mutating func walk(
        _ scanner: inout XMLScanner, _ take: (inout OSMReader, Object) throws(ScanFault) -> Void
    ) throws(ScanFault) {
        var object: Object?
        while let token = try scanner.next() {
            if let stray = scanner.takeStray(), stray.depth == 1 || Self.mute.contains(stray.element) {
                takeStray(stray)
            }
            if token == .end {
                if scanner.depth == 1, ["remark", "error"].contains(scanner.name) { takeRemark(scanner) }
                if scanner.depth == 1, let finished = object {
                    try take(&self, finished)
                    object = nil
                }
                continue
            }
            if let object, max(object.tags.pairs.count, references.count - object.firstReference) > Self.mostParts {
                throw scanner.fault(
                    .map(
                        .tooLarge, "\(object.kind) \(object.id) 的部分太多",
                        "\(object.kind) \(object.id) has too many parts",
                        expected: .init(zh: "至多 \(Self.mostParts)", en: "at most \(Self.mostParts)")))
            }
            switch (scanner.depth, scanner.name) {
            case (1, let root):
                guard root == "osm" else {
                    throw scanner.fault(
                        .map(
                            .syntax, "根元素是 <\(visible(root))>", "the root element is <\(visible(root))>",
                            expected: LocalizedText("<osm>")))
                }
            case (2, "node"), (2, "way"), (2, "relation"): object = begin(scanner)
            case (2, "remark"), (2, "error"): scanner.listen()
            case (2, "bounds"), (2, "bound"), (2, "note"), (2, "meta"): break
            case (3, "tag") where object != nil:
                guard let key = try scanner.text("k"), let value = try scanner.text("v") else {
                    report(missing("k, v"), scanner.fault(missing("k, v")))
                    continue
                }
                object?.tags.pairs.append((key, value))
            case (3, "nd") where object?.kind == "way":
                if let id = identifier("ref", scanner) { references.append(id) }
            case (_, "node"), (_, "way"), (_, "relation"), (_, "nd"), (_, "tag"):
                // A note or a changeset may have tags of its own, but roads stand where the format puts them.
                guard object == nil, scanner.name == "tag" else {
                    throw scanner.fault(
                        .map(
                            .syntax, "<\(scanner.name)> 不能在此处", "<\(scanner.name)> cannot stand here",
                            expected: .init(zh: "OSM XML 的层次", en: "the levels of OSM XML")))
                }
            case (3, "member") where object?.kind == "relation": break
            case (3, "bounds") where object != nil, (3, "center") where object != nil: break
            case (2, let name) where isFirstPass, (3, let name) where isFirstPass && object != nil:
                dropped.add(.element, named: "<\(visible(name, limit: 40))>")
            default: break
            }
        }
    }

    /// Elements that hold elements alone; text in them is what a server had to say, or a slip.
    private static let mute: Set<String> = ["osm", "node", "way", "relation", "nd", "tag", "member", "bounds"]

    private mutating func begin(_ scanner: XMLScanner) -> Object {
        let place = scanner.fault(missing("id"))
        var object = Object(
            kind: scanner.name, line: place.line, column: place.column, id: 0,
            isDeleted: scanner.raw("visible").map { $0.elementsEqual("false".utf8) } ?? false
                || scanner.raw("action").map { $0.elementsEqual("delete".utf8) } ?? false)
        object.id = identifier("id", scanner) ?? 0
        object.firstReference = references.count
        guard object.kind == "node", !object.isDeleted else { return object }
        object.longitude = degrees("lon", scanner, within: 180)
        object.latitude = degrees("lat", scanner, within: 90)
        return object
    }

    // MARK: Faults

    private mutating func report(_ problem: Fault.Problem, _ place: ScanFault) {
        // Both passes see the same attributes; the list keeps one of two equal faults.
        faults.add(problem, file: source.name, line: place.line, column: place.column)
    }

    private func missing(_ attribute: String) -> Fault.Problem {
        .map(.missingKey, "缺少属性 \(attribute)", "the attribute \(attribute) is missing")
    }

    private mutating func identifier(_ attribute: String, _ scanner: XMLScanner) -> Int64? {
        guard let bytes = scanner.raw(attribute) else {
            report(missing(attribute), scanner.fault(missing(attribute)))
            return nil
        }
        if let id = NumberText.integer(bytes) { return id }
        let problem = Fault.Problem.map(
            .wrongType, "\(quoted(String(decoding: bytes.prefix(100), as: UTF8.self))) 不是编号",
            "\(quoted(String(decoding: bytes.prefix(100), as: UTF8.self))) is no id",
            expected: .init(zh: "整数", en: "a whole number"))
        report(problem, scanner.fault(problem, attribute: attribute))
        return nil
    }

    private mutating func degrees(_ attribute: String, _ scanner: XMLScanner, within limit: Double) -> Double {
        guard let bytes = scanner.raw(attribute) else {
            report(missing(attribute), scanner.fault(missing(attribute)))
            return 0
        }
        if let value = NumberText.double(bytes), abs(value) <= limit { return value }
        let written = quoted(String(decoding: bytes.prefix(100), as: UTF8.self))
        let range = "-\(Int(limit)) … \(Int(limit))"
        let problem = Fault.Problem.map(
            .outOfRange, "\(attribute) \(written) 不是可用的坐标", "\(attribute) \(written) is no usable coordinate",
            expected: .init(zh: "\(range) 度", en: "degrees from \(range)"))
        report(problem, scanner.fault(problem, attribute: attribute))
        return 0
    }

    private mutating func reportTwice(_ object: Object) {
        faults.add(
            .map(
                .duplicateKey, "\(object.kind) \(object.id) 出现了两次", "\(object.kind) \(object.id) stands twice",
                expected: .init(zh: "每个编号只出现一次", en: "each id once")),
            file: source.name, line: object.line, column: object.column)
    }

    /// What the server that made the file says of it: it ran out of time or memory and sent what it had, as a rule.
    ///
    /// An `<error>` is what the OSM API ends a download with that it could not finish.
    private mutating func takeRemark(_ scanner: XMLScanner) {
        let words = scanner.heard.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let remark = visible(words.hasSuffix(".") ? String(words.dropLast()) : words, limit: 200)
        let isError = scanner.name == "error"
        guard !remark.isEmpty || isError else { return }
        let text = LocalizedText(
            zh: "文件自述：\(remark.isEmpty ? "<error>" : remark)",
            en: "the file says of itself: \(remark.isEmpty ? "<error>" : remark)")
        let troubles = ["error", "timed out", "timeout", "out of memory", "incomplete", "aborted", "exceeded"]
        let isIncomplete = isError || troubles.contains { remark.lowercased().contains($0) }
        takeDoubt(text, isIncomplete: isIncomplete, at: scanner.fault(missing("remark")))
    }

    /// Text between elements: a server's last words, or a slip of whoever edited the file.
    private mutating func takeStray(_ stray: XMLScanner.Stray) {
        let words = quoted(stray.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        let text = LocalizedText(
            zh: "<\(stray.element)> 中有文字 \(words)", en: "there is text in <\(stray.element)>: \(words)")
        let place = ScanFault(problem: missing("text"), line: stray.place.line, column: stray.place.column)
        takeDoubt(text, isIncomplete: true, at: place)
    }

    private mutating func takeDoubt(_ text: LocalizedText, isIncomplete: Bool, at place: ScanFault) {
        guard isIncomplete, !acceptsIncomplete else {
            // Both passes see it.
            if !warnings.contains(text) { warnings.append(text) }
            return
        }
        report(
            .map(
                .inconsistent, "文件不完整，\(text.zh)", "the file is incomplete; \(text.en)",
                expected: .init(
                    zh: "完整的下载，或用 import osm --accept-incomplete 读取",
                    en: "a whole download, or import osm with --accept-incomplete")), place)
    }

    // MARK: Ways and nodes

    private mutating func takeWay(_ object: Object) {
        let range = object.firstReference..<references.count
        var isKept = false
        defer { if !isKept { references.removeSubrange(range) } }
        if object.isDeleted {
            dropped[.deleted] += 1
            return
        }
        guard object.kind == "way" else {
            if object.kind == "relation", let (reason, name) = object.tags.relation {
                if name.isEmpty { dropped[reason] += 1 } else { dropped.add(reason, named: name) }
            }
            return
        }
        object.tags.countSlips(&dropped)
        switch OSMRoad.judge(object.tags, &dropped) {
        case .other: return
        case .dropped(let reason): dropped[reason] += 1
        case .road(let road):
            guard wayIDs.insert(object.id).inserted else { return reportTwice(object) }
            isKept = true
            ways.append(Way(road: road, name: nameNumber(object.tags["name"]), references: range))
        }
    }

    private mutating func nameNumber(_ name: String?) -> Int32? {
        guard let name, !name.isEmpty else { return nil }
        if let number = nameNumbers[name] { return number }
        let number = Int32(names.count)
        names.append(name)
        nameNumbers[name] = number
        return number
    }

    private mutating func takeNode(_ object: Object) {
        // References were kept in the first pass.
        references.removeSubrange(object.firstReference...)
        guard object.kind == "node", !object.isDeleted, let index = nodeIDs.indexOfSorted(object.id) else { return }
        guard positions[index].x.isNaN else { return reportTwice(object) }
        positions[index] = SIMD2(object.longitude, object.latitude)
        object.tags.countSlips(&dropped)
        stopped[index] = object.tags.stopped(&dropped)
    }
}

extension [Int64] {
    /// The index of a value in a sorted array.
    func indexOfSorted(_ value: Int64) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == value ? low : nil
    }
}
