import Words

/// The JSON Schema (2020-12) of documents, made by the same calls that decode them.
///
/// A reader in this mode reads nothing: it records each key with its kind, limits, default and help, and gives
/// placeholders. The tests of the documents also gain from it, since every declared default is decoded on the way.
/// The schema says what one value may look like; what only several values together can be wrong about, names that stand
/// for nothing, quantities beyond their limits and files that are missing are left to `check`
/// (see `Fault.Problem.isShape`).
public enum ScenarioSchema {
    /// The schema of the document that `read` makes.
    public static func schema<Document>(title: LocalizedText, _ read: (inout ObjectReader) -> Document) -> JSONNode {
        let definitions = SchemaDefinitions()
        let description = ObjectDescription(definitions, .whole)
        description.addSchemaKey()
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
