import TestSupport
import Testing
import Words

@testable import WrittenFiles

private enum Hazard: String, CaseIterable {
    case flood, fire
}

private struct Node {
    init(_ reader: inout ObjectReader) {
        _ = reader.value("name", .text)
        _ = reader.list("children", named: "node", default: "[]") { Node(&$0) }
    }
}

struct SchemaDescriptionTests {
    private func schema(_ read: (inout ObjectReader) -> Void) -> JSONNode {
        ScenarioSchema.schema(title: LocalizedText(zh: "测试", en: "test"), read)
    }

    @Test func `keys, limits, defaults and help come from the same calls that decode`() {
        let schema = schema { reader in
            _ = reader.value(
                "span", .integer(in: 1...50), default: "5",
                help: LocalizedText(zh: "每人呼叫数", en: "people a caller calls"))
            _ = reader.value("call", .durationDistribution)
            _ = reader.optional("kind", .name(of: Hazard.self))
        }
        let properties = schema["properties"]
        let (kind, call) = (line(properties?["kind"]), line(properties?["call"]))
        func definition(_ name: String) -> JSONNode? { schema["$defs"]?[name] }
        #expect(line(schema["required"]) == #"["call"]"#)
        #expect(line(schema["additionalProperties"]) == "false")
        #expect(
            line(properties?["span"])
                == ##"{ "anyOf": [{ "$ref": "#/$defs/integer1To50Input" }, { "type": "null" }], "##
                + #""description": "people a caller calls 每人呼叫数", "default": 5 }"#)
        #expect(line(definition("integer1To50")) == #"{ "type": "integer", "minimum": 1, "maximum": 50 }"#)
        guard case .array(let forms)? = definition("integer1To50Input")?["anyOf"]?.value else {
            return #expect(Bool(false))
        }
        #expect(forms.count == 2 && line(forms[0]) == ##"{ "$ref": "#/$defs/integer1To50" }"##)
        #expect(line(forms[1]["required"]) == #"["value"]"# && line(forms[1]["additionalProperties"]) == "false")
        let range = forms[1]["properties"]?["range"]
        #expect(line(range?["items"]) == line(forms[0]) && line(range?["minItems"]) == "2")
        #expect(kind.contains(#""enum": ["flood", "fire"]"#))
        #expect(call == ##"{ "$ref": "#/$defs/durationDistributionInput" }"##)
        #expect(schema["$defs"]?["durationDistribution"] != nil)
    }

    @Test func `distributions are described as they are read`() {
        let distributions = schema { _ = $0.value("a", .durationDistribution) }["$defs"]?["durationDistribution"]
        guard case .array(let forms)? = distributions?["anyOf"]?.value else { return #expect(Bool(false)) }
        #expect(forms.count == 9)
        let weibull = forms.compactMap { $0["properties"]?["weibull"]?["properties"] }.first
        #expect(
            line(weibull)
                == ##"{ "scale": { "$ref": "#/$defs/duration", "description": "≥ 1 ms" }, "##
                + ##""shape": { "$ref": "#/$defs/number0.1To100" } }"##)
    }

    @Test func `every reference leads to a definition`() {
        let schema = schema { reader in
            _ = reader.value("a", .durationDistribution)
            _ = reader.value("b", .list(of: .share, count: 24...24))
            _ = reader.value("c", .coordinate)
            _ = reader.value("d", .date)
            _ = reader.object("tree") { Node(&$0) }
            _ = reader.dictionary("roles") { _, role in role.value("speed", .speed) }
            _ = reader.table("reach", .rate)
            reader.section("plan") { _ = $0.value("area", .area) }
        }
        let text = JSONWriter.line(schema)
        for part in text.split(separator: "\"#/$defs/").dropFirst() {
            let name = String(part.prefix { $0 != "\"" })
            #expect(schema["$defs"]?[name] != nil, "\(name)")
        }
        #expect(schema["$defs"]?["node"]?["properties"]?["children"]?["items"]?["$ref"] != nil)
        #expect(parse(JSONWriter.document(schema)).faults.isEmpty)
    }

    @Test func `sorts of objects are told apart by their name`() {
        let schema = schema { reader in
            _ = reader.value("at", .duration)
            _ = reader.choice("kind", of: Hazard.self) { kind, inner in
                kind == .flood ? inner.value("level", .integer) : inner.value("floors", .integer)
            }
        }
        #expect(line(schema["unevaluatedProperties"]) == "false")
        guard case .array(let branches)? = schema["oneOf"]?.value else { return #expect(Bool(false)) }
        for (branch, name) in zip(branches, ["flood", "fire"]) {
            guard case .array(let forms)? = branch["properties"]?["kind"]?["anyOf"]?.value else {
                return #expect(Bool(false))
            }
            #expect(
                forms.map { line($0["properties"]?["value"] ?? $0) }
                    == Array(repeating: "{ \"const\": \"\(name)\" }", count: 2))
        }
        #expect(branches.map { $0["properties"]?["level"] != nil } == [true, false])
        #expect(line(branches[1]["required"]) == #"["kind", "floors"]"#)
    }

    @Test func `describing finds a default that does not decode`() async {
        await #expect(processExitsWith: .failure) {
            _ = ScenarioSchema.schema(title: LocalizedText("x")) { $0.value("a", .duration, default: "5") }
        }
    }

    @Test func `the parts of an input are no keys of a document`() async {
        await #expect(processExitsWith: .failure) {
            _ = ScenarioSchema.schema(title: LocalizedText("x")) { $0.value("uniform", .flag) }
        }
    }
}
