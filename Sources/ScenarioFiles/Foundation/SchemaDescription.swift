import Organization

/// The JSON Schema (2020-12) of documents, made by the same calls that decode them.
///
/// A reader in this mode reads nothing: it records each key with its kind, limits, default and help, and gives
/// placeholders. The tests of the documents also gain from it, since every declared default is decoded on the way.
public enum ScenarioSchema {
    /// The schema of the document that `read` makes.
    public static func schema<Document>(title: LocalizedText, _ read: (inout ObjectReader) -> Document) -> JSONNode {
        let definitions = SchemaDefinitions()
        let description = ObjectDescription(definitions)
        description.add("$schema", .object(["type": .string("string")]), isOptional: true)
        var reader = ObjectReader(
            DocumentDecoder(faults: FaultList()), .root, .describing(description), at: .declared, [])
        _ = read(&reader)
        return JSONNode.object([
            "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
            "title": .string("\(title.en) \(title.zh)"),
        ]).adding(description.schema).adding(["$defs": definitions.schema])
    }
}

/// The schemas that several inputs share, under `$defs`.
public final class SchemaDefinitions {
    private var begun: Set<String> = []
    private var members: [JSONMember] = []

    /// A reference to the schema called `name`, which is made when it is first asked for.
    ///
    /// The schema may refer to itself: asking for it while it is being made gives the reference.
    public func shared(_ name: String, _ make: () -> JSONNode) -> JSONNode {
        if begun.insert(name).inserted { members.append(JSONMember(name, make())) }
        return .object(["$ref": .string("#/$defs/\(name)")])
    }

    var schema: JSONNode { JSONNode(.object(members)) }
}

/// What one object of a scenario may hold, as recorded from its reader.
final class ObjectDescription {
    /// How documents sit under a key.
    enum Shape {
        case one
        case section
        case list
        case dictionary
    }

    private let definitions: SchemaDefinitions
    private var properties: [JSONMember] = []
    private var required: [JSONNode] = []
    private var branches: [ObjectDescription] = []

    init(_ definitions: SchemaDefinitions) { self.definitions = definitions }

    // MARK: Recording

    func add(_ key: String, _ schema: JSONNode, isOptional: Bool) {
        precondition(
            !JSONMember.inputKeys.contains(key) && key != JSONMember.replacementKey,
            "the key \(key) is reserved for the parts of an input")
        properties.append(JSONMember(key, schema))
        if !isOptional { required.append(.string(key)) }
    }

    func addInput<Kind: InputKind>(
        _ key: String, _ kind: Kind, default text: String?, isOptional: Bool, help: LocalizedText?
    ) {
        add(key, described(input(kind), text, help), isOptional: isOptional)
    }

    func addTable<Kind: InputKind>(
        _ key: String, _ kind: Kind, default text: String?, isOptional: Bool, help: LocalizedText?
    ) {
        let schema = JSONNode.object(["type": .string("object"), "additionalProperties": input(kind)])
        add(key, described(schema, text, help), isOptional: isOptional)
    }

    func addTree(_ key: String, _ help: LocalizedText?) {
        add(key, described(.object([:]), nil, help), isOptional: true)
    }

    func addObject(
        _ key: String, _ shape: Shape, named name: String?, default text: String?, isOptional: Bool,
        help: LocalizedText?, _ describe: (ObjectDescription) -> Void
    ) {
        func object() -> JSONNode {
            let inner = ObjectDescription(definitions)
            describe(inner)
            return inner.schema
        }
        let one = name.map { definitions.shared($0, object) } ?? object()
        let schema: JSONNode =
            switch shape {
            case .one: one
            case .section: .object(["anyOf": .array([.object(["type": .string("string")]), one])])
            case .list: .object(["type": .string("array"), "items": one])
            case .dictionary: .object(["type": .string("object"), "additionalProperties": one])
            }
        add(key, described(schema, text, help), isOptional: isOptional)
    }

    /// Begins the description of the keys that only objects with the name `name` under `key` have.
    func addBranch(_ key: String, _ name: String, _ help: LocalizedText?) -> ObjectDescription {
        let branch = ObjectDescription(definitions)
        branch.add(key, described(.object(["const": .string(name)]), nil, help), isOptional: false)
        branches.append(branch)
        return branch
    }

    // MARK: Writing

    var schema: JSONNode {
        let schema = JSONNode.object(["type": .string("object")]).adding(ownKeys)
        if branches.isEmpty { return schema.adding(["additionalProperties": .flag(false)]) }
        return schema.adding([
            "oneOf": .array(branches.map(\.ownKeys)), "unevaluatedProperties": .flag(false),
        ])
    }

    private var ownKeys: JSONNode {
        let keys = JSONNode.object(["properties": JSONNode(.object(properties))])
        return required.isEmpty ? keys : keys.adding(["required": .array(required)])
    }

    private func described(_ schema: JSONNode, _ text: String?, _ help: LocalizedText?) -> JSONNode {
        var schema = schema
        if let help { schema = schema.adding(["description": .string("\(help.en) \(help.zh)")]) }
        if let text { schema = schema.adding(["default": DeclaredDefaults.node(text)]) }
        return schema
    }

    /// The value itself, or the value with its source and range.
    private func input<Kind: InputKind>(_ kind: Kind) -> JSONNode {
        let value = kind.schema(definitions)
        var parts = JSONNode.object(["value": value, "source": TextInput().schema(definitions)])
        if let end = kind.rangeSchema(definitions) {
            let range = JSONNode.object([
                "type": .string("array"), "items": end, "minItems": .number(2), "maxItems": .number(2),
            ])
            parts = parts.adding(["range": range])
        }
        let whole = JSONNode.object([
            "type": .string("object"), "properties": parts, "required": .array([.string("value")]),
            "additionalProperties": .flag(false),
        ])
        return .object(["anyOf": .array([value, whole])])
    }
}

extension JSONNode {
    /// The schema of an object that has exactly these keys.
    static func closedObject(_ properties: [(String, JSONNode)]) -> JSONNode {
        .object([
            "type": .string("object"), "properties": JSONNode(.object(properties.map { JSONMember($0, $1) })),
            "required": .array(properties.map { .string($0.0) }), "additionalProperties": .flag(false),
        ])
    }

    /// The schema of a number with one of these units.
    static func quantity(units: [String], example: String) -> JSONNode {
        let pattern = #"^(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)? ?("# + units.joined(separator: "|") + ")$"
        return .object([
            "type": .string("string"), "pattern": .string(pattern), "examples": .array([.string(example)]),
        ])
    }

    /// This object with the members of another one behind its own.
    fileprivate func adding(_ other: JSONNode) -> JSONNode {
        guard case .object(let own) = value, case .object(let more) = other.value else {
            preconditionFailure("only objects can be joined")
        }
        return JSONNode(.object(own + more), at: position)
    }
}
