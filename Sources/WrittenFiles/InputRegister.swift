import Words

/// What sort of thing an input is, which decides whether it needs a source.
public enum InputRole: Sendable, Equatable {
    /// A name or a title, which is not listed.
    case label
    /// Something decided: a switch, a choice, a date, a place.
    case choice
    /// A number or a quantity, which somebody measured or assumed and which can have a range.
    case figure
}

/// One input as a document read it, for the list of sources and assumptions.
public struct Input: Sendable {
    /// Where the input belongs, such as `plan.callOut.span`.
    public let path: DocumentPath

    /// Where it is written; `.declared` for a default.
    public let position: SourcePosition

    /// What it means.
    public let help: LocalizedText?

    /// Whether it is a choice or a figure.
    public let role: InputRole

    /// The unit of `drawn`, empty if it has none.
    public let unit: String

    /// The value as written or as declared by default.
    public let value: JSONNode

    /// Where the value comes from.
    public let source: LocalizedText?

    /// The lowest and the highest value it may have, as written.
    public let range: (low: JSONNode, high: JSONNode)?

    /// The number that was drawn from the range in its place, before rounding to whole ones; for a distribution its
    /// central parameter or chance.
    public let drawn: Double?

    /// Whether no file says anything about it.
    public var isDefault: Bool { position == .declared }

    /// Whether it is a figure nobody gave a source for.
    public var isAssumption: Bool { role == .figure && source == nil }

    /// The value as text, written as in a file.
    public var valueText: String { JSONWriter.line(value) }

    /// The range as text, written as in a file.
    public var rangeText: String? { range.map { JSONWriter.line(.array([$0.low, $0.high])) } }
}

/// Every input that was read, in the order of reading, so that a report can list sources and assumptions.
public struct InputRegister: Sendable {
    /// The inputs.
    public internal(set) var inputs: [Input] = []

    /// The figures without a source.
    public var assumptions: [Input] { inputs.filter(\.isAssumption) }
}
