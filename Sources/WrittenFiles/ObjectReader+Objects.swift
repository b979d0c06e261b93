import Words

/// Objects within objects: single ones, lists, and objects whose keys are names.
extension ObjectReader {
    /// The document under `key`; without a default, usually `"{}"`, the key must be there.
    ///
    /// - Parameter named: A name for the schema, needed where documents contain documents of their own kind.
    public mutating func object<Document>(
        _ key: String, named: String? = nil, default text: String? = nil, help: LocalizedText? = nil,
        _ read: (inout ObjectReader) -> Document
    ) -> Document {
        describe(key, .one, named, default: text, isOptional: text != nil, help, read)
        return document(key, default: text, read)
    }

    /// The document under `key`, or nil if the key is not there.
    public mutating func optionalObject<Document>(
        _ key: String, named: String? = nil, help: LocalizedText? = nil, _ read: (inout ObjectReader) -> Document
    ) -> Document? {
        describe(key, .one, named, default: nil, isOptional: true, help, read)
        return take(key).map { decoder.decode($0, at: path.key(key), read) }
    }

    /// The document of a section, which a scenario may also write as the path of a file.
    ///
    /// The loader has put what the file holds in the place of its path.
    public mutating func section<Document>(
        _ key: String, default text: String? = nil, help: LocalizedText? = nil, _ read: (inout ObjectReader) -> Document
    ) -> Document {
        describe(key, .section, nil, default: text, isOptional: text != nil, help, read)
        return document(key, default: text, read)
    }

    /// The documents in the list under `key`; without a default, usually `"[]"`, the key must be there.
    public mutating func list<Document>(
        _ key: String, named: String? = nil, default text: String? = nil, help: LocalizedText? = nil,
        _ read: (inout ObjectReader) -> Document
    ) -> [Document] {
        describe(key, .list, named, default: text, isOptional: text != nil, help, read)
        let expectation = LocalizedText(zh: "[ … ] 列表", en: "a list [ … ]")
        guard let node = take(key, default: text, expectation) else { return [] }
        let path = path.key(key)
        guard case .array(let nodes) = node.value else {
            DecodingSite(decoder: decoder, path: path).reportWrongType(node, expectation)
            return []
        }
        return nodes.enumerated().map { decoder.decode($1, at: path.index($0), read) }
    }

    /// The documents of the object under `key`, each with its name, in the order they are written.
    public mutating func dictionary<Document>(
        _ key: String, named: String? = nil, default text: String? = nil, help: LocalizedText? = nil,
        _ read: (String, inout ObjectReader) -> Document
    ) -> [(name: String, value: Document)] {
        describe(key, .dictionary, named, default: text, isOptional: text != nil, help) { read("", &$0) }
        let path = path.key(key)
        return namedMembers(key, default: text).map { member in
            (member.key, decoder.decode(member.node, at: path.key(member.key)) { read(member.key, &$0) })
        }
    }

    /// The inputs of the object under `key`, each with its name, in the order they are written.
    public mutating func table<Kind: InputKind>(
        _ key: String, _ kind: Kind, default text: String? = nil, help: LocalizedText? = nil
    ) -> [(name: String, value: Kind.Value)] {
        if case .describing(let description) = mode {
            description.addTable(key, kind, default: text, isOptional: text != nil, help: help)
        }
        let path = path.key(key)
        return namedMembers(key, default: text).map { member in
            (member.key, decoder.input(member.node, kind, at: path.key(member.key), help) ?? kind.placeholder)
        }
    }

    /// The document of one of several sorts, told apart by the name under `key`, such as the kind of an event.
    ///
    /// `read` is called with the sort and this same reader, to read the keys that this sort has beside the common ones.
    public mutating func choice<Name: CaseIterable & RawRepresentable<String>, Document>(
        _ key: String, of type: Name.Type, help: LocalizedText? = nil, _ read: (Name, inout ObjectReader) -> Document
    ) -> Document {
        if case .describing(let description) = mode {
            for name in type.allCases {
                let branch = description.addBranch(key, name.rawValue, help)
                var reader = ObjectReader(decoder, path, .describing(branch), at: .declared, [])
                _ = read(name, &reader)
            }
        }
        let faultsBefore = decoder.faults.reports
        let name = take(key, default: nil, NameInput<Name>().expectation)
            .flatMap { decoder.input($0, .name(of: type), at: path.key(key), help) }
        if let name, decoder.faults.reports == faultsBefore { return read(name, &self) }
        // Which keys the object should have is not known, so none is unknown.
        _ = takeAll()
        return decoder.placeholder(at: path) { read(NameInput<Name>().placeholder, &$0) }
    }

    /// The tree under `key` as written, to be laid over the document that `read` makes, as variants do.
    ///
    /// It is decoded where the two have been joined, so `read` only describes it.
    public mutating func patch<Document>(
        _ key: String, help: LocalizedText? = nil, _ read: (inout ObjectReader) -> Document
    ) -> JSONNode? {
        if case .describing(let description) = mode {
            description.addPatch(key, help: help) { inner in
                var reader = ObjectReader(decoder, path.key(key), .describing(inner), at: .declared, [])
                _ = read(&reader)
            }
        }
        return take(key)
    }

    private static var objectExpectation: LocalizedText { DocumentDecoder.objectExpectation }

    private mutating func document<Document>(
        _ key: String, default text: String?, _ read: (inout ObjectReader) -> Document
    ) -> Document {
        guard let node = take(key, default: text, Self.objectExpectation) else {
            return decoder.placeholder(at: path.key(key), read)
        }
        return decoder.decode(node, at: path.key(key), read)
    }

    /// The members of the object under `key` that are not `null`.
    private mutating func namedMembers(_ key: String, default text: String?) -> [JSONMember] {
        guard let node = take(key, default: text, Self.objectExpectation) else { return [] }
        guard case .object(let members) = node.value else {
            DecodingSite(decoder: decoder, path: path.key(key)).reportWrongType(node, Self.objectExpectation)
            return []
        }
        let named = members.filter { if case .null = $0.node.value { false } else { true } }
        for member in named {
            guard let problem = Identifier.problem(member.key) else { continue }
            decoder.faults.add(problem, at: member.keyPosition, path.key(key).key(member.key))
        }
        return named
    }

    private func describe<Document>(
        _ key: String, _ shape: ObjectDescription.Shape, _ name: String?, default text: String?, isOptional: Bool,
        _ help: LocalizedText?, _ read: (inout ObjectReader) -> Document
    ) {
        guard case .describing(let description) = mode else { return }
        description.addObject(key, shape, named: name, default: text, isOptional: isOptional, help: help) { inner in
            var reader = ObjectReader(decoder, path.key(key), .describing(inner), at: .declared, [])
            _ = read(&reader)
        }
    }
}
