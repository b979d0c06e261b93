import Words
import WrittenFiles

/// What the bytes of a file hold, and what is wrong with them.
public func parse(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> (tree: JSONNode, faults: FaultList) {
    var faults = FaultList(files: [SourceFile(path: "test.jsonc", bytes: bytes)])
    let tree = JSONParser.parse(file: 0, faults: &faults, limits: limits)
    return (tree, faults)
}

/// What a text holds, and what is wrong with it.
public func parse(_ text: String, limits: ReadingLimits = ReadingLimits()) -> (tree: JSONNode, faults: FaultList) {
    parse(Array(text.utf8), limits: limits)
}

/// The document that `read` makes of a text, and the decoder that made it.
public func decode<Document>(
    _ text: String, draw: AssumptionDraw? = nil, _ read: (inout ObjectReader) -> Document
) -> (document: Document, decoder: DocumentDecoder) {
    let (tree, faults) = parse(text)
    let decoder = DocumentDecoder(faults: faults, draw: draw)
    return (decoder.decode(tree, read), decoder)
}

/// The value of one input written as `text`, and the English lines of its faults.
public func decodeInput<Kind: InputKind>(
    _ text: String, _ kind: Kind, draw: AssumptionDraw? = nil
) -> (value: Kind.Value, faults: [String]) {
    let (value, decoder) = decode("{ \"x\": \(text) }", draw: draw) { $0.value("x", kind) }
    return (value, decoder.faults.faults.map(\.text.en))
}

/// A tree on one line, empty if there is none.
public func line(_ node: JSONNode?) -> String { node.map { JSONWriter.line($0) } ?? "" }

extension FaultList {
    /// Line, column and kind of each fault, to compare.
    public var places: [String] { faults.map { "\($0.line):\($0.column) \($0.problem.kind)" } }

    /// The English lines.
    public var lines: [String] { faults.map(\.text.en) }
}

extension SourceFile {
    /// Creates a file that holds `text`.
    public init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}
