import TestSupport
import Testing
import Words

@testable import WrittenFiles

private enum Channel: String, CaseIterable {
    case phoneTree, message, siren
}

struct InputKindTests {
    /// Decodes `text` and expects `value` without faults.
    private func expect<Kind: InputKind>(
        _ text: String, _ kind: Kind, _ value: Kind.Value, location: SourceLocation = #_sourceLocation
    ) where Kind.Value: Equatable {
        let result = decodeInput(text, kind)
        #expect(result.value == value, sourceLocation: location)
        #expect(result.faults == [], sourceLocation: location)
    }

    /// Decodes `text` and expects one fault that ends with `text`.
    private func expectFault<Kind: InputKind>(
        _ text: String, _ kind: Kind, _ fault: String, location: SourceLocation = #_sourceLocation
    ) {
        let faults = decodeInput(text, kind).faults
        #expect(faults == ["test.jsonc:1:8: x: " + fault], sourceLocation: location)
    }

    @Test func `whole numbers stay in their range`() {
        expect("5", .integer(in: 1...50), 5)
        expect("5.0", .integer(in: 1...50), 5)
        expect("1e1", .integer, 10)
        expectFault("51", .integer(in: 1...50), #"51 is out of range, expected a whole number from 1 to 50"#)
        expectFault("5.5", .integer(in: 1...50), "this is 5.5, expected a whole number from 1 to 50")
        expectFault("1e300", .integer(in: 1...50), "this is 1e300, expected a whole number from 1 to 50")
        expectFault("\"5\"", .integer, #"this is "5", expected a whole number"#)
        expectFault("1e18", .integer, #"1e18 is out of range, expected a whole number"#)
        #expect(decodeInput("\"x\"", .integer(in: 3...9)).value == 3)
    }

    @Test func `numbers stay in their range`() {
        expect("-0.5", .number, -0.5)
        expect("0.5", .number(in: 0...1.5), 0.5)
        expectFault("2", .number(in: 0...1.5), #"2 is out of range, expected a number from 0 to 1.5"#)
        expectFault("true", .number, "this is true, expected a number")
    }

    @Test func `shares are percentages or numbers up to one`() {
        expect("\"30%\"", .share, 0.3)
        expect("0.3", .share, 0.3)
        expect("1", .share, 1)
        expectFault("30", .share, #"30 is out of range, expected a share, "30%" or a number from 0 to 1"#)
        expectFault("\"130%\"", .share, #""130%" is out of range, expected a share, "30%" or a number from 0 to 1"#)
        expectFault("\"0.3\"", .share, #""0.3" has no unit, expected a share, "30%" or a number from 0 to 1"#)
        expectFault("[]", .share, #"this is a list, expected a share, "30%" or a number from 0 to 1"#)
    }

    @Test func `durations are whole milliseconds within their limits`() {
        expect("\"15 min\"", .duration, 900_000)
        expect("\"1.5 ms\"", .duration, 2)
        let expected = #"a duration such as "15 min" (min, h, s, d, ms, week, weeks)"#
        expectFault("15", .duration, #"15 has no unit, expected \#(expected)"#)
        expectFault(
            "\"15 mins\"", .duration,
            #"the unit "mins" of "15 mins" does not fit, expected \#(expected), did you mean "min""#)
        let limited = DurationInput.duration(from: "1 min", to: "2 h")
        expect("\"1 min\"", limited, 60_000)
        expectFault("\"30 s\"", limited, #""30 s" is out of range, expected \#(expected), ≥ 1 min, ≤ 2 h"#)
        expectFault("\"3 h\"", limited, #""3 h" is out of range, expected \#(expected), ≥ 1 min, ≤ 2 h"#)
        #expect(decodeInput("3", limited).value == 60_000)
    }

    @Test func `other quantities come in their own unit`() {
        expect("\"1.2 km\"", .distance, 1200)
        expect("\"1.2 m/s\"", .speed(from: "1 km/h"), 4.32)
        expect("\"570.9 km2\"", .area, 570.9)
        expect("\"12 /h\"", .rate, 12)
        expectFault(
            "\"5 kmh\"", .speed,
            #"the unit "kmh" of "5 kmh" does not fit, "#
                + #"expected a speed such as "16 km/h" (km/h, m/s), did you mean "km/h""#
        )
    }

    @Test func `switches, texts and names`() {
        expect("true", .flag, true)
        expectFault("\"true\"", .flag, #"this is "true", expected true or false"#)
        expect("\"梅江\"", .string, "梅江")
        expectFault("\"\"", .string, #"this is "", expected a text in double quotes"#)
        expect("\"梅江\"", .text, LocalizedText("梅江"))
        expect(#"{ "zh": "梅江", "en": "Meijiang" }"#, .text, LocalizedText(zh: "梅江", en: "Meijiang"))
        #expect(decodeInput(#"{ "zh": "梅江" }"#, .text).faults[0].contains(#"x.en: the key "en" is missing"#))
        #expect(decodeInput(#"{ "zh": "梅江", "en": 5 }"#, .text).faults[0].contains("1:28: x.en: this is 5"))
        #expect(
            decodeInput(#"{ "zh": "a", "en": "b", "fr": "c" }"#, .text).faults[0].contains(
                #"x.fr: the key "fr" is not known"#))
        expect("\"siren\"", .name(of: Channel.self), .siren)
        expectFault(
            "\"sirens\"", .name(of: Channel.self),
            #"there is no "sirens", expected one of "phoneTree", "message", "siren", did you mean "siren""#)
        expect(#"["siren", "phoneTree"]"#, .names(of: Channel.self), [.siren, .phoneTree])
        #expect(
            decodeInput(#"["siren", "siren"]"#, .names(of: Channel.self)).faults == [
                #"test.jsonc:1:18: x[1]: "siren" stands twice, expected each name once"#
            ])
    }

    @Test func `references are the numbers of names the scenario gives`() {
        let roles = NameTable(
            LocalizedText(zh: "组织的角色", en: "a role of the organization"), ["chief", "medic", "driver"])
        expect("\"medic\"", .reference(to: roles), 1)
        expectFault(
            "\"medics\"", .reference(to: roles),
            #"there is no "medics", expected a role of the organization ("chief", "medic", "driver"), did you mean "medic""#
        )
        let expectation = ReferenceInput(table: roles).expectation
        #expect(expectation.zh == #"组织的角色（"chief"、"medic"、"driver"）"#)
    }

    @Test func `a list of names holds at least one, because none would do nothing`() {
        #expect(
            decodeInput("[]", .names(of: Channel.self)).faults[0].contains(
                "the list has length 0, expected a list of 1 to 3"))
    }

    @Test func `dates and places`() {
        expect("\"2024-06-16T15:00+08:00\"", .date, DatedInstant("2024-06-16T15:00+08:00") ?? .epoch)
        expectFault(
            "\"2024-06-16\"", .date,
            #"this is "2024-06-16", expected a date and time with offset such as "2024-06-16T15:00+08:00""#)
        #expect(decodeInput("[116.12, 24.29]", .coordinate).value == (116.12, 24.29))
        expectFault(
            "[24.29, 116.12]", .coordinate,
            #"[24.29, 116.12] is out of range, expected [longitude, latitude] such as [116.12, 24.29]"#)
        expectFault("[1, 2, 3]", .coordinate, "this is a list, expected [longitude, latitude] such as [116.12, 24.29]")
    }

    @Test func `lists report every wrong element`() {
        expect("[0.5, \"20%\"]", .list(of: .share), [0.5, 0.2])
        expectFault(
            "[1, 2, 3]", .list(of: .integer, count: 2...2),
            "the list has length 3, expected a list of 2, each a whole number")
        let (_, faults) = decodeInput("[0, 7, \"x\", 3, null]", .list(of: .integer(in: 0...5)))
        #expect(
            faults == [
                #"test.jsonc:1:12: x[1]: 7 is out of range, expected a whole number from 0 to 5"#,
                #"test.jsonc:1:15: x[2]: this is "x", expected a whole number from 0 to 5"#,
                #"test.jsonc:1:23: x[4]: this is null, expected a whole number from 0 to 5"#,
            ])
        expect("[[1, 2], []]", .list(of: .list(of: .integer)), [[1, 2], []])
    }

    @Test func `what could not be read is not held against other values`() {
        let (_, decoder) = decode(#"{ "full": 1, "minimum": NaN }"#) { reader in
            let minimum = reader.value("minimum", .integer(in: 5...9))
            let full = reader.value("full", .integer)
            if full < minimum { reader.fault(.inconsistent(zh: "少", en: "fewer"), at: "full") }
        }
        #expect(decoder.faults.faults.count == 1)
    }

    @Test func `a set has each name once, and as many as it may`() {
        expect(#"["a", "b"]"#, .set(of: .string, count: 1...2), ["a", "b"])
        #expect(
            decodeInput(#"["a", "a"]"#, .set(of: .string)).faults == [
                #"test.jsonc:1:14: x[1]: "a" stands twice, expected each name once"#
            ])
        expectFault(
            #"["a", "b", "c"]"#, .set(of: .string, count: 1...2),
            "the list has length 3, expected a list of 1 to 2, each a text in double quotes")
    }

    @Test func `whole numbers end where their neighbors would be read as them`() {
        #expect(decodeInput("9007199254740991", .integer).value == 9_007_199_254_740_991)
        for text in ["9007199254740992", "9007199254740993", "-9007199254740993"] {
            #expect(decodeInput(text, .integer).faults.count == 1, "\(text)")
        }
    }

    @Test func `what could not be read is reported once`() {
        #expect(decodeInput("NaN", .integer).faults.count == 1)
        #expect(decodeInput("[NaN]", .list(of: .share)).faults.count == 1)
        #expect(decodeInput(#"{ "value": 1e999 }"#, .number).faults.count == 1)
        #expect(decodeInput(#"{ "zh": NaN, "en": "x" }"#, .text).faults.count == 1)
        #expect(decodeInput("[NaN, 24.3]", .coordinate).faults.count == 1)
        #expect(decodeInput(#"{ "value": 1, "range": [NaN, 3] }"#, .number).faults.count == 1)
        #expect(decodeInput(#"{ "value": 1, "range": NaN }"#, .number).faults.count == 1)
    }
}
