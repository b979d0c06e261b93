import DenseTables
import Foundation
import Results
import RoadNetwork
import Words
import WrittenFiles

/// The program's own network file: text, a version first, then names, nodes and arcs, one a line, fields between tabs.
///
/// `pingji network 1` · `names N` and N names · `nodes N` and N lines `id lon lat elevation_m` · `arcs N` and N lines
/// `from to length_m class modes pace bridge name`. Arcs name nodes and names by their number from 0, so that a million
/// lines are read in a second or two. Modes are the letters w, e, c, b (walk, e-bike, car, boat) and x (cars on an emergency
/// call, where others may not go); a pace is `-`, `l30` (limit in km/h), `d30` (driven) or `f1500` (milliseconds). Numbers read
/// back exactly.
public enum NetworkFile {
    static let mark = "pingji network "
    static let version = 1

    private static let letters: [(access: TravelModeSet, letter: UInt8)] = [
        (TravelModeSet(.walk), UInt8(ascii: "w")), (TravelModeSet(.eBike), UInt8(ascii: "e")),
        (TravelModeSet(.car), UInt8(ascii: "c")), (TravelModeSet(.boat), UInt8(ascii: "b")),
        (.emergency, UInt8(ascii: "x")),
    ]

    // MARK: Writing

    /// The content of a network file.
    ///
    /// - Complexity: O(nodes + arcs).
    public static func bytes(of map: RoadMap) -> [UInt8] {
        let network = map.network
        var bytes: [UInt8] = []
        bytes.reserveCapacity(network.nodeCount * 48 + network.arcCount * 48)
        let (tab, end) = (UInt8(ascii: "\t"), UInt8(ascii: "\n"))
        bytes += "\(mark)\(version)\nnames \(network.names.count)\n".utf8
        for name in network.names {
            bytes += escaped(name)
            bytes.append(end)
        }
        bytes += "nodes \(network.nodeCount)\n".utf8
        for (node, name) in zip(network.nodes, map.nodeNames) {
            bytes += escaped(name)
            for number in [node.longitude, node.latitude, node.elevation] {
                bytes.append(tab)
                bytes += NumberFormat.shortest(number).utf8
            }
            bytes.append(end)
        }
        let classes = RoadClass.allCases.map { Array("\($0)".utf8) }
        bytes += "arcs \(network.arcCount)\n".utf8
        for arc in network.arcs {
            bytes += "\(arc.from.raw)\t\(arc.to.raw)\t\(NumberFormat.shortest(arc.length))\t".utf8
            bytes += classes[Int(arc.roadClass.rawValue)]
            bytes.append(tab)
            for (access, letter) in letters where arc.access.isSuperset(of: access) { bytes.append(letter) }
            bytes.append(tab)
            bytes += text(of: arc.pace).utf8
            bytes += "\t\(arc.isBridge ? 1 : 0)\t".utf8
            bytes += (arc.name.map { "\($0)" } ?? "").utf8
            bytes.append(end)
        }
        return bytes
    }

    private static func text(of pace: RoadPace) -> String {
        switch pace {
        case .byClass: "-"
        case .limit(let speed): "l\(speed)"
        case .driven(let speed): "d\(speed)"
        case .fixed(let milliseconds): "f\(milliseconds)"
        }
    }

    /// A name on one line between tabs.
    private static func escaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\t"): bytes += [0x5C, UInt8(ascii: "t")]
            case UInt8(ascii: "\n"): bytes += [0x5C, UInt8(ascii: "n")]
            case UInt8(ascii: "\r"): bytes += [0x5C, UInt8(ascii: "r")]
            case 0x5C: bytes += [0x5C, 0x5C]
            default: bytes.append(byte)
            }
        }
        return bytes
    }

    // MARK: Reading

    /// Whether bytes begin like a network file.
    static func isOne(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: mark.utf8) }

    /// Reads the content of a network file.
    ///
    /// - Throws: The first fault, with its line: the program wrote the file, so one is enough to know it is damaged.
    /// - Complexity: O(bytes).
    static func read(_ bytes: [UInt8], path: String) throws(FaultList) -> RoadMap {
        do throws(ScanFault) {
            var reader = Reader(bytes: bytes)
            return try reader.map()
        } catch {
            var faults = FaultList()
            faults.add(error, file: path)
            throw faults
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var line = 0
        var next = 0
        var fields: [Range<Int>] = []

        /// Splits the next line into `fields`.
        mutating func takeLine() throws(ScanFault) {
            let start = next
            guard start < bytes.count else {
                line += 1
                throw fault("文件到此中断", "the file ends too early")
            }
            fields.removeAll(keepingCapacity: true)
            line += 1
            next = bytes.withUnsafeBufferPointer { bytes in
                var (first, index) = (start, start)
                while index < bytes.count, bytes[index] != 0x0A {
                    if bytes[index] == 0x09 {
                        fields.append(first..<index)
                        first = index + 1
                    }
                    index += 1
                }
                fields.append(first..<index)
                return index + 1
            }
            // A last line without its end has lost something.
            guard next <= bytes.count else { throw fault("文件到此中断", "the file ends too early") }
        }

        func fault(_ zh: String, _ en: String, field: Int = 0) -> ScanFault {
            let column = fields.indices.contains(field) ? fields[field].lowerBound - (fields.first?.lowerBound ?? 0) : 0
            return ScanFault(
                problem: .map(.syntax, "网络文件已损坏：\(zh)", "the network file is damaged: \(en)"),
                line: line, column: column + 1)
        }

        mutating func map() throws(ScanFault) -> RoadMap {
            try takeLine()
            let written = try text(0)
            guard written == "\(mark)\(version)" else {
                throw ScanFault(
                    problem: .map(
                        .inconsistent, "网络文件的版本本程序不认识", "the network file has a version this program does not know",
                        expected: LocalizedText("\(mark)\(version)")), line: 1, column: 1)
            }
            let nameCount = try count("names ")
            var names: [String] = []
            for _ in 0..<nameCount {
                try takeLine()
                names.append(try unescaped(0))
            }
            let nodeCount = try count("nodes ")
            var (nodes, nodeNames): ([RoadNode], [String]) = ([], [])
            nodes.reserveCapacity(nodeCount)
            nodeNames.reserveCapacity(nodeCount)
            for _ in 0..<nodeCount {
                try takeLine()
                guard fields.count == 4 else { throw fault("应有4个字段", "expected 4 fields") }
                nodeNames.append(try unescaped(0))
                nodes.append(
                    RoadNode(
                        longitude: try number(1, in: -180...180), latitude: try number(2, in: -90...90),
                        elevation: try number(3, in: -12_000...10_000)))
            }
            let arcCount = try count("arcs ")
            var arcs: [RoadArc] = []
            arcs.reserveCapacity(arcCount)
            for _ in 0..<arcCount { arcs.append(try arc(nodeCount: nodeCount, nameCount: nameCount)) }
            guard next == bytes.count else {
                line += 1
                throw fault("末尾有多余内容", "there is more after the last arc")
            }
            return RoadMap(network: RoadNetwork(nodes: nodes, arcs: arcs, names: names), nodeNames: nodeNames)
        }

        /// The number of lines a section states, never more than the file can hold.
        private mutating func count(_ title: StaticString) throws(ScanFault) -> Int {
            try takeLine()
            let range = fields[0]
            let length = title.utf8CodeUnitCount
            let isTitled = title.withUTF8Buffer { bytes[range].starts(with: $0) }
            guard isTitled, fields.count == 1, let count = NumberText.integer(bytes[range].dropFirst(length)),
                count >= 0, count <= bytes.count - next
            else { throw fault("应为 \"\(title)\" 和行数", "expected \"\(title)\" and a number of lines") }
            return Int(count)
        }

        private mutating func arc(nodeCount: Int, nameCount: Int) throws(ScanFault) -> RoadArc {
            try takeLine()
            guard fields.count == 8 else { throw fault("应有8个字段", "expected 8 fields") }
            let (from, to) = (try index(0, below: nodeCount), try index(1, below: nodeCount))
            var access: TravelModeSet = []
            for byte in bytes[fields[4]] {
                guard let user = letters.first(where: { $0.letter == byte })?.access else {
                    throw fault("不认识的交通方式", "an unknown mode", field: 4)
                }
                access.formUnion(user)
            }
            guard bytes[fields[6]].elementsEqual("0".utf8) || bytes[fields[6]].elementsEqual("1".utf8) else {
                throw fault("桥应为0或1", "bridge must be 0 or 1", field: 6)
            }
            return RoadArc(
                from: RoadNodeID(from), to: RoadNodeID(to), length: try number(2, in: 0...1e7),
                roadClass: try roadClass(), isBridge: bytes[fields[6].lowerBound] == UInt8(ascii: "1"),
                name: fields[7].isEmpty ? nil : Int32(try index(7, below: nameCount)), access: access,
                pace: try pace())
        }

        private func roadClass() throws(ScanFault) -> RoadClass {
            for (number, name) in Self.classNames.enumerated() where bytes[fields[3]].elementsEqual(name) {
                return RoadClass.allCases[number]
            }
            throw fault("不认识的道路类别", "an unknown road class", field: 3)
        }

        private static let classNames = RoadClass.allCases.map { Array("\($0)".utf8) }

        private func pace() throws(ScanFault) -> RoadPace {
            let range = fields[5]
            let rest = bytes[range].dropFirst()
            switch bytes[range].first {
            case UInt8(ascii: "-") where rest.isEmpty: return .byClass
            case UInt8(ascii: "l"), UInt8(ascii: "d"):
                guard let speed = Float(String(decoding: rest, as: UTF8.self)), speed > 0, speed <= 1000 else { break }
                return bytes[range].first == UInt8(ascii: "l") ? .limit(speed) : .driven(speed)
            case UInt8(ascii: "f"):
                guard let time = NumberText.integer(rest), let exact = UInt32(exactly: time) else { break }
                return .fixed(exact)
            default: break
            }
            throw fault("不认识的快慢", "an unknown pace", field: 5)
        }

        private func index(_ field: Int, below limit: Int) throws(ScanFault) -> Int {
            var value = 0
            let digits = bytes[fields[field]]
            guard !digits.isEmpty, digits.count < 11 else { throw fault("应为编号", "expected a number", field: field) }
            for byte in digits {
                guard byte >= 0x30, byte <= 0x39 else { throw fault("应为编号", "expected a number", field: field) }
                value = value * 10 + Int(byte - 0x30)
            }
            guard value < limit else { throw fault("编号太大", "a number too large", field: field) }
            return value
        }

        private func number(_ field: Int, in range: ClosedRange<Double>) throws(ScanFault) -> Double {
            guard let value = NumberText.double(bytes[fields[field]]), range.contains(value) else {
                throw fault("数不可用", "a number that cannot be used", field: field)
            }
            return value
        }

        private func text(_ field: Int) throws(ScanFault) -> String {
            guard let text = String(validating: bytes[fields[field]], as: UTF8.self) else {
                throw fault("不是 UTF-8 文字", "this is not UTF-8 text", field: field)
            }
            return text
        }

        private func unescaped(_ field: Int) throws(ScanFault) -> String {
            guard bytes[fields[field]].contains(0x5C) else { return try text(field) }
            var content: [UInt8] = []
            var isEscape = false
            for byte in bytes[fields[field]] {
                if isEscape {
                    switch byte {
                    case UInt8(ascii: "t"): content.append(0x09)
                    case UInt8(ascii: "n"): content.append(0x0A)
                    case UInt8(ascii: "r"): content.append(0x0D)
                    case 0x5C: content.append(0x5C)
                    default: throw fault("不认识的转义", "an unknown escape", field: field)
                    }
                    isEscape = false
                } else if byte == 0x5C {
                    isEscape = true
                } else {
                    content.append(byte)
                }
            }
            guard !isEscape, let text = String(validating: content, as: UTF8.self) else {
                throw fault("名称写得不对", "a malformed name", field: field)
            }
            return text
        }
    }
}
