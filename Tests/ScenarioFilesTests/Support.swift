import Organization

@testable import ScenarioFiles

/// Files in memory, with folders, links and things that are no files.
struct MemoryFiles: FileAccess {
    var files: [String: [UInt8]] = [:]
    var links: [String: String] = [:]
    var devices: Set<String> = []

    init(_ texts: [String: String]) { files = texts.mapValues { Array($0.utf8) } }

    func resolve(_ path: String) throws(FileProblem) -> String {
        var steps: [Substring] = []
        for step in path.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
            let here = "/" + steps.joined(separator: "/")
            if let target = links[here] { steps = target.split(separator: "/") }
        }
        let resolved = "/" + steps.joined(separator: "/")
        guard files[resolved] != nil || devices.contains(resolved) else { throw .missing }
        return resolved
    }

    func read(_ resolvedPath: String, limit: Int) throws(FileProblem) -> [UInt8] {
        guard !devices.contains(resolvedPath) else { throw .notAFile }
        guard let bytes = files[resolvedPath] else { throw .missing }
        guard bytes.count <= limit else { throw .tooLarge }
        return bytes
    }
}

/// What the bytes of a file hold, and what is wrong with them.
func parse(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> (tree: JSONNode, faults: FaultList) {
    var faults = FaultList(files: [SourceFile(path: "test.jsonc", bytes: bytes)])
    let tree = JSONParser.parse(file: 0, faults: &faults, limits: limits)
    return (tree, faults)
}

func parse(_ text: String, limits: ReadingLimits = ReadingLimits()) -> (tree: JSONNode, faults: FaultList) {
    parse(Array(text.utf8), limits: limits)
}

/// The document that `read` makes of a text, and the decoder that made it.
func decode<Document>(
    _ text: String, draw: AssumptionDraw? = nil, _ read: (inout ObjectReader) -> Document
) -> (document: Document, decoder: DocumentDecoder) {
    let (tree, faults) = parse(text)
    let decoder = DocumentDecoder(faults: faults, draw: draw)
    return (decoder.decode(tree, read), decoder)
}

/// The value of one input written as `text`, and the English lines of its faults.
func decodeInput<Kind: InputKind>(
    _ text: String, _ kind: Kind, draw: AssumptionDraw? = nil
) -> (value: Kind.Value, faults: [String]) {
    let (value, decoder) = decode("{ \"x\": \(text) }", draw: draw) { $0.value("x", kind) }
    return (value, decoder.faults.faults.map(\.text.en))
}

/// A tree on one line, empty if there is none.
func line(_ node: JSONNode?) -> String { node.map { JSONWriter.line($0) } ?? "" }

extension FaultList {
    /// Line, column and kind of each fault, to compare.
    var places: [String] { faults.map { "\($0.line):\($0.column) \($0.problem.kind)" } }

    /// The English lines.
    var lines: [String] { faults.map(\.text.en) }
}

extension SourceFile {
    init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}
