import Words

/// One pass over a scenario's tree that turns it into documents.
///
/// Documents declare their keys by reading them (see `ObjectReader`); this object collects what all of them have to
/// say: the faults, and every input with its source. With an `AssumptionDraw` the same pass gives one replication's
/// inputs: each figure that has a range and no source is drawn within it. Not shared between threads; each worker makes
/// its own.
public final class DocumentDecoder {
    /// What is wrong, in files and in what was decoded so far.
    public internal(set) var faults: FaultList

    /// What can be run and is likely a slip: what stands in a file and has no effect, or looks odd.
    public internal(set) var warnings: FaultList

    /// The inputs read so far.
    public internal(set) var register = InputRegister()

    private let draw: AssumptionDraw?

    /// Whether this is a replication's pass; what cannot be drawn has been checked by the first pass.
    public var isDrawing: Bool { draw != nil }

    /// Creates a decoder that adds to the faults found while loading, which know the files, and to the warnings so far.
    public init(faults: FaultList, warnings: FaultList? = nil, draw: AssumptionDraw? = nil) {
        self.faults = faults
        self.warnings = warnings ?? FaultList(files: faults.files)
        self.draw = draw
    }

    /// The document that `read` makes of `node`; it means something only if no fault was found.
    ///
    /// - Complexity: O(nodes).
    public func decode<Document>(
        _ node: JSONNode, at path: DocumentPath = .root, _ read: (inout ObjectReader) -> Document
    ) -> Document {
        switch node.value {
        case .object(let members):
            var reader = ObjectReader(self, path, .reading, at: node.position, members)
            let document = read(&reader)
            reader.reportUnknownKeys()
            return document
        default:
            DecodingSite(decoder: self, path: path).reportWrongType(node, Self.objectExpectation)
            return placeholder(at: path, read)
        }
    }

    static let objectExpectation = LocalizedText(zh: "{ … } 对象", en: "an object { … }")

    /// The document that `read` makes of nothing, to go on with where there is none or it is at fault.
    public func placeholder<Document>(at path: DocumentPath, _ read: (inout ObjectReader) -> Document) -> Document {
        var reader = ObjectReader(self, path, .placeholder, at: .declared, [])
        return read(&reader)
    }

    /// Reports a fault found after decoding, for example a cycle among several objects.
    public func fault(_ problem: @autoclosure () -> Fault.Problem, at location: DocumentLocation) {
        faults.add(problem(), at: location.position, location.path)
    }

    /// Warns of something found after decoding, as it stands in a file: not of defaults, nor of what a replication draws.
    public func warn(_ problem: @autoclosure () -> Fault.Problem, at location: DocumentLocation) {
        guard draw == nil, location.position.file >= 0 else { return }
        warnings.add(problem(), at: location.position, location.path)
    }

    // MARK: Inputs

    /// The value of one input, written plainly or as `{ "value": …, "source": …, "range": [low, high] }`.
    func input<Kind: InputKind>(
        _ node: JSONNode, _ kind: Kind, at path: DocumentPath, _ help: LocalizedText?
    ) -> Kind.Value? {
        let site = DecodingSite(decoder: self, path: path)
        guard let parts = InputParts(node, site), let value = kind.decode(parts.value, site) else { return nil }
        var result = value
        var drawn: Double?
        if let (low, high) = parts.range {
            guard let range = kind.range(around: value, from: low, to: high, site) else { return nil }
            guard range.isOrdered else {
                site.key("range").fault(.notAscending, at: low)
                return nil
            }
            guard range.holdsNominal else {
                site.fault(.outsideStatedRange(parts.value, low, high), at: parts.value)
                return nil
            }
            if parts.source == nil, let draw {
                let number = range.value(at: draw.uniform(path.description))
                result = kind.value(value, movedTo: number, in: range)
                drawn = number
            }
        }
        if Kind.role != .label {
            register.inputs.append(
                Input(
                    path: path, position: node.position, help: help, role: Kind.role, unit: kind.unit,
                    value: parts.value, source: parts.source, range: parts.range, drawn: drawn))
        }
        return result
    }
}

/// A place in the files and its path, to be kept for faults that can be found only later.
public struct DocumentLocation: Sendable {
    /// The place.
    public let position: SourcePosition

    /// The path.
    public let path: DocumentPath
}

/// The three parts an input may be written in.
private struct InputParts {
    var value: JSONNode
    var source: LocalizedText?
    var range: (low: JSONNode, high: JSONNode)?

    private static let keys = ["value", "source", "range"]

    /// Takes `node` apart, or fails after reporting what is wrong with the parts.
    init?(_ node: JSONNode, _ site: DecodingSite) {
        value = node
        guard case .object(let members) = node.value, members.contains(where: { Self.keys.contains($0.key) })
        else { return }
        var isClean = true
        var written: JSONNode?
        for member in members {
            switch (member.key, member.node.value) {
            case ("value", _): written = member.node
            case ("source", _):
                source = TextInput().decode(member.node, site.key("source"))
                if source == nil { isClean = false }
                // A source that says nothing is none, or the range beside it would silently not be drawn.
                if let text = source, text.zh.isBlank, text.en.isBlank { source = nil }
            case ("range", .array(let ends)) where ends.count == 2: range = (ends[0], ends[1])
            case ("range", _) where member.node.holdsInvalid: isClean = false
            case ("range", _):
                site.key("range").fault(.malformedRange(member.node), at: member.node)
                isClean = false
            default:
                site.decoder.faults.add(
                    .unknownKey(member.key, among: Self.keys), at: member.keyPosition, site.path.key(member.key))
                isClean = false
            }
        }
        if written == nil { site.key("value").fault(.missingKey("value", Self.valueExpectation), at: node) }
        guard isClean, let written else { return nil }
        value = written
    }

    private static let valueExpectation = LocalizedText(
        zh: "{ \"value\": …, \"source\": …, \"range\": [下限, 上限] }",
        en: "{ \"value\": …, \"source\": …, \"range\": [low, high] }")
}
