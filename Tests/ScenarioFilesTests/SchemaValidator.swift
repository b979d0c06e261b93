import Foundation

@testable import WrittenFiles

/// A validator for JSON Schema 2020-12 that knows exactly the keywords our schema uses.
///
/// Written apart from the code that makes the schema, so that the two cannot share a mistake; a keyword it does not know
/// is an error, since it would otherwise let everything through.
final class SchemaValidator {
    /// A schema that uses what this validator does not know.
    struct UnknownKeyword: Error {
        let keyword: String
    }

    private static let annotations: Set = ["$schema", "$comment", "title", "description", "default", "examples"]
    private static let assertions: Set = [
        "type", "enum", "const", "required", "minItems", "maxItems", "uniqueItems", "minimum", "maximum", "minLength",
        "maxLength", "pattern", "$ref",
    ]
    private static let one: Set = ["items", "additionalProperties", "unevaluatedProperties"]
    private static let several: Set = ["anyOf", "oneOf", "prefixItems"]
    private static let byName: Set = ["properties", "$defs"]

    private let root: JSONNode
    private var patterns: [String: NSRegularExpression] = [:]

    /// Looks through the whole schema first, so that no keyword hides in a part that is never reached.
    init(_ root: JSONNode) throws {
        self.root = root
        try inspect(root)
    }

    private func inspect(_ schema: JSONNode) throws {
        if case .flag = schema.value { return }
        guard case .object(let members) = schema.value else { throw UnknownKeyword(keyword: JSONWriter.line(schema)) }
        for member in members {
            switch member.node.value {
            case _ where Self.annotations.contains(member.key): break
            case .string(let target) where member.key == "$ref": _ = try definition(target)
            case .string(let text) where member.key == "pattern":
                // A `$` of ours means the very end, which ICU writes otherwise.
                let pattern = text.hasSuffix("$") ? text.dropLast() + "\\z" : text[...]
                patterns[text] = try NSRegularExpression(pattern: String(pattern))
            case _ where Self.assertions.contains(member.key): break
            case _ where Self.one.contains(member.key): try inspect(member.node)
            case .array(let schemas) where Self.several.contains(member.key): try schemas.forEach(inspect)
            case .object(let schemas) where Self.byName.contains(member.key): try schemas.map(\.node).forEach(inspect)
            default: throw UnknownKeyword(keyword: member.key)
            }
        }
    }

    /// The definition a reference such as `#/$defs/place` leads to.
    func definition(_ target: String) throws -> JSONNode {
        let prefix = "#/$defs/"
        guard target.hasPrefix(prefix), let schema = root["$defs"]?[String(target.dropFirst(prefix.count))]
        else { throw UnknownKeyword(keyword: target) }
        return schema
    }

    /// The first reason why `node` does not fit `schema`, by default the whole one; nil if it fits.
    func failure(_ node: JSONNode, against schema: JSONNode? = nil, at path: DocumentPath = .root) -> String? {
        evaluate(node, schema ?? root, path).failure
    }

    // MARK: Evaluating

    /// What was found: why the value does not fit, and which of its keys were looked at.
    private struct Finding {
        var failure: String?
        var keys: Set<String> = []

        mutating func fail(_ path: DocumentPath, _ text: String) { failure = failure ?? "\(path): \(text)" }

        mutating func join(_ other: Finding) {
            failure = failure ?? other.failure
            if other.failure == nil { keys.formUnion(other.keys) }
        }
    }

    private func evaluate(_ node: JSONNode, _ schema: JSONNode, _ path: DocumentPath) -> Finding {
        var finding = Finding()
        if case .flag(let allowed) = schema.value {
            if !allowed { finding.fail(path, "nothing may stand here") }
            return finding
        }
        guard case .object(let keywords) = schema.value else { preconditionFailure("not a schema") }
        for keyword in keywords {
            switch keyword.key {
            case "$ref":
                if case .string(let target) = keyword.node.value, let schema = try? definition(target) {
                    finding.join(evaluate(node, schema, path))
                }
            case "anyOf", "oneOf": finding.join(alternatives(node, keyword, path))
            case "properties", "additionalProperties", "required": members(node, keyword, schema, path, &finding)
            case "items", "prefixItems", "minItems", "maxItems", "uniqueItems":
                elements(node, keyword, schema, path, &finding)
            case "unevaluatedProperties": break
            default: if let text = scalar(node, keyword) { finding.fail(path, text) }
            }
        }
        // Everything else must have been looked at first.
        if schema["unevaluatedProperties"] != nil, case .object(let members) = node.value {
            for member in members where !finding.keys.contains(member.key) {
                finding.fail(path.key(member.key), "an unknown key")
            }
        }
        return finding
    }

    private func alternatives(_ node: JSONNode, _ keyword: JSONMember, _ path: DocumentPath) -> Finding {
        guard case .array(let schemas) = keyword.node.value else { return Finding() }
        let findings = schemas.map { evaluate(node, $0, path) }
        let fitting = findings.filter { $0.failure == nil }
        var finding = Finding()
        if fitting.isEmpty { finding.fail(path, "\(JSONWriter.line(node).prefix(80)) fits none of the forms") }
        if keyword.key == "oneOf", fitting.count > 1 { finding.fail(path, "fits several sorts") }
        for other in fitting { finding.join(other) }
        return finding
    }

    private func members(
        _ node: JSONNode, _ keyword: JSONMember, _ schema: JSONNode, _ path: DocumentPath, _ finding: inout Finding
    ) {
        guard case .object(let members) = node.value else { return }
        if case .array(let names) = keyword.node.value {
            for case .string(let name) in names.map(\.value) where node[name] == nil {
                finding.fail(path.key(name), "missing")
            }
            return
        }
        for member in members {
            let named = schema["properties"]?[member.key]
            guard let rule = keyword.key == "properties" ? named : named == nil ? keyword.node : nil else { continue }
            finding.keys.insert(member.key)
            if let failure = evaluate(member.node, rule, path.key(member.key)).failure {
                finding.failure = finding.failure ?? failure
            }
        }
    }

    private func elements(
        _ node: JSONNode, _ keyword: JSONMember, _ schema: JSONNode, _ path: DocumentPath, _ finding: inout Finding
    ) {
        guard case .array(let elements) = node.value else { return }
        switch (keyword.key, keyword.node.value) {
        case ("minItems", .number(let least)):
            if Double(elements.count) < least.value { finding.fail(path, "too short") }
        case ("maxItems", .number(let most)):
            if Double(elements.count) > most.value { finding.fail(path, "too long") }
        case ("uniqueItems", _):
            if Set(elements.map(JSONWriter.line)).count < elements.count { finding.fail(path, "repeats itself") }
        default:
            var prefix: [JSONNode] = []
            if case .array(let schemas)? = schema["prefixItems"]?.value { prefix = schemas }
            for (number, element) in elements.enumerated() {
                let rule = number < prefix.count ? prefix[number] : schema["items"]
                guard (keyword.key == "prefixItems") == (number < prefix.count), let rule else { continue }
                finding.failure = finding.failure ?? evaluate(element, rule, path.index(number)).failure
            }
        }
    }

    private func scalar(_ node: JSONNode, _ keyword: JSONMember) -> String? {
        func says(_ isRight: Bool, _ text: String) -> String? { isRight ? nil : "\(JSONWriter.line(node)) \(text)" }
        switch (keyword.key, keyword.node.value, node.value) {
        case ("type", .string(let type), _): return says(Self.has(node, type), "is no \(type)")
        case ("type", .array(let types), _):
            let isRight = types.contains {
                if case .string(let type) = $0.value { Self.has(node, type) } else { false }
            }
            return says(isRight, "has a wrong type")
        case ("enum", .array(let values), _): return says(values.contains { Self.equal($0, node) }, "is no known name")
        case ("const", _, _): return says(Self.equal(keyword.node, node), "is not \(JSONWriter.line(keyword.node))")
        case ("minimum", .number(let least), .number(let number)):
            return says(number.value >= least.value, "is too small")
        case ("maximum", .number(let most), .number(let number)):
            return says(number.value <= most.value, "is too large")
        case ("minLength", .number(let least), .string(let text)):
            return says(Double(text.unicodeScalars.count) >= least.value, "is too short")
        case ("maxLength", .number(let most), .string(let text)):
            return says(Double(text.unicodeScalars.count) <= most.value, "is too long")
        case ("pattern", .string(let pattern), .string(let text)):
            let all = NSRange(text.startIndex..., in: text)
            return says(patterns[pattern]?.firstMatch(in: text, range: all) != nil, "does not look like \(pattern)")
        default: return nil
        }
    }

    private static func has(_ node: JSONNode, _ type: String) -> Bool {
        switch node.value {
        case .invalid: false
        case .null: type == "null"
        case .flag: type == "boolean"
        case .number(let number): type == "number" || type == "integer" && number.value == number.value.rounded()
        case .string: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }

    private static func equal(_ left: JSONNode, _ right: JSONNode) -> Bool {
        if case .number(let first) = left.value, case .number(let second) = right.value {
            return first.value == second.value
        }
        return JSONWriter.line(left) == JSONWriter.line(right)
    }
}
