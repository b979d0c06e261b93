/// Short ways to write the forms a schema is made of.
extension JSONNode {
    /// The schema of what fits one of several schemas.
    static func anyOf(_ schemas: [JSONNode]) -> JSONNode { .object(["anyOf": .array(schemas)]) }

    /// The schema of an object that has exactly these keys.
    static func closedObject(_ properties: [(String, JSONNode)]) -> JSONNode {
        .object([
            "type": .string("object"), "properties": JSONNode(.object(properties.map { JSONMember($0, $1) })),
            "required": .array(properties.map { .string($0.0) }), "additionalProperties": .flag(false),
        ])
    }

    /// The schema of a text made up like `pattern`, which covers all of it.
    static func text(like pattern: String, example: String) -> JSONNode {
        .object([
            "type": .string("string"), "maxLength": .number(Double(Dimension.longestText)),
            "pattern": .string("^" + pattern + "$"), "examples": .array([.string(example)]),
        ])
    }

    /// This schema, or `null`, which stands for a key that was left out.
    var orNull: JSONNode {
        let null = JSONNode.object(["type": .string("null")])
        guard case .object(let members) = value else { preconditionFailure("a schema is an object") }
        if members.count == 1, case .array(let schemas)? = self["anyOf"]?.value { return .anyOf(schemas + [null]) }
        guard case .string(let type)? = self["type"]?.value, self["enum"] == nil else { return .anyOf([self, null]) }
        let types = JSONMember("type", .array([.string(type), .string("null")]))
        return JSONNode(.object(members.map { $0.key == "type" ? types : $0 }))
    }

    /// The name of the definition that this schema refers to and to which it adds nothing.
    var definitionName: String? {
        guard case .object(let members) = value, members.count == 1, case .string(let target)? = self["$ref"]?.value
        else { return nil }
        return target.split(separator: "/").last.map(String.init)
    }

    /// This object with the members of another one behind its own.
    func adding(_ other: JSONNode) -> JSONNode {
        guard case .object(let own) = value, case .object(let more) = other.value else {
            preconditionFailure("only objects can be joined")
        }
        return JSONNode(.object(own + more), at: position)
    }
}
