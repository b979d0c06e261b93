import RandomStreams
import TestSupport
import Testing
import Words

@testable import WrittenFiles

struct DocumentDecoderTests {
    @Test func `an input may carry its source and range`() {
        let text = #"{ "span": { "value": 5, "source": { "zh": "指南", "en": "guide" }, "range": [3, 7] } }"#
        let (span, decoder) = decode(text) {
            $0.value("span", .integer(in: 1...50), help: LocalizedText("people a caller calls"))
        }
        #expect(span == 5)
        #expect(decoder.faults.isEmpty)
        let input = decoder.register.inputs[0]
        #expect(input.path.description == "span")
        #expect(input.valueText == "5")
        #expect(input.rangeText == "[3, 7]")
        #expect(input.source == LocalizedText(zh: "指南", en: "guide"))
        #expect(input.help?.en == "people a caller calls")
        #expect(!input.isAssumption && !input.isDefault && input.drawn == nil)
    }

    @Test(arguments: [#"" ""#, #""""#, #""\u3000\u200B""#, #"{ "zh": " ", "en": "" }"#])
    func `a source that says nothing is none, and the range is drawn`(source: String) {
        let text = #"{ "span": { "value": 5, "source": \#(source), "range": [3, 7] } }"#
        let (span, decoder) = decode(text, draw: AssumptionDraw { _ in 0 }) { $0.value("span", .integer(in: 1...50)) }
        #expect(decoder.faults.isEmpty && span == 3)
        #expect(decoder.register.inputs[0].isAssumption)
    }

    @Test func `a warning is told of files and not of defaults, nor while drawing`() {
        func warnings(_ text: String, draw: AssumptionDraw? = nil) -> [String] {
            let (_, decoder) = decode(text, draw: draw) { reader in
                _ = reader.optionalObject("a") { inner in
                    _ = inner.value("b", .integer, default: "1")
                    inner.warn(.inconsistent(zh: "怪", en: "odd"), at: "b")
                }
            }
            return decoder.warnings.faults.map(\.text.en)
        }
        #expect(warnings(#"{ "a": { "b": 2 } }"#) == ["test.jsonc:1:15: a.b: odd"])
        #expect(warnings(#"{ "a": { "b": 2 } }"#, draw: AssumptionDraw { _ in 0 }).isEmpty)
        #expect(warnings(#"{ "a": { "b": "x" } }"#).isEmpty, "what is at fault is not warned of")
        #expect(warnings("{}").isEmpty)
    }

    @Test func `figures without a source are assumptions, choices and labels are not`() {
        let (_, decoder) = decode(#"{ "a": 5, "on": true, "title": "t", "c": { "value": "1 min", "source": "[P2]" } }"#)
        { reader in
            _ = reader.value("a", .integer)
            _ = reader.value("on", .flag)
            _ = reader.value("title", .text)
            _ = reader.value("b", .durationDistribution, default: #"{ "value": "2 min", "range": ["1 min", "4 min"] }"#)
            _ = reader.value("c", .duration)
            _ = reader.value("d", .share, default: #"{ "value": "5%", "source": "[P3]" }"#)
        }
        #expect(decoder.faults.isEmpty)
        #expect(decoder.register.inputs.map(\.path.description) == ["a", "on", "b", "c", "d"])
        #expect(decoder.register.assumptions.map(\.path.description) == ["a", "b"])
        #expect(decoder.register.inputs.map(\.isDefault) == [false, false, true, false, true])
        #expect(decoder.register.inputs.map(\.unit) == ["", "", "ms", "ms", ""])
    }

    @Test(arguments: [
        (
            #"{ "value": 9, "range": [3, 7] }"#,
            #"1:19: x: the value 9 lies outside its range, expected a value within [3, 7]"#
        ),
        (
            #"{ "value": 5, "range": [7, 3] }"#,
            "1:32: x.range: the values do not ascend, expected the smallest first"
        ),
        (
            #"{ "value": 5, "range": [3] }"#,
            "1:31: x.range: this is no range, expected [low, high], written like the value"
        ),
        (
            #"{ "value": 5, "range": "3-7" }"#,
            "1:31: x.range: this is no range, expected [low, high], written like the value"
        ),
        (#"{ "value": 5, "range": [3, 99] }"#, #"1:35: x: 99 is out of range, expected a whole number from 1 to 50"#),
        (
            #"{ "value": 5, "sorce": "x" }"#,
            #"1:22: x.sorce: the key "sorce" is not known, expected one of value, source, range, did you mean "source""#
        ),
        (
            #"{ "source": "x" }"#,
            #"1:8: x.value: the key "value" is missing, expected { "value": …, "source": …, "range": [low, high] }"#
        ),
        (#"{ "value": 5, "source": 7 }"#, #"1:32: x.source: this is 7, expected "text" or { "zh": "…", "en": "…" }"#),
    ])
    func `a wrong part is a fault at its place`(_ text: String, _ fault: String) {
        #expect(decodeInput(text, .integer(in: 1...50)).faults == ["test.jsonc:" + fault])
    }

    @Test func `a switch takes a source but no range`() {
        #expect(decodeInput(#"{ "value": true, "source": "order 5" }"#, .flag).faults == [])
        #expect(decodeInput(#"{ "value": true, "range": [false, true] }"#, .flag).faults.count == 1)
    }

    // MARK: Draws

    @Test func `a draw is linear on both sides of the value, which stays the median`() {
        let text = #"{ "value": 4, "range": [2, 10] }"#
        for (uniform, value) in [(0.0, 2.0), (0.25, 3), (0.5, 4), (0.75, 7), (1, 10)] {
            #expect(decodeInput(text, .number, draw: AssumptionDraw { _ in uniform }).value == value)
        }
    }

    @Test func `whole numbers and durations are drawn whole`() {
        let draw = AssumptionDraw { _ in 0.8 }
        #expect(decodeInput(#"{ "value": 4, "range": [2, 6] }"#, .integer, draw: draw).value == 5)
        #expect(decodeInput(#"{ "value": "0 ms", "range": ["0 ms", "1 ms"] }"#, .duration, draw: draw).value == 1)
    }

    @Test func `only what has a range and no source is drawn, by its path`() {
        let text = """
            { "plan": { "a": { "value": 4, "range": [2, 6] }, "c": 4,
              "b": { "value": 4, "range": [2, 6], "source": "s" } } }
            """
        let draw = AssumptionDraw { path in path == "plan.a" || path == "plan.d" ? 0 : 1 }
        let (values, decoder) = decode(text, draw: draw) { reader in
            reader.object("plan") { plan in
                ["a", "b", "c"].map { plan.value($0, .number) }
                    + [plan.value("d", .number, default: #"{ "value": 1, "range": [0.5, 2] }"#)]
            }
        }
        #expect(values == [2, 4, 4, 0.5])
        #expect(decoder.register.inputs.map(\.drawn) == [2, nil, nil, 0.5])
    }

    @Test func `a replication draws the same number for a path whatever else there is`() {
        let stream = RandomStream(seed: 7, replication: 3)
        let draw = AssumptionDraw(stream: stream)
        let input = #""x": { "value": 0.5, "range": [0, 1] }"#
        let alone = decode("{ \(input) }", draw: draw) { $0.value("x", .number) }.document
        let among = decode("{ \"y\": { \"value\": 0.5, \"range\": [0, 1] }, \(input) }", draw: draw) { reader in
            _ = reader.value("y", .number)
            return reader.value("x", .number)
        }.document
        #expect(alone == among)
        #expect(alone == stream.uniform(EntityKey(path: "x"), .assumption))
    }

    @Test func `over many replications half of the draws lie on either side of the value`() {
        let text = #"{ "x": { "value": "10 min", "range": ["8 min", "40 min"] } }"#
        let (tree, faults) = parse(text)
        let draws = (0..<2000).map { replication in
            let draw = AssumptionDraw(stream: RandomStream(seed: 1, replication: UInt32(replication)))
            return DocumentDecoder(faults: faults, draw: draw).decode(tree) { $0.value("x", .duration) }
        }
        let below = draws.count { $0 < 600_000 }
        // Six standard deviations of a fair coin thrown 2000 times.
        #expect(abs(below - 1000) < 135)
        #expect(draws.allSatisfy { (480_000...2_400_000).contains($0) })
        #expect((draws.max() ?? 0) > 2_300_000 && (draws.min() ?? 0) < 490_000)
    }
}
