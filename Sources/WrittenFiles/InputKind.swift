import Words

/// One kind of value an input can have: how it is written, checked, described and drawn.
///
/// A kind is a small value such as `.integer(in: 1...50)` or `.duration`; documents use kinds, and a list of a kind is
/// again a kind. Decoding, the text of what is expected and the schema sit side by side so that they cannot drift
/// apart.
public protocol InputKind: Sendable {
    /// What a document gets.
    associatedtype Value

    /// Whether the input needs a source.
    static var role: InputRole { get }

    /// The unit of numbers of this kind, empty if they have none.
    var unit: String { get }

    /// A value to go on with where there is none or it is at fault.
    var placeholder: Value { get }

    /// What is expected, with an example, to follow the word "expected".
    var expectation: LocalizedText { get }

    /// The JSON Schema of the value; what many inputs share goes to `definitions`.
    func schema(_ definitions: SchemaDefinitions) -> JSONNode

    /// The JSON Schema of what a variant may lay over the value, as far as that is merged with it and not put in its
    /// place.
    func patchSchema(_ definitions: SchemaDefinitions) -> JSONNode

    /// The JSON Schemas of values that take a range, each with that of either end of the range; none if the kind takes
    /// no range.
    func rangedForms(_ definitions: SchemaDefinitions) -> [(value: JSONNode, end: JSONNode)]

    /// The value written in `node`, or nil after reporting what is wrong with it.
    func decode(_ node: JSONNode, _ site: DecodingSite) -> Value?

    /// The range from `low` to `high` around `value`, or nil after reporting what is wrong with it.
    func range(around value: Value, from low: JSONNode, to high: JSONNode, _ site: DecodingSite) -> StatedRange?

    /// The value when its number has been drawn as `number` from its range.
    func value(_ value: Value, movedTo number: Double, in range: StatedRange) -> Value
}

extension InputKind {
    /// By default something decided, which needs no source.
    public static var role: InputRole { .choice }

    /// By default no unit.
    public var unit: String { "" }

    /// By default a value is replaced whole.
    public func patchSchema(_ definitions: SchemaDefinitions) -> JSONNode { schema(definitions) }

    /// By default no range is allowed.
    public func rangedForms(_ definitions: SchemaDefinitions) -> [(value: JSONNode, end: JSONNode)] { [] }

    /// By default no range is allowed.
    public func range(around value: Value, from low: JSONNode, to high: JSONNode, _ site: DecodingSite) -> StatedRange?
    {
        site.fault(.rangeOfAnUnrangedInput(expectation), at: low)
        return nil
    }

    /// By default the value cannot be moved.
    public func value(_ value: Value, movedTo number: Double, in range: StatedRange) -> Value { value }
}

/// A kind whose values are plain numbers, so that its range is one of numbers.
protocol NumberKind: InputKind {
    func number(of value: Value) -> Double
    func value(of number: Double) -> Value
}

extension NumberKind {
    /// Numbers need a source.
    public static var role: InputRole { .figure }

    /// The ends of a range are written like the value.
    public func rangedForms(_ definitions: SchemaDefinitions) -> [(value: JSONNode, end: JSONNode)] {
        [(schema(definitions), schema(definitions))]
    }

    /// The range as numbers.
    public func range(around value: Value, from low: JSONNode, to high: JSONNode, _ site: DecodingSite) -> StatedRange?
    {
        guard let least = decode(low, site), let most = decode(high, site) else { return nil }
        return StatedRange(low: number(of: least), nominal: number(of: value), high: number(of: most))
    }

    /// The number itself, as a value.
    public func value(_ value: Value, movedTo number: Double, in range: StatedRange) -> Value { self.value(of: number) }
}

/// The place of a value that is being decoded, to report what is wrong with it.
public struct DecodingSite {
    let decoder: DocumentDecoder

    /// The path of the value.
    public let path: DocumentPath

    /// Reports a fault at `node`.
    public func fault(_ problem: @autoclosure () -> Fault.Problem, at node: JSONNode) {
        decoder.faults.add(problem(), at: node.position, path)
    }

    /// Reports that `node` is not what was expected, unless it has been reported before, and gives nil for the value.
    public func wrongType<Value>(_ node: JSONNode, _ expected: @autoclosure () -> LocalizedText) -> Value? {
        reportWrongType(node, expected())
        return nil
    }

    /// Reports that `node` is not what was expected, unless it has been reported before.
    public func reportWrongType(_ node: JSONNode, _ expected: @autoclosure () -> LocalizedText) {
        // What holds something that could not be read has been reported.
        if node.holdsInvalid { return decoder.faults.repeatLast() }
        fault(.wrongType(node, expected()), at: node)
    }

    /// The value of `read`, or nil after reporting the problem it throws.
    func reporting<Value>(_ node: JSONNode, _ read: () throws(Fault.Problem) -> Value) -> Value? {
        do throws(Fault.Problem) { return try read() } catch {
            fault(error, at: node)
            return nil
        }
    }

    /// The site of the member `name`.
    public func key(_ name: String) -> DecodingSite { DecodingSite(decoder: decoder, path: path.key(name)) }

    /// The site of element `number`.
    public func index(_ number: Int) -> DecodingSite { DecodingSite(decoder: decoder, path: path.index(number)) }
}
