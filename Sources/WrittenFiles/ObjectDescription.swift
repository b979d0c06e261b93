import Words

/// What one object of a scenario may hold, as recorded from its reader.
final class ObjectDescription {
    /// What the object is for.
    enum Style {
        /// To be read as it stands.
        case whole
        /// To be laid over another one, as variants do: anything may be left out, and `$replace` may stand in it.
        case patch
    }

    /// How documents sit under a key.
    enum Shape {
        case one
        case section
        case list
        case dictionary
    }

    private let definitions: SchemaDefinitions
    private let style: Style
    private var properties: [JSONMember] = []
    private var required: [JSONNode] = []
    private var branches: [ObjectDescription] = []

    init(_ definitions: SchemaDefinitions, _ style: Style) {
        self.definitions = definitions
        self.style = style
    }

    // MARK: Recording

    func addInput<Kind: InputKind>(
        _ key: String, _ kind: Kind, default text: String?, isOptional: Bool, help: LocalizedText?
    ) {
        add(key, input(kind), text, help, isOptional: isOptional)
    }

    func addTable<Kind: InputKind>(
        _ key: String, _ kind: Kind, default text: String?, isOptional: Bool, help: LocalizedText?
    ) {
        add(key, named(input(kind)), text, help, isOptional: isOptional)
    }

    /// Adds a key whose value is laid over a document that `describe` describes, or is the path of a file.
    func addPatch(_ key: String, help: LocalizedText?, _ describe: (ObjectDescription) -> Void) {
        let patch = section(key, .patch, describe)
        properties.append(JSONMember(key, described(patch, nil, help)))
    }

    func addObject(
        _ key: String, _ shape: Shape, named name: String?, default text: String?, isOptional: Bool,
        help: LocalizedText?, _ describe: (ObjectDescription) -> Void
    ) {
        // Lists are replaced whole, so what stands in them is never laid over anything.
        let style = shape == .list ? .whole : style
        func one() -> JSONNode {
            func object() -> JSONNode {
                let inner = ObjectDescription(definitions, style)
                describe(inner)
                return inner.schema
            }
            return name.map { definitions.shared(style == .patch ? $0 + "Patch" : $0, object) } ?? object()
        }
        let schema: JSONNode =
            switch shape {
            case .one: one()
            case .section: section(key, style, describe)
            case .list: .object(["type": .string("array"), "items": one()])
            case .dictionary: named(one())
            }
        add(key, schema, text, help, isOptional: isOptional)
    }

    /// Begins the description of the keys that only objects with the name `name` under `key` have.
    func addBranch(_ key: String, _ name: String, _ help: LocalizedText?) -> ObjectDescription {
        let branch = ObjectDescription(definitions, style)
        let name = JSONNode.object(["const": .string(name)])
        branch.add(key, .anyOf([name, wrapped(name, range: nil)]), nil, help, isOptional: false)
        branches.append(branch)
        return branch
    }

    /// Adds the key that tells an editor which schema a file follows, and tells the program nothing.
    func addSchemaKey() {
        let help = LocalizedText(zh: "供编辑器使用的模式", en: "the schema, for editors")
        add("$schema", .object(["type": .string("string")]), nil, help, isOptional: true)
    }

    private func add(
        _ key: String, _ schema: JSONNode, _ text: String?, _ help: LocalizedText?, isOptional: Bool
    ) {
        precondition(
            !JSONMember.inputKeys.contains(key) && key != JSONMember.replacementKey,
            "the key \(key) is reserved for the parts of an input")
        properties.append(JSONMember(key, described(isOptional ? schema.orNull : schema, text, help)))
        if !isOptional { required.append(.string(key)) }
    }

    // MARK: Writing

    var schema: JSONNode {
        let schema = JSONNode.object(["type": .string("object")]).adding(ownKeys)
        if branches.isEmpty { return schema.adding(["additionalProperties": .flag(false)]) }
        // Without its name a patch may fit several sorts.
        let sorts = JSONNode.array(branches.map(\.ownKeys))
        return (style == .whole ? schema.adding(["oneOf": sorts]) : schema.adding(["anyOf": sorts]))
            .adding(["unevaluatedProperties": .flag(false)])
    }

    private var ownKeys: JSONNode {
        guard style == .whole else { return .object(["properties": JSONNode(.object([replacement] + properties))]) }
        let keys = JSONNode.object(["properties": JSONNode(.object(properties))])
        return required.isEmpty ? keys : keys.adding(["required": .array(required)])
    }

    /// The mark by which an object of a patch replaces what it is laid over.
    private var replacement: JSONMember {
        let help = LocalizedText(
            zh: "整体替换，而不是逐键合并", en: "replaces what it is laid over instead of merging with it key by key")
        let schema = definitions.shared("replace") { described(.object(["const": .flag(true)]), nil, help) }
        return JSONMember(JSONMember.replacementKey, schema)
    }

    /// The schema of an object whose keys are names; a name with `null` counts as left out.
    private func named(_ value: JSONNode) -> JSONNode {
        let schema = JSONNode.object(["type": .string("object")])
        let own = style == .whole ? schema : schema.adding(["properties": JSONNode(.object([replacement]))])
        return own.adding(["additionalProperties": value.orNull])
    }

    /// The schema of a section, which can also be the path of a file that holds it.
    private func section(_ key: String, _ style: Style, _ describe: (ObjectDescription) -> Void) -> JSONNode {
        let section = definitions.shared(style == .patch ? key + "Patch" : key) {
            let inner = ObjectDescription(definitions, style)
            inner.addSchemaKey()
            describe(inner)
            return inner.schema
        }
        let path = definitions.shared("path") {
            let help = LocalizedText(
                zh: "文件路径，相对于写有它的文件", en: "the path of a file, relative to the file that names it")
            return described(.object(["type": .string("string"), "pattern": .string("^[^/]")]), nil, help)
        }
        return .anyOf([path, section])
    }

    private func described(_ schema: JSONNode, _ text: String?, _ help: LocalizedText?) -> JSONNode {
        var schema = schema
        if let help { schema = schema.adding(["description": .string("\(help.en) \(help.zh)")]) }
        if let text, style == .whole { schema = schema.adding(["default": DeclaredDefaults.node(text)]) }
        return schema
    }

    // MARK: Inputs

    /// The value itself, or the value with its source and range.
    private func input<Kind: InputKind>(_ kind: Kind) -> JSONNode {
        let value = style == .patch ? kind.patchSchema(definitions) : kind.schema(definitions)
        let forms = kind.rangedForms(definitions)
        func all() -> JSONNode {
            let ranged = forms.enumerated().map { number, form in
                wrapped(form.value, range: form.end, needsRange: number > 0)
            }
            return .anyOf([value] + (ranged.isEmpty ? [wrapped(kind.schema(definitions), range: nil)] : ranged))
        }
        // What has a name without its source has one with it.
        return value.definitionName.map { definitions.shared($0 + "Input", all) } ?? all()
    }

    /// A value with its source and, if it can have one, its range.
    private func wrapped(_ value: JSONNode, range end: JSONNode?, needsRange: Bool = false) -> JSONNode {
        let source = definitions.shared("source") {
            described(
                TextInput().schema(definitions), nil,
                LocalizedText(zh: "数值的来源；没有来源的数值是假设", en: "where the value comes from; without one it is an assumption")
            )
        }
        var parts = JSONNode.object(["value": value, "source": source])
        if let end {
            let range = JSONNode.object([
                "type": .string("array"), "items": end, "minItems": .number(2), "maxItems": .number(2),
            ])
            parts = parts.adding([
                "range": described(range, nil, LocalizedText(zh: "最低值与最高值", en: "the lowest and the highest value"))
            ])
        }
        let required: [JSONNode] = needsRange ? [.string("value"), .string("range")] : [.string("value")]
        return .object([
            "type": .string("object"), "properties": parts, "required": .array(required),
            "additionalProperties": .flag(false),
        ])
    }
}
