import Words

/// `true` or `false`.
public struct FlagInput: InputKind {
    /// Off.
    public var placeholder: Bool { false }

    /// The two words.
    public var expectation: LocalizedText { .init(zh: "true 或 false", en: "true or false") }

    /// A Boolean type.
    public func schema(_ definitions: SchemaDefinitions) -> JSONNode {
        definitions.shared("flag") { .object(["type": .string("boolean")]) }
    }

    /// The switch.
    public func decode(_ node: JSONNode, _ site: DecodingSite) -> Bool? {
        guard case .flag(let value) = node.value else { return site.wrongType(node, expectation) }
        return value
    }
}

/// A text that is the same in every language, such as the code of a node.
public struct StringInput: InputKind {
    /// Names need no source.
    public static var role: InputRole { .label }

    /// No text.
    public var placeholder: String { "" }

    /// A text.
    public var expectation: LocalizedText { .init(zh: "双引号中的文字", en: "a text in double quotes") }

    /// A string type.
    public func schema(_ definitions: SchemaDefinitions) -> JSONNode {
        .object(["type": .string("string"), "minLength": .number(1)])
    }

    /// The text, which must not be empty.
    public func decode(_ node: JSONNode, _ site: DecodingSite) -> String? {
        guard case .string(let text) = node.value, !text.isEmpty else { return site.wrongType(node, expectation) }
        return text
    }
}

/// A text to show, in one or in both languages.
public struct TextInput: InputKind {
    /// Labels need no source.
    public static var role: InputRole { .label }

    /// No text.
    public var placeholder: LocalizedText { LocalizedText("") }

    /// The two ways to write it.
    public var expectation: LocalizedText {
        .init(zh: "\"文字\" 或 { \"zh\": \"…\", \"en\": \"…\" }", en: "\"text\" or { \"zh\": \"…\", \"en\": \"…\" }")
    }

    /// A string, or an object of two strings.
    public func schema(_ definitions: SchemaDefinitions) -> JSONNode {
        definitions.shared("text") {
            let string = JSONNode.object(["type": .string("string")])
            let both = JSONNode.object([
                "type": .string("object"), "properties": .object(["zh": string, "en": string]),
                "required": .array([.string("zh"), .string("en")]), "additionalProperties": .flag(false),
            ])
            return .object(["anyOf": .array([string, both])])
        }
    }

    /// A string, or one of the two languages or both.
    public func patchSchema(_ definitions: SchemaDefinitions) -> JSONNode {
        definitions.shared("textPatch") {
            let string = JSONNode.object(["type": .string("string")])
            let mark = JSONNode.object(["$ref": .string("#/$defs/replace")])
            let parts = JSONNode.object([
                "type": .string("object"),
                "properties": .object(["zh": string, "en": string, "$replace": mark]),
                "additionalProperties": .flag(false),
            ])
            return .anyOf([string, parts])
        }
    }

    /// The text in both languages.
    public func decode(_ node: JSONNode, _ site: DecodingSite) -> LocalizedText? {
        switch node.value {
        case .string(let text): return LocalizedText(text)
        case .object(let members):
            for member in members where member.key != "zh" && member.key != "en" {
                site.decoder.faults.add(
                    .unknownKey(member.key, among: ["zh", "en"]), at: member.keyPosition, site.path.key(member.key))
            }
            guard let zh = text(node, "zh", site), let en = text(node, "en", site) else { return nil }
            return LocalizedText(zh: zh, en: en)
        default: return site.wrongType(node, expectation)
        }
    }

    private func text(_ node: JSONNode, _ key: String, _ site: DecodingSite) -> String? {
        guard let member = node[key] else {
            site.key(key).fault(.missingKey(key, expectation), at: node)
            return nil
        }
        guard case .string(let text) = member.value else { return site.key(key).wrongType(member, expectation) }
        return text
    }
}

extension String {
    /// Whether nothing in it can be seen.
    var isBlank: Bool {
        unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.isInvisible }
    }
}

extension InputKind where Self == FlagInput {
    /// `true` or `false`.
    public static var flag: Self { FlagInput() }
}

extension InputKind where Self == StringInput {
    /// A text that is not empty and is the same in every language.
    public static var string: Self { StringInput() }
}

extension InputKind where Self == TextInput {
    /// A text to show, in one or in both languages.
    public static var text: Self { TextInput() }
}
