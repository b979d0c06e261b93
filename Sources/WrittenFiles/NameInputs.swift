import Words

/// One of a fixed set of names.
public struct NameInput<Name: CaseIterable & RawRepresentable<String>>: InputKind {
    private var names: [String] { Name.allCases.map(\.rawValue) }

    /// The first name.
    public var placeholder: Name {
        guard let first = Name.allCases.first else { preconditionFailure("\(Name.self) has no names") }
        return first
    }

    /// The names.
    public var expectation: LocalizedText {
        let list = LocalizedText.list(names.map { "\"\($0)\"" })
        return .init(zh: "以下之一：\(list.zh)", en: "one of \(list.en)")
    }

    /// An enumeration of strings.
    public func schema(_ definitions: SchemaDefinitions) -> JSONNode {
        .object(["type": .string("string"), "enum": .array(names.map { .string($0) })])
    }

    /// The name.
    public func decode(_ node: JSONNode, _ site: DecodingSite) -> Name? {
        guard case .string(let text) = node.value else { return site.wrongType(node, expectation) }
        guard let name = Name(rawValue: text) else {
            site.fault(.unknownName(text, expectation, among: names), at: node)
            return nil
        }
        return name
    }
}

/// The names that a scenario itself gives to one sort of thing, numbered in their order.
public struct NameTable: Sendable {
    /// What is named, to follow the word "expected", for example "a role of the organization".
    public let sort: LocalizedText

    /// The names, each once.
    public let names: [String]

    /// Whether the program itself gives the names, so that a schema can list them.
    let isFixed: Bool

    /// Whether the names could not be read, so that nothing can be said about a name; that has been reported.
    public var isUnknown = false

    private let numbers: [String: Int]

    /// Creates a table; of names that are given twice the first counts.
    public init(_ sort: LocalizedText, _ names: [String], isFixed: Bool = false) {
        self.sort = sort
        self.names = names
        self.isFixed = isFixed
        numbers = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// The number of `name`.
    public func number(of name: String) -> Int? { numbers[name] }
}

/// The name of something that the scenario names elsewhere.
public struct ReferenceInput: InputKind {
    let table: NameTable

    /// References need no source.
    public static var role: InputRole { .label }

    /// The first name.
    public var placeholder: Int { 0 }

    /// What is named, and the names there are.
    public var expectation: LocalizedText {
        if table.names.isEmpty { return table.sort }
        let few = table.names.prefix(12).map { quoted($0) }
        let more = table.names.count > few.count
        return LocalizedText(
            zh: "\(table.sort.zh)（\(few.joined(separator: "、"))\(more ? "……" : "")）",
            en: "\(table.sort.en) (\(few.joined(separator: ", "))\(more ? ", …" : ""))")
    }

    /// A string, one of the names if the program knows them all.
    public func schema(_ definitions: SchemaDefinitions) -> JSONNode {
        let schema = JSONNode.object(["type": .string("string")])
        if table.isFixed { return schema.adding(["enum": .array(table.names.map { .string($0) })]) }
        return schema.adding(["$comment": .string(table.sort.en)])
    }

    /// The number of the name in its table.
    public func decode(_ node: JSONNode, _ site: DecodingSite) -> Int? {
        guard case .string(let text) = node.value else { return site.wrongType(node, expectation) }
        if table.isUnknown { return placeholder }
        guard let number = table.number(of: text) else {
            site.fault(.unknownName(text, expectation, among: table.names, isShape: table.isFixed), at: node)
            return nil
        }
        return number
    }
}

extension InputKind {
    /// One of the names of `type`.
    public static func name<Name>(of type: Name.Type) -> Self where Self == NameInput<Name> { NameInput() }

    /// Some of the names of `type`, each at most once; at least one, because what holds for none of them can do nothing.
    public static func names<Name>(of type: Name.Type) -> Self where Self == ListInput<NameInput<Name>> {
        ListInput(element: NameInput(), count: 1...type.allCases.count, isSet: true)
    }
}

extension InputKind where Self == ReferenceInput {
    /// The number of a name that stands in `table`.
    public static func reference(to table: NameTable) -> Self { ReferenceInput(table: table) }
}
