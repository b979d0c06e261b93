import DenseTables
import Foundation
import RoadNetwork
import Words
import WrittenFiles

/// Reads a folder with `nodes.csv` (`id,lon,lat[,elevation_m]`) and `arcs.csv` (`from,to,length_m` and `seconds`, `class` or
/// `speed_kmh`, with `bridge` and `name` if wanted).
///
/// Arcs are directed. `seconds` holds for every mode, `speed_kmh` is the speed of cars, and a class decides the speed of
/// every mode.
enum RoadFolder {
    /// The files that are read.
    static let files = ["nodes.csv", "arcs.csv"]
    private static let nodeColumns = ["id", "lon", "lat", "elevation_m"]
    private static let arcColumns = ["from", "to", "length_m", "seconds", "class", "speed_kmh", "bridge", "name"]

    /// The longest time an arc may take in seconds: what milliseconds in 32 bits hold.
    static let mostSeconds = 4_294_967.0

    /// Reads the two files.
    ///
    /// - Throws: All faults of both files, with line and column.
    /// - Complexity: O(bytes).
    static func read(_ folder: String) throws(FaultList) -> Noted<RoadMap> {
        try refuseFile(folder)
        let path = folder.hasSuffix("/") ? folder : folder + "/"
        var faults = FaultList()
        func bytes(_ name: String) -> [UInt8]? {
            do throws(FaultList) {
                return try MapBytes.read(path + name)
            } catch {
                faults.join(error)
                return nil
            }
        }
        let (nodeBytes, arcBytes) = (bytes("nodes.csv"), bytes("arcs.csv"))
        guard let nodeBytes, let arcBytes else { throw faults }
        let (map, dropped) = try read(nodes: nodeBytes, path + "nodes.csv", arcs: arcBytes, path + "arcs.csv")
        var notes = ReadingNotes(folder, dropped: dropped)
        if let warning = LengthRule.warning(map) { notes.warnings.append(warning) }
        return Noted(map, notes)
    }

    /// Asks for the folder if a path leads to one of its files, or another, or nowhere.
    static func refuseFile(_ path: String) throws(FaultList) {
        let expected = LocalizedText(zh: "含 nodes.csv 与 arcs.csv 的目录", en: "a folder with nodes.csv and arcs.csv")
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw FaultList(.folderMissing(path, expected, nearest: DiskFiles().nearestFolder(to: path)), file: path)
        }
        if isFolder.boolValue { return }
        throw FaultList(
            .map(.fileRefused, "\(quoted(path)) 是文件", "\(quoted(path)) is a file", expected: expected), file: path)
    }

    /// Reads the content of the two files; the paths are named in faults.
    static func read(
        nodes nodeBytes: [UInt8], _ nodePath: String, arcs arcBytes: [UInt8], _ arcPath: String
    ) throws(FaultList) -> (map: RoadMap, dropped: Dropped) {
        var sheet = CSVSheet(nodeBytes, path: nodePath, columns: nodeColumns)
        sheet.require(["id", "lon", "lat"], wanted: ["elevation_m"])
        var nodes: [RoadNode] = []
        var names: [String] = []
        var numbers: [String: RoadNodeID] = [:]
        while sheet.faults.isEmpty || !sheet.faults.isFull, let row = sheet.next() {
            guard let id = sheet.identifier("id", row) else { continue }
            let position = sheet.position(row) ?? .zero
            let elevation = sheet.number("elevation_m", row, in: -12_000...10_000)
            guard numbers.updateValue(RoadNodeID(nodes.count), forKey: id) == nil else {
                sheet.report(
                    .map(
                        .duplicateKey, "节点 \(quoted(id)) 出现了两次", "the node \(quoted(id)) stands twice",
                        expected: .init(zh: "每个编号只出现一次", en: "each id once")), row, "id")
                continue
            }
            nodes.append(
                RoadNode(longitude: position.x, latitude: position.y, elevation: elevation ?? 0))
            names.append(id)
        }
        var faults = sheet.faults
        var reader = ArcReader(
            sheet: CSVSheet(arcBytes, path: arcPath, columns: arcColumns), nodes: numbers, nodeNames: names,
            knowsNodes: faults.isEmpty)
        reader.readAll()
        faults.join(reader.sheet.faults)
        guard faults.isEmpty else { throw faults }
        var dropped = sheet.dropped
        dropped.join(reader.sheet.dropped)
        let network = RoadNetwork(nodes: nodes, arcs: reader.arcs, names: reader.roadNames)
        return (RoadMap(network: network, nodeNames: names), dropped)
    }
}

/// Reads the rows of `arcs.csv`.
private struct ArcReader {
    var sheet: CSVSheet
    let nodes: [String: RoadNodeID]
    var arcs: [RoadArc] = []
    var roadNames: [String] = []
    private var numbers: [String: Int32] = [:]
    private var hints: NameHints
    /// Whether every node was read: where one was not, an arc that leads to it is not at fault.
    private let knowsNodes: Bool

    // Made once: to describe a case is slow.
    private static let classNames = RoadClass.allCases.map { "\($0)" }

    init(sheet: CSVSheet, nodes: [String: RoadNodeID], nodeNames: [String], knowsNodes: Bool) {
        self.sheet = sheet
        self.nodes = nodes
        self.knowsNodes = knowsNodes
        hints = NameHints(nodeNames)
    }

    mutating func readAll() {
        let paces = ["seconds", "class", "speed_kmh"]
        let hasPace = paces.contains(where: sheet.has) || paces.contains(where: sheet.means)
        // A time decides alone, so nothing else of speed is missed beside it.
        sheet.require(
            ["from", "to", "length_m"] + (hasPace ? [] : ["seconds"]),
            wanted: (sheet.has("seconds") ? [] : paces) + ["bridge"],
            instead: ["seconds": .init(zh: "seconds、class 或 speed_kmh", en: "seconds, class or speed_kmh")])
        while !sheet.faults.isFull, let row = sheet.next() {
            let (from, to) = (node("from", row), node("to", row))
            let length = sheet.filledNumber("length_m", row, in: 0...1e7)
            let roadClass = sheet.word("class", row, among: Self.classNames)
            let pace = pace(row, hasClass: row.text("class") != nil)
            let bridge = sheet.word("bridge", row, among: ["yes", "no", "true", "false", "1", "0"])
            guard let from, let to, let length else { continue }
            arcs.append(
                RoadArc(
                    from: from, to: to, length: length,
                    roadClass: roadClass.flatMap(Self.classNames.firstIndex(of:)).map { RoadClass.allCases[$0] }
                        ?? .street,
                    isBridge: ["yes", "true", "1"].contains(bridge), name: number(of: row.text("name")), pace: pace))
        }
    }

    private mutating func node(_ column: String, _ row: CSVSheet.Row) -> RoadNodeID? {
        guard let id = sheet.identifier(column, row) else { return nil }
        if let node = nodes[id] { return node }
        guard knowsNodes else { return nil }
        sheet.report(
            .map(
                .unknownName, "nodes.csv 中没有节点 \(quoted(id))", "nodes.csv has no node \(quoted(id))",
                nearest: hints.nearest(to: id)), row, column)
        return nil
    }

    /// What the row says of speed: a time, else a speed, else its class.
    private mutating func pace(_ row: CSVSheet.Row, hasClass: Bool) -> RoadPace {
        let seconds = sheet.number("seconds", row, in: 0...RoadFolder.mostSeconds)
        let speed = sheet.number("speed_kmh", row, in: 0.1...400)
        if let seconds { return .fixed(UInt32((seconds * 1000).rounded())) }
        if let speed { return .driven(Float(speed)) }
        if !hasClass, row.text("seconds") == nil, row.text("speed_kmh") == nil {
            sheet.report(
                .map(
                    .missingKey, "本行没有说明快慢", "the row does not say how fast the arc is",
                    expected: .init(zh: "seconds、class 或 speed_kmh", en: "seconds, class or speed_kmh")), row)
        }
        return .byClass
    }

    private mutating func number(of name: String?) -> Int32? {
        guard let name else { return nil }
        if let number = numbers[name] { return number }
        numbers[name] = Int32(roadNames.count)
        roadNames.append(name)
        return Int32(roadNames.count - 1)
    }
}
