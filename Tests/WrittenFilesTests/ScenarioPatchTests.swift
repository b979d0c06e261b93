import TestSupport
import Testing

@testable import WrittenFiles

struct ScenarioPatchTests {
    private func patched(_ base: String, _ patch: String) -> String {
        JSONWriter.line(parse(base).tree.patched(by: parse(patch).tree))
    }

    @Test(arguments: [
        (#"{ "a": 1, "b": 2 }"#, #"{ "b": 3 }"#, #"{ "a": 1, "b": 3 }"#),
        (#"{ "a": { "x": 1, "y": 2 } }"#, #"{ "a": { "y": 3, "z": 4 } }"#, #"{ "a": { "x": 1, "y": 3, "z": 4 } }"#),
        (#"{ "a": [1, 2] }"#, #"{ "a": [3] }"#, #"{ "a": [3] }"#),
        (#"{ "a": { "x": 1 } }"#, #"{ "a": 5 }"#, #"{ "a": 5 }"#),
        (#"{ "a": 5 }"#, #"{ "a": { "x": 1 } }"#, #"{ "a": { "x": 1 } }"#),
        (#"{ "a": 1 }"#, #"{ "a": null }"#, #"{ "a": null }"#), (#"{ "a": 1 }"#, "{}", #"{ "a": 1 }"#),
    ])
    func `objects merge key by key and anything else replaces`(_ base: String, _ patch: String, _ result: String) {
        #expect(patched(base, patch) == result)
    }

    @Test(arguments: [
        (#"{ "lognormal": { "median": "1 min", "sigma": 1 } }"#, #"{ "exponential": "2 min" }"#),
        (#"{ "value": 5, "source": "s", "range": [1, 9] }"#, #"{ "value": 6 }"#),
        (#"{ "value": 5 }"#, #"{ "chance": 0.5, "then": "1 min" }"#),
        (#"{ "exponential": "2 min" }"#, #"{ "value": "1 min", "source": "s" }"#),
    ])
    func `an input is replaced whole, so that a new value does not keep an old source`(_ base: String, _ patch: String)
    {
        #expect(
            patched(#"{ "a": \#(base) }"#, #"{ "a": \#(patch) }"#)
                == JSONWriter.line(parse(#"{ "a": \#(patch) }"#).tree))
    }

    @Test func `a replacement mark replaces and disappears`() {
        #expect(
            patched(#"{ "p": { "a": 1, "b": 2 } }"#, #"{ "p": { "$replace": true, "a": 3 } }"#)
                == #"{ "p": { "a": 3 } }"#)
        #expect(
            patched(#"{ }"#, #"{ "p": { "q": { "$replace": true, "a": 3 } } }"#) == #"{ "p": { "q": { "a": 3 } } }"#)
    }

    @Test func `values keep the places of their own files`() {
        var faults = FaultList(files: [
            SourceFile(path: "base", text: #"{ "a": { "x": 1, "y": 2 } }"#),
            SourceFile(path: "patch", text: #"{ "a": { "y": 33 } }"#),
        ])
        let base = JSONParser.parse(file: 0, faults: &faults)
        let patch = JSONParser.parse(file: 1, faults: &faults)
        let merged = base.patched(by: patch)["a"]
        #expect(merged?.position == SourcePosition(file: 0, offset: 7))
        #expect(merged?["x"]?.position == SourcePosition(file: 0, offset: 14))
        #expect(merged?["y"]?.position == SourcePosition(file: 1, offset: 14))
    }

    @Test func `a misspelled key of a variant is reported in the variant, with the valid name`() {
        let (tree, faults) = parse(#"{ "plan": { "span": 5 }, "patch": { "plan": { "spam": 7 } } }"#)
        let decoder = DocumentDecoder(faults: faults)
        let patch = tree["patch"] ?? JSONNode(.null)
        let span = decoder.decode(tree.patched(by: patch)) { reader in
            _ = reader.patch("patch") { $0.object("plan") { $0.value("span", .integer) } }
            return reader.object("plan") { $0.value("span", .integer) }
        }
        #expect(span == 5)
        #expect(
            decoder.faults.lines == [
                #"test.jsonc:1:47: plan.spam: the key "spam" is not known, expected one of span, did you mean "span""#
            ])
    }

    @Test func `what could not be read stays silent`() {
        let (tree, _) = parse(#"{ "plan": NaN, "other": { "plan": { "a": 1 } } }"#)
        let merged = tree.patched(by: tree["other"] ?? JSONNode(.null))
        guard case .invalid? = merged["plan"]?.value else { return #expect(Bool(false)) }
    }
}
