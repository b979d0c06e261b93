/// One value of a scenario file, with the place it was written at.
public struct JSONNode: Sendable {
    /// What is written.
    public let value: JSONValue

    /// Where its first character stands.
    public let position: SourcePosition

    /// Creates a value written at `position`, by default a value that only the program declares.
    public init(_ value: JSONValue, at position: SourcePosition = .declared) {
        self.value = value
        self.position = position
    }

    /// The value of the first member called `key`, if this is an object that has one.
    ///
    /// - Complexity: O(number of members).
    public subscript(key: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.key == key }?.node
    }

    /// Whether this, or anything in it, could not be read, which has been reported.
    ///
    /// - Complexity: O(values).
    var holdsInvalid: Bool {
        switch value {
        case .invalid: true
        case .array(let elements): elements.contains(where: \.holdsInvalid)
        case .object(let members): members.contains(where: \.node.holdsInvalid)
        case .null, .flag, .number, .string: false
        }
    }
}

/// What a value of a scenario file can be.
public enum JSONValue: Sendable {
    /// A value that could not be read and has been reported; nobody may complain about it again.
    case invalid
    /// `null`, which stands for a key that was left out.
    case null
    /// `true` or `false`.
    case flag(Bool)
    /// A finite number.
    case number(JSONNumber)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONNode])
    /// Keys and values, in the order they are written, each key once.
    case object([JSONMember])
}

/// A number as written and as the nearest `Double`.
public struct JSONNumber: Sendable {
    /// The characters, which are a valid JSON number.
    public let text: String

    /// The value, which is finite.
    public let value: Double

    /// Creates a number from its characters and the value they stand for.
    public init(text: String, value: Double) {
        self.text = text
        self.value = value
    }
}

/// One key of an object and its value.
public struct JSONMember: Sendable {
    /// The key, with escapes resolved.
    public let key: String

    /// Where the key stands.
    public let keyPosition: SourcePosition

    /// The value.
    public let node: JSONNode

    /// Creates a member whose key stands at `keyPosition`.
    public init(_ key: String, at keyPosition: SourcePosition = .declared, _ node: JSONNode) {
        self.key = key
        self.keyPosition = keyPosition
        self.node = node
    }
}

// Short ways to write the trees that the program makes itself, such as a schema.
extension JSONNode {
    /// A text.
    public static func string(_ text: String) -> JSONNode { JSONNode(.string(text)) }

    static func flag(_ value: Bool) -> JSONNode { JSONNode(.flag(value)) }

    static func number(_ value: Double) -> JSONNode {
        JSONNode(.number(JSONNumber(text: value.shortText, value: value)))
    }

    static func array(_ elements: [JSONNode]) -> JSONNode { JSONNode(.array(elements)) }

    static func object(_ members: KeyValuePairs<String, JSONNode>) -> JSONNode {
        JSONNode(.object(members.map { JSONMember($0.key, $0.value) }))
    }

    /// This object with further members behind its own.
    func adding(_ members: KeyValuePairs<String, JSONNode>) -> JSONNode {
        guard case .object(let own) = value else { preconditionFailure("only an object can take members") }
        return JSONNode(.object(own + members.map { JSONMember($0.key, $0.value) }), at: position)
    }
}

extension Double {
    /// The number without a fraction where it has none.
    var shortText: String { self == rounded() && magnitude < 1e15 ? String(Int64(self)) : description }
}
