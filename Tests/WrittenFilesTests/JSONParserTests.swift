import TestSupport
import Testing
import Words

@testable import WrittenFiles

struct JSONParserTests {
    private func line(_ text: String) -> String {
        let (tree, faults) = parse(text)
        #expect(faults.isEmpty, "\(faults.lines)")
        return JSONWriter.line(tree)
    }

    @Test func `every kind of value is read`() {
        #expect(line("{}") == "{}")
        #expect(line("[]") == "[]")
        #expect(
            line(#" { "a" : [ 1, -2.5e3, true, false, null ], "b": { "c": "d" } } "#)
                == #"{ "a": [1, -2.5e3, true, false, null], "b": { "c": "d" } }"#)
    }

    @Test func `comments and trailing commas are allowed wherever there may be space`() {
        #expect(line("// 梅江\n{ /* a */ \"a\" /**/ : // x\n 1 /* ** / */ , } // end") == #"{ "a": 1 }"#)
        #expect(line("[1, 2, ]") == "[1, 2]")
    }

    @Test func `strings resolve their escapes`() {
        let (tree, faults) = parse(#"["\"\\\/\b\f\n\r\t", "\u6885\u6c5F", "\ud83d\ude92", "梅🚒"]"#)
        #expect(faults.isEmpty)
        guard case .array(let nodes) = tree.value else { return #expect(Bool(false)) }
        let texts = nodes.map { if case .string(let text) = $0.value { text } else { "" } }
        #expect(texts == ["\"\\/\u{8}\u{C}\n\r\t", "梅江", "🚒", "梅🚒"])
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("12", 12), ("0.1", 0.1), ("1e3", 1000), ("1E+3", 1000), ("25e-1", 2.5),
        ("123456789012345678901234567890", 123456789012345677877719597056.0),
        ("1.7976931348623157e308", 1.7976931348623157e308),
    ])
    func `numbers keep their text and their nearest value`(_ text: String, _ value: Double) {
        guard case .number(let number) = parse(text).tree.value else { return #expect(Bool(false)) }
        #expect(number.text == text)
        #expect(number.value == value)
    }

    @Test func `positions are those of the first character, also behind Chinese text`() throws {
        let text = "{ \"标题\": \"梅江区\", \"b\": [ 1,\n   { \"c\": true } ] }"
        let (tree, faults) = parse(text)
        #expect(faults.isEmpty)
        let file = SourceFile(path: "a", text: text)
        func place(_ position: SourcePosition) -> String {
            let (line, column) = file.lineAndColumn(at: Int(position.offset))
            return "\(line):\(column)"
        }
        guard case .object(let members) = tree.value, case .array(let list) = members[1].node.value,
            case .object(let inner) = list[1].value
        else { return #expect(Bool(false)) }
        #expect(place(tree.position) == "1:1")
        #expect(members.map { place($0.keyPosition) } == ["1:3", "1:16"])
        #expect(members.map { place($0.node.position) } == ["1:9", "1:21"])
        #expect(list.map { place($0.position) } == ["1:23", "2:4"])
        #expect(place(inner[0].keyPosition) == "2:6")
        #expect(place(inner[0].node.position) == "2:11")
    }

    @Test(arguments: [
        ("", "1:1 syntax"), ("  // nothing\n", "2:1 syntax"), ("{", "1:2 syntax"), ("[1", "1:3 syntax"),
        ("{\"a\"", "1:5 syntax"), ("{\"a\":", "1:6 syntax"), ("{\"a\": 1", "1:8 syntax"), ("\"abc", "1:1 syntax"),
        ("[\"a\nb\"]", "1:2 syntax"), ("/* x", "1:1 syntax"), ("{} {}", "1:4 syntax"), ("{\"a\" 1}", "1:6 syntax"),
        ("[1;2]", "1:3 syntax"), ("{\"a\":}", "1:6 syntax"), ("[,]", "1:2 syntax"), ("[1,,2]", "1:4 syntax"),
        ("{,}", "1:2 syntax"), ("]", "1:1 syntax"), ("{]", "1:2 syntax"), ("[}", "1:2 syntax"), ("/ 1", "1:1 syntax"),
        ("[1 /", "1:4 syntax"), ("{“a”: 1}", "1:2 syntax"),
    ])
    func `lost structure is one fault, and nothing of the file is used`(_ text: String, _ place: String) {
        let (tree, faults) = parse(text)
        #expect(faults.places == [place])
        guard case .invalid = tree.value else { return #expect(Bool(false), "\(tree)") }
    }

    @Test(arguments: [
        ("NaN", "syntax"), ("-Infinity", "syntax"), ("Infinity", "syntax"), ("1e999", "outOfRange"),
        ("-1e999", "outOfRange"), ("01", "syntax"), ("+1", "syntax"), (".5", "syntax"),
        ("1.", "syntax"), ("1e", "syntax"), ("0x10", "syntax"), ("--1", "syntax"), ("1_000", "syntax"),
        ("True", "syntax"),
        ("yes", "syntax"), ("5min", "syntax"), ("\"\\x\"", "syntax"), ("\"\\u12\"", "syntax"),
        ("\"\\ud800\"", "syntax"),
        ("\"\\udc00\\ud800\"", "syntax"), ("\"\\u0000\"", "syntax"), ("\"\t\"", "syntax"), ("\"\\u00é0\"", "syntax"),
    ])
    func `a slip of the pen is reported and reading goes on`(_ slip: String, _ kind: String) {
        let (tree, faults) = parse("{ \"a\": \(slip), \"b\": 7 }")
        #expect(faults.faults.first.map { "\($0.problem.kind)" } == kind)
        #expect(faults.faults.allSatisfy { $0.path == "a" })
        guard case .invalid? = tree["a"]?.value, case .number(let number)? = tree["b"]?.value else {
            return #expect(Bool(false), "\(tree)")
        }
        #expect(number.value == 7)
    }

    @Test func `a number is the nearest that can be held, however small and however long it is written`() {
        let digits = String(repeating: "3", count: 500)
        for (text, value) in [
            ("1e-400", 0), ("-1e-400", -0.0), ("1e-999", 0), ("5e-324", Double.leastNonzeroMagnitude),
            ("0.\(digits)", 1.0 / 3),
            ("1" + String(repeating: "0", count: 300), 1e300),
        ] {
            let (tree, faults) = parse("[\(text)]")
            #expect(faults.isEmpty)
            guard case .array(let elements) = tree.value, case .number(let number)? = elements.first?.value else {
                Issue.record("\(text) is no number")
                continue
            }
            #expect(number.value == value, "\(text)")
        }
        let (_, faults) = parse("[0.\(digits)\(digits)]")
        #expect(faults.faults.first?.problem.what.en.hasSuffix("is too long") == true)
    }

    @Test func `several slips are all found, with their paths`() {
        let (_, faults) = parse("{ \"a\": [1, NaN 3], b: 2 \"a\": 1, \"c\": { \"d\": 01 } }")
        #expect(
            faults.faults.map { "\($0.column) \($0.path) \($0.problem.kind)" } == [
                "12 a[1] syntax", "16 a syntax", "20  syntax", "25  syntax", "25 a duplicateKey", "45 c.d syntax",
            ])
    }

    @Test func `a repeated key is a fault at its second place, also among many keys`() {
        let keys = (0..<100).map { "\"k\($0)\": \($0)" }.joined(separator: ", ")
        let (tree, faults) = parse("{ \(keys),\n\"k3\": 5, \"k99\": 5 }")
        #expect(faults.places == ["2:1 duplicateKey", "2:10 duplicateKey"])
        #expect(faults.faults.map(\.path) == ["k3", "k99"])
        guard case .object(let members) = tree.value else { return #expect(Bool(false)) }
        #expect(members.count == 100)
    }

    @Test func `text in another encoding is refused with its name`() {
        let text = "{ \"标题\": 1 }"
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
            let (_, faults) = parse(bytes)
            #expect(faults.places == ["1:1 encoding"])
            #expect(faults.lines[0].contains("UTF-16"))
        }
        let gbk: [UInt8] = [0x7B, 0x22, 0xC3, 0xB7, 0xBD, 0xAD, 0x22, 0x3A, 0x31, 0x7D]
        #expect(parse(gbk).faults.places == ["1:4 encoding"])
        #expect(parse(gbk).faults.lines[0].contains("GBK"))
    }

    @Test(arguments: [
        [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
        [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE6, 0xA2], [0xFF], [0xE6, 0x22, 0x22],
    ])
    func `bytes that are no UTF-8 are refused in strings and comments`(_ bytes: [UInt8]) {
        #expect(parse(Array("[\"".utf8) + bytes + Array("\"]".utf8)).faults.places == ["1:3 encoding"])
        #expect(parse(Array("/*".utf8) + bytes + Array("*/1".utf8)).faults.places == ["1:3 encoding"])
    }

    @Test func `every valid character is accepted`() {
        for scalar in [
            "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
        ] {
            guard case .string(let text) = parse("\"\(scalar)\"").tree.value else { return #expect(Bool(false)) }
            #expect(text == scalar)
        }
    }

    @Test func `a byte order mark before UTF-8 is no fault`() {
        #expect(parse("\u{FEFF}{ \"a\": 1 }").faults.isEmpty)
    }

    @Test func `a NUL byte is a fault wherever it stands`() {
        for text in ["{ \"a\": 1 }\u{0}", "{ \"a\u{0}\": 1 }", "{ \u{0}\"a\": 1 }", "// \u{0}\n{}"] {
            #expect(parse(text).faults.faults.first?.problem.kind == .encoding, "\(text.debugDescription)")
        }
    }

    @Test func `nesting ends at the limit and not with the stack`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(parse(nested(200)).faults.isEmpty)
        #expect(parse(nested(201)).faults.places == ["1:201 tooLarge"])
        #expect(parse(String(repeating: "[", count: 10_000)).faults.places == ["1:201 tooLarge"])
        #expect(parse(String(repeating: "{\"a\":", count: 10_000)).faults.places == ["1:1001 tooLarge"])
    }

    @Test func `too many values and too long keys are faults`() {
        var limits = ReadingLimits()
        limits.values = 4
        #expect(parse("[1, 2, 3]", limits: limits).faults.isEmpty)
        #expect(parse("[1, 2, 3, 4]", limits: limits).faults.places == ["1:11 tooLarge"])
        let long = String(repeating: "k", count: 201)
        #expect(parse("{ \"\(long)\": 1 }").faults.places == ["1:3 tooLarge"])
    }

    @Test func `full-width punctuation suggests the plain character`() {
        #expect(parse("{“a”: 1}").faults.faults[0].problem.nearest == "\"")
        #expect(parse("{\"a\"：1}").faults.faults[0].problem.nearest == ":")
        #expect(parse("[1，2]").faults.faults[0].problem.nearest == ",")
    }

    @Test func `a map may hold the character NUL in a text, a scenario may not`() {
        func read(_ allowsNUL: Bool) -> (JSONNode, FaultList) {
            var limits = ReadingLimits()
            limits.allowsNUL = allowsNUL
            var faults = FaultList(files: [SourceFile(path: "x", bytes: Array("[\"a\\u0000b\"]".utf8))])
            return (JSONParser.parse(file: 0, faults: &faults, limits: limits), faults)
        }
        #expect(!read(false).1.isEmpty && read(true).1.isEmpty)
        guard case .array(let elements) = read(true).0.value, case .string(let text) = elements[0].value else {
            Issue.record("no list of a text")
            return
        }
        #expect(text == "a\u{0}b")
    }
}
