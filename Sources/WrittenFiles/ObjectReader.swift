import Words

/// Reads one object of a scenario, key by key; the reading is the declaration.
///
/// A document is made from a reader: each call names a key, its kind, its default and what it means. The same calls
/// decode a file, fill the register of inputs, and describe the format for a schema (see `SchemaDescription`), so they
/// cannot disagree. A value that is missing or at fault is reported and a placeholder is given, so that all faults are
/// found in one pass; documents therefore read all their keys unconditionally and check what depends on several with
/// `fault`. What nobody reads is reported as unknown when the reading ends.
///
///     struct CallOutPlan {
///         let span: Int
///         let call: Distribution
///
///         init(_ reader: inout ObjectReader) {
///             span = reader.value("span", .integer(in: 1...50), default: "5")
///             call = reader.value("call", .durationDistribution, default: #"{ "exponential": "20 min" }"#)
///         }
///     }
public struct ObjectReader: ~Copyable {
    enum Mode {
        /// Decoding an object of a file or of a default.
        case reading
        /// Giving placeholders, silently.
        case placeholder
        /// Recording what the document declares.
        case describing(ObjectDescription)
    }

    /// The pass this belongs to.
    public let decoder: DocumentDecoder

    /// The path of the object.
    public let path: DocumentPath

    let mode: Mode
    private let position: SourcePosition
    private let members: [JSONMember]
    private var isRead: [Bool]
    private var known: [String] = []
    private let faultsBefore: Int

    init(
        _ decoder: DocumentDecoder, _ path: DocumentPath, _ mode: Mode, at position: SourcePosition,
        _ members: [JSONMember]
    ) {
        self.decoder = decoder
        self.path = path
        self.mode = mode
        self.position = position
        self.members = members
        isRead = Array(repeating: false, count: members.count)
        faultsBefore = decoder.faults.reports
    }

    // MARK: Inputs

    /// The value of an input; without a default the key must be there.
    public mutating func value<Kind: InputKind>(
        _ key: String, _ kind: Kind, default text: String? = nil, help: LocalizedText? = nil
    ) -> Kind.Value {
        if case .describing(let description) = mode {
            description.addInput(key, kind, default: text, isOptional: text != nil, help: help)
        }
        guard let node = take(key, default: text, kind.expectation) else { return kind.placeholder }
        return decoder.input(node, kind, at: path.key(key), help) ?? kind.placeholder
    }

    /// The value of an input, or nil if its key is not there.
    public mutating func optional<Kind: InputKind>(
        _ key: String, _ kind: Kind, help: LocalizedText? = nil
    ) -> Kind.Value? {
        if case .describing(let description) = mode {
            description.addInput(key, kind, default: nil, isOptional: true, help: help)
        }
        return take(key).map { decoder.input($0, kind, at: path.key(key), help) ?? kind.placeholder }
    }

    // MARK: Faults

    /// Reports that what was read contradicts itself, at the value of `key` or at the whole object.
    ///
    /// Says nothing if something in this object has been reported already: the contradiction would be one with
    /// placeholders.
    public func fault(_ problem: @autoclosure () -> Fault.Problem, at key: String? = nil) {
        guard isSound else { return }
        decoder.fault(problem(), at: location(of: key))
    }

    /// Warns of what was read at the value of `key` or at the whole object; says nothing where `fault` would not.
    public func warn(_ problem: @autoclosure () -> Fault.Problem, at key: String? = nil) {
        guard isSound else { return }
        decoder.warn(problem(), at: location(of: key))
    }

    /// Whether the object has been read and nothing in it is at fault so far, so that its values can be held against each other.
    public var isSound: Bool {
        guard case .reading = mode else { return false }
        return decoder.faults.reports == faultsBefore
    }

    /// Where the value of `key` is written, or the object if it is not there.
    public func location(of key: String? = nil) -> DocumentLocation {
        guard let key else { return DocumentLocation(position: position, path: path) }
        let node = members.first { $0.key == key }?.node
        return DocumentLocation(position: node?.position ?? position, path: path.key(key))
    }

    // MARK: Members

    /// The value of `key` as written, and nil if it is not there; `null` stands for a key that was left out.
    mutating func take(_ key: String) -> JSONNode? {
        known.append(key)
        guard let index = members.firstIndex(where: { $0.key == key }) else { return nil }
        isRead[index] = true
        if case .null = members[index].node.value { return nil }
        return members[index].node
    }

    /// The value of `key` as written or as declared by default; nil, once that has been reported, if there is neither.
    mutating func take(_ key: String, default text: String?, _ expected: @autoclosure () -> LocalizedText) -> JSONNode?
    {
        if let node = take(key) { return node }
        if let text { return DeclaredDefaults.node(text) }
        if case .reading = mode {
            decoder.faults.add(.missingKey(key, expected()), at: position, path.key(key))
        }
        return nil
    }

    /// The members in the order they are written, all of them then read; for objects whose keys are names.
    mutating func takeAll() -> [JSONMember] {
        for index in isRead.indices { isRead[index] = true }
        return members
    }

    /// Reports the keys that nobody has read.
    func reportUnknownKeys() {
        for (index, member) in members.enumerated() where !isRead[index] {
            decoder.faults.add(.unknownKey(member.key, among: known), at: member.keyPosition, path.key(member.key))
        }
    }
}
