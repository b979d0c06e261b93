import TestSupport
import Testing
import Words

@testable import WrittenFiles

private enum Hazard: String, CaseIterable {
    case flood, fire
}

private struct Node: Equatable {
    let name: String
    let children: [Node]

    init(_ reader: inout ObjectReader) {
        name = reader.value("name", .string)
        children = reader.list("children", named: "node", default: "[]") { Node(&$0) }
    }
}

struct ObjectReaderTests {
    @Test func `defaults hold for what is left out or null`() {
        let (values, decoder) = decode(#"{ "b": 7, "c": null }"#) { reader in
            ["a", "b", "c"].map { reader.value($0, .integer, default: "5") }
        }
        #expect(values == [5, 7, 5])
        #expect(decoder.faults.isEmpty)
    }

    @Test func `what is optional may be missing`() {
        let (values, decoder) = decode(#"{ "b": 7, "o": { "x": 1 } }"#) { reader in
            (
                reader.optional("a", .integer), reader.optional("b", .integer),
                reader.optionalObject("o") { $0.value("x", .integer) },
                reader.optionalObject("p") { $0.value("x", .integer) }
            )
        }
        #expect(values == (nil, 7, 1, nil))
        #expect(decoder.faults.isEmpty)
    }

    @Test func `a missing key is named where its object stands`() {
        let (value, decoder) = decode("{ \"plan\":\n  { \"b\": 1 } }") { reader in
            reader.object("plan") { plan in (plan.value("a", .integer(in: 2...9)), plan.value("b", .integer)) }
        }
        #expect(value == (2, 1))
        #expect(
            decoder.faults.lines == [
                #"test.jsonc:2:3: plan.a: the key "a" is missing, expected a whole number from 2 to 9"#
            ])
    }

    @Test func `what nobody reads is unknown, and the nearest name is suggested`() {
        let (_, decoder) = decode(#"{ "span": 1, "Retries": 2, "plan": { "chanels": [] }, "list": [{}, { "zz": 1 }] }"#)
        { reader in
            _ = reader.value("span", .integer)
            _ = reader.value("retries", .integer, default: "1")
            reader.object("plan") { _ = $0.optional("channels", .list(of: .string)) }
            _ = reader.list("list") { $0.optional("a", .integer) }
        }
        #expect(
            decoder.faults.faults.map { "\($0.column) \($0.path) \($0.problem.nearest ?? "-")" } == [
                "14 Retries retries", "38 plan.chanels channels", "70 list[1].zz -",
            ])
        #expect(decoder.faults.faults.allSatisfy { $0.problem.kind == .unknownKey })
    }

    @Test func `all faults are found in one pass`() {
        let text = #"{ "a": "x", "b": [1, "y"], "o": 5, "l": { }, "d": { "k": true }, "n": 3 }"#
        let (_, decoder) = decode(text) { reader in
            _ = reader.value("a", .integer)
            _ = reader.value("b", .list(of: .integer))
            reader.object("o") { _ = $0.value("inner", .integer) }
            _ = reader.list("l") { $0.value("inner", .integer) }
            _ = reader.table("d", .share)
            _ = reader.object("missing") { $0.value("inner", .integer) }
        }
        #expect(
            decoder.faults.faults.map { "\($0.path) \($0.problem.kind)" } == [
                "missing missingKey", "a wrongType", "b[1] wrongType", "o wrongType", "l wrongType", "d.k wrongType",
                "n unknownKey",
            ])
    }

    @Test func `lists and dictionaries keep their order and name their elements`() {
        let (document, decoder) = decode(
            #"{ "l": [{ "x": 1 }, { "x": 2 }], "d": { "b": { "x": 3 }, "a": { "x": 4 }, "c": null }, "#
                + #""t": { "z": "50%", "y": 0.1 } }"#
        ) {
            reader in
            (
                reader.list("l") { $0.value("x", .integer) },
                reader.dictionary("d") { name, inner in "\(name)\(inner.value("x", .integer))" },
                reader.table("t", .share)
            )
        }
        #expect(decoder.faults.isEmpty, "\(decoder.faults.lines)")
        #expect(document.0 == [1, 2])
        #expect(document.1.map(\.name) == ["b", "a"])
        #expect(document.1.map(\.value) == ["b3", "a4"])
        #expect(document.2.map(\.name) == ["z", "y"])
        #expect(document.2.map(\.value) == [0.5, 0.1])
        #expect(
            decoder.register.inputs.map(\.path.description) == ["l[0].x", "l[1].x", "d.b.x", "d.a.x", "t.z", "t.y"])
    }

    @Test func `a group that is left out has its defaults`() {
        let (value, decoder) = decode("{}") { reader in
            reader.object("hop", default: "{}") { $0.value("delay", .duration, default: "\"5 min\"") }
        }
        #expect(value == 300_000)
        #expect(decoder.register.inputs.map(\.path.description) == ["hop.delay"])
    }

    @Test func `documents may contain their own kind`() {
        let (node, decoder) = decode(#"{ "name": "a", "children": [{ "name": "b", "children": [{ "name": "c" }] }] }"#)
        { Node(&$0) }
        #expect(decoder.faults.isEmpty)
        #expect(node.children[0].children[0].name == "c")
    }

    @Test func `the sort of an object decides which keys it has`() {
        func read(_ text: String) -> (Int, [String]) {
            let (value, decoder) = decode(text) { reader in
                _ = reader.optional("at", .duration)
                return reader.choice("kind", of: Hazard.self) { kind, inner in
                    kind == .flood ? inner.value("level", .integer) : inner.value("floors", .integer)
                }
            }
            return (value, decoder.faults.faults.map { "\($0.path) \($0.problem.kind)" })
        }
        #expect(read(#"{ "kind": "flood", "level": 3 }"#) == (3, []))
        #expect(read(#"{ "floors": 9, "kind": "fire" }"#) == (9, []))
        #expect(read(#"{ "kind": "fire", "level": 3 }"#) == (0, ["floors missingKey", "level unknownKey"]))
        #expect(read(#"{ "kind": "flod", "level": 3, "x": 1 }"#) == (0, ["kind unknownName"]))
        #expect(read(#"{ "level": 3 }"#) == (0, ["kind missingKey"]))
    }

    @Test func `contradictions are reported at a key, unless something there is at fault already`() {
        func lines(_ text: String) -> [String] {
            decode(text) { reader in
                let (low, high) = (reader.value("low", .integer), reader.value("high", .integer))
                if low > high {
                    reader.fault(.inconsistent(zh: "low is above high", en: "low is above high"), at: "low")
                }
            }.decoder.faults.lines
        }
        #expect(lines(#"{ "low": 5, "high": 3 }"#) == ["test.jsonc:1:10: low: low is above high"])
        #expect(lines(#"{ "low": 5, "high": "x" }"#).count == 1)
        #expect(lines(#"{ "low": 1, "high": 3 }"#) == [])
    }

    @Test func `a place can be kept for later`() {
        let (location, decoder) = decode(#"{ "o": { "a": "x" } }"#) { reader in
            reader.object("o") { inner in
                _ = inner.value("a", .string)
                return inner.location(of: "a")
            }
        }
        decoder.fault(.inconsistent(zh: "it leads in a circle", en: "it leads in a circle"), at: location)
        #expect(decoder.faults.lines == ["test.jsonc:1:15: o.a: it leads in a circle"])
    }

    @Test func `a scenario that is no object is a fault`() {
        #expect(
            decode("[1]") { _ = $0.value("a", .integer) }.decoder.faults.lines == [
                "test.jsonc:1:1: this is a list, expected an object { … }"
            ])
    }
}
