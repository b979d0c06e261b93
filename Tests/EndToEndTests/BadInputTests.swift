import CommandLineTool
import Foundation
import Testing

/// Whatever a file holds, the program says what is wrong with it, in bounded time and memory, and writes nothing.
@Suite(.enabled(if: Pingji.path != nil, "the executable pingji is not beside the tests; build it first"))
struct BadInputTests {
    /// A file somebody might hand to the program, and what the program has to say.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let code: Int32
        /// What the first fault says, and its line and column if they are known.
        let says: String
        let zh: String
        let make: @Sendable (Folder) throws -> Void
        /// What the program is given instead of `bad.jsonc`.
        var operand = "bad.jsonc"

        var testDescription: String { name }

        /// The small street with pieces of its text replaced.
        static func street(
            _ name: String, _ old: String, _ new: String, _ says: String, _ zh: String, code: Int32 = 65
        ) -> Case {
            Case(name: name, code: code, says: says, zh: zh) { try $0.writeStreet("bad.jsonc", [(old, new)]) }
        }

        /// Bytes that are no scenario at all.
        static func bytes(
            _ name: String, _ says: String, _ zh: String, _ bytes: @escaping @Sendable () throws -> [UInt8]
        ) -> Case {
            Case(name: name, code: 65, says: says, zh: zh) { folder in
                try Data(bytes()).write(to: URL(filePath: folder.path + "/bad.jsonc"))
            }
        }

        /// The small street with its place in another file, called `path`.
        static func place(
            _ name: String, _ path: String, _ says: String, _ zh: String, code: Int32 = 65,
            _ make: @escaping @Sendable (Folder) throws -> Void = { _ in }
        ) -> Case {
            Case(name: name, code: code, says: says, zh: zh) { folder in
                try make(folder)
                let text = try Folder.smallStreet()
                let start = try #require(text.range(of: "\"place\": {"))
                let end = try #require(text.range(of: "\"incident\": {"))
                let changed = text[..<start.lowerBound] + "\"place\": \"\(path)\",\n  " + text[end.lowerBound...]
                try folder.write(String(changed), to: "bad.jsonc")
            }
        }

        /// A path that is no file in the folder.
        static func operand(
            _ name: String, _ path: String, _ says: String, _ zh: String, code: Int32 = 65,
            _ make: @escaping @Sendable (Folder) throws -> Void = { _ in }
        ) -> Case {
            Case(name: name, code: code, says: says, zh: zh, make: make, operand: path)
        }
    }

    private static func utf16(isBig: Bool) throws -> [UInt8] {
        let mark: [UInt8] = isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
        return try mark
            + Folder.smallStreet().utf16.flatMap { unit in
                let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                return isBig ? [high, low] : [low, high]
            }
    }

    private static func link(_ name: String, to target: String) -> @Sendable (Folder) throws -> Void {
        { try FileManager.default.createSymbolicLink(atPath: $0.path + "/" + name, withDestinationPath: target) }
    }

    static let texts: [Case] = [
        .bytes("empty", "1:1: the file is empty", "文件是空的") { [] },
        .bytes("binary", "1:1: there is a NUL byte", "NUL") { (0..<4000).map { UInt8($0 & 0xFF) } },
        .bytes("truncated", "the file ends inside", "中断") {
            try Array(Folder.smallStreet().utf8.prefix(1500))
        },
        .bytes("UTF-16, low byte first", "1:1: the file is UTF-16 text, expected UTF-8", "UTF-16 编码") {
            try utf16(isBig: false)
        },
        .bytes("UTF-16, high byte first", "1:1: the file is UTF-16 text", "UTF-16 编码") { try utf16(isBig: true) },
        .bytes("UTF-16 without a mark", "1:1: the file is UTF-16 text", "UTF-16 编码") {
            try Array(utf16(isBig: false).dropFirst(2))
        },
        .bytes("GBK", "3:22: title.zh: this is not UTF-8 text (perhaps it is GBK)", "不是 UTF-8") {
            Array("{\n\n  \"title\": { \"zh\": \"".utf8) + [0xD0, 0xA1, 0xBD, 0xD6] + Array("\" } }".utf8)
        },
        .street("NUL", "\"seed\": 7", "\"seed\": 7\u{0}", "experiment: there is a NUL byte", "NUL"),
        .bytes("200 MB", "is too large, expected at most 64 MB a file", "太大") { [] },
        .bytes("10,000 open lists", "1:201: [0][0]", "嵌套太深") { Array(repeating: UInt8(ascii: "["), count: 10_000) },
        .bytes("10,000 nested objects", "nested too deeply, expected at most 200 levels", "嵌套太深") {
            Array((String(repeating: "{\"a\":", count: 10_000) + "1" + String(repeating: "}", count: 10_000)).utf8)
        },
        .bytes("a list with a million faults", "further faults are not listed", "其余错误未列出") {
            Array(("{\"title\":[" + String(repeating: "NaN,", count: 100_000) + "]}").utf8)
        },
        .bytes("more values than memory bears", "there are too many values", "值太多") {
            Array(("[" + String(repeating: "1,", count: 4_100_000) + "]").utf8)
        },
    ]

    static let values: [Case] = [
        // As many in a grid as may be, in five hundred of them: more than coverage can count is a fault, not a crash.
        .street(
            "more residents than can be counted", "\"grids\": [",
            "\"grids\": ["
                + String(
                    repeating: "{ \"node\": \"g1\", \"at\": \"north\", \"residents\": 10000000, \"households\": 1 },",
                    count: 500), "residents in all, expected at most 100000000", "各网格共有居民 500"),
        .street(
            "a duplicate key", "\"seed\": 7", "\"seed\": 7, \"seed\": 8",
            "78:35: experiment.seed: the key \"seed\" stands twice", "出现了两次"),
        .street(
            "an unknown key", "\"seed\"", "\"sead\"", "78:24: experiment.sead: the key \"sead\" is not known",
            "是否想写 \"seed\""),
        .street(
            "a wrong unit", "\"8 h\"", "\"8 km\"",
            "78:46: experiment.horizon: the unit \"km\" of \"8 km\" does not fit", "不适用"),
        .street("no unit", "\"8 h\"", "8", "78:46: experiment.horizon: 8 has no unit", "没有单位"),
        .street(
            "a negative number", "\"replications\": 4", "\"replications\": -4",
            "78:21: experiment.replications: -4 is out of range", "超出范围"),
        .street("a negative quantity", "\"8 h\"", "\"-8 h\"", "experiment.horizon: \"-8 h\" is negative", "是负的"),
        .street("NaN", "\"seed\": 7", "\"seed\": NaN", "NaN is no number that can be used", "不是可用的数"),
        .street("NaN as a quantity", "\"8 h\"", "\"NaN h\"", "\"NaN h\" does not start with a number", "不以数开头"),
        .street("Infinity", "\"seed\": 7", "\"seed\": -Infinity", "-Infinity is no number", "不是可用的数"),
        .street("a number past any Double", "\"seed\": 7", "\"seed\": 1e999", "the number 1e999 is too large", "太大"),
        .street("a number past any sense", "\"seed\": 7", "\"seed\": 1e300", "expected a whole number from 0 to", "整数"),
        .street(
            "a duration past any sense", "\"8 h\"", "\"9e99 h\"",
            "\"9e99 h\" is too large, expected at most \"36525 d\"", "至多 \"36525 d\""),
        .street(
            "a duration past its limit", "\"8 h\"", "\"1000 d\"",
            "\"1000 d\" is out of range, expected a duration such as \"15 min\" (min, h, s, d, ms, week, weeks), ≥ 1 min, ≤ 30 d",
            "超出范围"),
        .street(
            "more people than memory bears", "\"people\": [",
            "\"people\": ["
                + String(
                    repeating:
                        "{ \"node\": \"community\", \"role\": \"volunteer\", \"home\": \"hall\", \"count\": 1000000 },",
                    count: 12),
            "place.explicit.people[10].count: there are too many people, expected at most 10000000 in all", "人员太多"),
        .street(
            "an organization above itself", "\"district\": { \"level\"",
            "\"district\": { \"parent\": \"community\", \"level\"",
            "10:23: place.explicit.organization: the organization district is above itself: a cycle", "绕成了圈"),
        .street(
            "a grid no road leads back from", "\"to\": \"north\"", "\"to\": \"north\", \"oneWay\": true",
            "place.explicit.grids[0].at: no road leads to this grid", "无路可达"),
        .street(
            "a variant that patches a key nobody knows", "\"twin\": { \"plan\": { \"name\": \"twin\" } }",
            "\"twin\": { \"plan\": { \"calOut\": { \"span\": 3 } } }",
            "81:27: plan.calOut: the key \"calOut\" is not known", "是否想写 \"callOut\""),
        .street(
            "a variant that patches a section nobody knows", "\"twin\": { \"plan\": { \"name\": \"twin\" } }",
            "\"twin\": { \"plann\": {} }",
            "81:17: experiment.variants.twin.plann: the key \"plann\" is not known", "是否想写 \"plan\""),
        .street(
            "a range that excludes its value", "[\"15 min\", \"60 min\"]", "[\"45 min\", \"60 min\"]",
            "55:30: plan.teams.patience: the value \"30 min\" lies outside its range", "不在所给范围之内"),
        .street(
            "a range upside down", "[\"15 min\", \"60 min\"]", "[\"60 min\", \"15 min\"]",
            "55:50: plan.teams.patience.range: the values do not ascend", "从小到大"),
        Case(name: "zero people", code: 65, says: "17:17: place.explicit.people: there are no people", zh: "没有人员") {
            folder in
            let text = try Folder.smallStreet()
            let start = try #require(text.range(of: "\"people\": ["))
            let end = try #require(text.range(of: "\"grids\": ["))
            try folder.write(text[..<start.upperBound] + "],\n      " + text[end.lowerBound...], to: "bad.jsonc")
        },
        Case(
            name: "two thousand variants", code: 65, says: "2000 variants are too many, expected at most 1000", zh: "太多"
        ) { folder in
            let variants = (0..<2000).map { "\"v\($0)\": {}" }.joined(separator: ", ")
            try folder.writeStreet(
                "bad.jsonc",
                [
                    ("\"twin\": { \"plan\": { \"name\": \"twin\" } }", variants), ("\"asIs\": {},", ""),
                    ("\"baseline\": \"asIs\",", ""),
                    ("\"phoneOnly\": { \"plan\": { \"callOut\": { \"channels\": [\"phoneTree\"] } } },", ""),
                ])
        },
    ]

    static let files: [Case] = [
        .operand("a missing scenario", "none.jsonc", "none.jsonc:1:1: there is no file", "没有文件", code: 66),
        .operand(
            "a link to nothing", "dangling", "there is no file", "没有文件", code: 66, link("dangling", to: "nothing")),
        .operand("a folder", ".", "is not an ordinary file", "不是普通文件"),
        .operand("a device without end", "/dev/zero", "is not an ordinary file", "不是普通文件"),
        .operand("a device without content", "/dev/null", "is not an ordinary file", "不是普通文件"),
        .operand("standard input that is a device", "/dev/stdin", "is not an ordinary file", "不是普通文件"),
        .operand("a pipe nobody writes to", "pipe", "is not an ordinary file", "不是普通文件") {
            try #require(mkfifo($0.path + "/pipe", 0o600) == 0)
        },
        .place(
            "a missing include", "places/none.jsonc", "5:12: place: there is no file \"places/none.jsonc\"", "没有文件",
            code: 66),
        .place("an include that is the scenario", "bad.jsonc", "5:12: place: \"bad.jsonc\" names itself", "又引用了自己"),
        Case(
            name: "an include cycle", code: 65,
            says: "e.jsonc:1:50: experiment.variants.b.plan: \"e.jsonc\" names itself", zh: "又引用了自己"
        ) { folder in
            try folder.write(
                "{ \"horizon\": \"8 h\", \"variants\": { \"b\": { \"plan\": \"e.jsonc\" } } }", to: "e.jsonc")
            let text = try Folder.smallStreet()
            let start = try #require(text.range(of: "\"experiment\": {"))
            try folder.write(text[..<start.lowerBound] + "\"experiment\": \"e.jsonc\" }", to: "bad.jsonc")
        },
        .place(
            "a path outside the tree", "../../../../../../etc/passwd",
            "5:12: place: \"../../../../../../etc/passwd\" lies outside", "之外"),
        .place("an absolute path", "/etc/passwd", "5:12: place: \"/etc/passwd\" is an absolute path", "绝对路径"),
        .place(
            "a link that leads outside", "link.jsonc", "5:12: place: \"link.jsonc\" lies outside", "之外",
            link("link.jsonc", to: "/etc/passwd")),
        .place("a link to a device", "zero", "5:12: place: \"zero\" lies outside", "之外", link("zero", to: "/dev/zero")),
        .place("an included folder", "folder", "5:12: place: \"folder\" is not an ordinary file", "不是普通文件") {
            try FileManager.default.createDirectory(atPath: $0.path + "/folder", withIntermediateDirectories: false)
        },
        .place("an included pipe", "pipe", "5:12: place: \"pipe\" is not an ordinary file", "不是普通文件") {
            try #require(mkfifo($0.path + "/pipe", 0o600) == 0)
        },
        .place(
            "an included file with faults", "p.jsonc",
            "p.jsonc:2:3: place.explicitt: the key \"explicitt\" is not known", "不认识键"
        ) {
            try $0.write("{ \"name\": \"x\",\n  \"explicitt\": {} }", to: "p.jsonc")
        },
    ]

    private static let heavy: Set = ["more values than memory bears"]

    @Test(arguments: texts + values + files)
    func `a bad input ends in a clear fault, in every command and both languages, and nothing is written`(bad: Case)
        throws
    {
        let folder = try Folder()
        try bad.make(folder)
        if bad.name == "200 MB" { try #require(truncate(folder.path + "/bad.jsonc", 200 << 20) == 0) }
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        // What is costly to read costs the same in every command and language.
        let isHeavy = Self.heavy.contains(bad.name)
        for command in isHeavy ? ["check"] : ["check", "explain", "run"] {
            let outcome = try Pingji.runLimited([command, bad.operand], in: folder, isHeavy: isHeavy)
            #expect(outcome.code == bad.code, "\(command): \(outcome.error.prefix(600))")
            #expect(outcome.error.contains(bad.says), "\(command): \(outcome.error.prefix(600))")
            #expect(outcome.output.isEmpty)
            // Nobody can see what a terminal makes of control characters.
            #expect(!outcome.error.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        }
        if isHeavy { return }
        let chinese = try Pingji.runLimited(["check", bad.operand, "--lang", "zh"], in: folder)
        #expect(chinese.code == bad.code && chinese.error.contains(bad.zh), "\(chinese.error.prefix(600))")
        let after = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(after.filter { !$0.hasPrefix(".out-") && !$0.hasPrefix(".err-") } == before)
    }

    @Test func `one fault does not drag others along`() throws {
        let folder = try Folder()
        let alone = [
            "a missing include", "a grid no road leads to", "a wrong unit", "an included pipe",
            "an organization above itself",
        ]
        for bad in Self.values + Self.files where alone.contains(bad.name) {
            try bad.make(folder)
            let said = Said(["check", folder.path + "/bad.jsonc"])
            #expect(said.error.split(separator: "\n").count == 1, "\(said.error)")
        }
    }

    @Test func `a byte order mark of UTF-8 is no fault, and counts as no column`() throws {
        let folder = try Folder()
        try folder.write("\u{FEFF}" + Folder.smallStreet(), to: "mark.jsonc")
        #expect(Said(["check", folder.path + "/mark.jsonc"]).code == .done)
        try folder.write("\u{FEFF}{ \"titel\": 1 }", to: "mark.jsonc")
        #expect(Said(["check", folder.path + "/mark.jsonc"]).error.contains("mark.jsonc:1:3: titel: "))
    }

    @Test func `a scenario of a million replications is checked without running them`() throws {
        let folder = try Folder()
        try folder.writeStreet("many.jsonc", [("\"replications\": 4", "\"replications\": 1000000")])
        let outcome = try Pingji.runLimited(["check", "many.jsonc"], in: folder)
        #expect(outcome.code == 0, "\(outcome.error)")
    }
}
