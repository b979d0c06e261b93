import RandomStreams
import TestSupport
import Testing
import Words

@testable import WrittenFiles

private enum Channel: String, CaseIterable {
    case phoneTree, message
}

/// Whatever the bytes, reading ends: with a document, or with faults at places in the file.
struct HostileFileTests {
    private static let sample = """
        // 平急转换
        { "title": { "zh": "梅江区", "en": "Meijiang" }, "start": "2024-06-16T15:00+08:00",
          "callOut": { "span": { "value": 5, "source": "[P38]", "range": [3, 7] }, "channels": ["phoneTree"],
            "call": { "value": { "lognormal": { "median": "1.5 min", "sigma": 0.5 } }, "range": ["0.5 min", "5 min"] },
            "answer": { "chance": "46%", "then": { "empirical": [[0.1, "2 min"], [1, "9 min"]] } }, /* n */
          }, "teams": [ { "seat": [116.12, 24.29], "speed": "16 km/h", "hours": [0.1, "20%"] } ] }
        """

    private func read(_ bytes: [UInt8]) -> FaultList {
        let (tree, faults) = parse(bytes)
        let decoder = DocumentDecoder(
            faults: faults, draw: AssumptionDraw(stream: RandomStream(seed: 1, replication: 1)))
        decoder.decode(tree) { reader in
            _ = reader.value("title", .text)
            _ = reader.value("start", .date)
            reader.object("callOut") { callOut in
                _ = callOut.value("span", .integer(in: 1...50))
                _ = callOut.value("channels", .names(of: Channel.self))
                _ = callOut.value("call", .durationDistribution)
                _ = callOut.value("answer", .durationDistribution)
            }
            _ = reader.list("teams") { team in
                _ = team.value("seat", .coordinate)
                _ = team.value("speed", .speed)
                _ = team.value("hours", .list(of: .share))
            }
        }
        for fault in decoder.faults.faults {
            #expect(fault.line >= 1 && fault.column >= 1)
            #expect(!fault.text.zh.isEmpty && !fault.text.en.contains("\n"))
        }
        if decoder.faults.isEmpty { #expect(parse(JSONWriter.document(tree)).faults.isEmpty) }
        return decoder.faults
    }

    @Test func `the sample itself has no fault`() {
        #expect(read(Array(Self.sample.utf8)).lines == [])
    }

    @Test func `cut off at any byte it is at fault`() {
        let bytes = Array(Self.sample.utf8)
        for length in 0..<bytes.count {
            if read(Array(bytes.prefix(length))).isEmpty { Issue.record("no fault when cut after \(length) bytes") }
        }
    }

    @Test(arguments: 0..<4) func `changed at random it ends in a document or in faults`(_ seed: Int) {
        var random = SplitMix(seed)
        let original = Array(Self.sample.utf8)
        let spice = Array("{}[]\",:/*\\\n\u{0}0e9.-+x%".utf8) + [0xFF, 0xC0, 0xED, 0x80]
        for _ in 0..<150 {
            var bytes = original
            for _ in 0...random.below(3) {
                let place = random.below(bytes.count)
                switch random.below(5) {
                case 0: bytes[place] = spice[random.below(spice.count)]
                case 1: bytes.insert(spice[random.below(spice.count)], at: place)
                case 2: bytes.remove(at: place)
                case 3: bytes.removeSubrange(place..<min(place + random.below(40), bytes.count))
                default:
                    let piece = bytes[place..<min(place + random.below(40), bytes.count)]
                    bytes.insert(contentsOf: piece, at: random.below(bytes.count))
                }
            }
            _ = read(bytes)
        }
    }

    @Test(arguments: 0..<2) func `with its parts exchanged it ends in a document or in faults`(_ seed: Int) {
        var random = SplitMix(100 + seed)
        let (tree, _) = parse(Self.sample)
        var parts: [JSONNode] = [
            JSONNode(.null), JSONNode(.array([])), JSONNode(.object([])), .number(-1e300), .string(""),
        ]
        func collect(_ node: JSONNode) {
            parts.append(node)
            switch node.value {
            case .array(let nodes): nodes.forEach(collect)
            case .object(let members): members.map(\.node).forEach(collect)
            default: break
            }
        }
        collect(tree)
        func changed(_ node: JSONNode) -> JSONNode {
            if random.below(20) == 0 { return parts[random.below(parts.count)] }
            return switch node.value {
            case .array(let nodes): JSONNode(.array(nodes.map(changed)))
            case .object(let members):
                JSONNode(
                    .object(members.compactMap { random.below(30) == 0 ? nil : JSONMember($0.key, changed($0.node)) }))
            default: node
            }
        }
        for _ in 0..<150 { _ = read(Array(JSONWriter.document(changed(tree)).utf8)) }
    }

    @Test(arguments: [
        "[", "{\"a\":", "{\"value\":", "{\"callOut\":{\"call\":", "[[{\"then\":", "/*", "\"", "//", "\\", "1", "-",
        "NaN ", "\u{0}",
    ])
    func `repeated ten thousand times it ends in a fault`(_ piece: String) {
        #expect(!read(Array(String(repeating: piece, count: 10_000).utf8)).isEmpty)
    }

    @Test func `one line with very many faults is read in time`() {
        let keys = (0..<20_000).map { "\"k\($0)\":1" }.joined(separator: ",")
        let faults = read(Array("{\(keys)}".utf8))
        #expect(faults.faults.count == FaultList.limit)
        #expect(faults.reports == 20_004)
    }
}
