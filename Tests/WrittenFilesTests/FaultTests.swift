import TestSupport
import Testing
import Words

@testable import WrittenFiles

struct FaultTests {
    private let first = SourceFile(path: "a.jsonc", text: "{ \"标题\": 1,\n  \"spam\": 2 }")
    private let second = SourceFile(path: "plans/b.jsonc", text: "{}")

    private func unknown(_ key: String) -> Fault.Problem { .unknownKey(key, among: ["span", "call"]) }

    @Test func `a fault reads file, place, path, what is wrong, what was expected and the nearest name`() {
        var list = FaultList(files: [first])
        list.add(unknown("spam"), at: SourcePosition(file: 0, offset: 17), .root.key("plan").key("callOut").key("spam"))
        #expect(
            list.text.en
                == #"a.jsonc:2:3: plan.callOut.spam: the key "spam" is not known, "#
                + #"expected one of span, call, did you mean "span""#
        )
        #expect(list.text.zh == #"a.jsonc:2:3: plan.callOut.spam: 不认识键 "spam"，应为以下之一：span、call，是否想写 "span""#)
    }

    @Test func `faults come in the order of files and places, each once`() {
        var list = FaultList(files: [first, second])
        let places = [(1, 1), (0, 17), (0, 2), (1, 0), (0, 17)]
        for (file, offset) in places {
            list.add(unknown("x\(file)"), at: SourcePosition(file: file, offset: offset), .root.index(offset))
        }
        list.add(unknown("other"), at: SourcePosition(file: 0, offset: 17), .root.index(17))
        #expect(
            list.faults.map { "\($0.file) \($0.path)" } == [
                "a.jsonc [2]", "a.jsonc [17]", "a.jsonc [17]", "plans/b.jsonc [0]", "plans/b.jsonc [1]",
            ])
        #expect(list.reports == 6)
    }

    @Test func `of very many faults the first are kept and no text is made for the rest`() {
        var list = FaultList(files: [first])
        var texts = 0
        for number in 0..<5000 {
            list.add(
                {
                    texts += 1
                    return unknown("k\(number)")
                }(), at: SourcePosition(file: 0, offset: 2), .root.key("\(number)"))
        }
        #expect(list.faults.count == FaultList.limit)
        #expect(texts == FaultList.limit)
        #expect(list.reports == 5000)
        #expect(list.text.en.hasSuffix("\nfurther faults are not listed"))
        #expect(list.text.zh.hasSuffix("\n其余错误未列出"))
    }

    @Test func `hostile text cannot move the cursor, reverse the line or flood the terminal`() {
        let hostile = "\u{1B}[2J\n\u{202E}abc\u{0}" + String(repeating: "x", count: 100_000)
        var list = FaultList(files: [SourceFile(path: "a\nb.jsonc", text: "{}")])
        list.add(unknown(hostile), at: SourcePosition(file: 0, offset: 0), .root.key(hostile))
        let line = list.text.en
        #expect(line.count < 600)
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 32 && $0 != "\u{202E}" })
        #expect(line.hasPrefix("a\\u{a}b.jsonc:1:1: "))
    }

    @Test func `paths read like the way to the value`() {
        #expect(DocumentPath.root.description == "")
        #expect(DocumentPath.root.key("plan").key("teams").index(2).key("size").description == "plan.teams[2].size")
    }

    @Test func `a default at fault is the programmer's`() async {
        await #expect(processExitsWith: .failure) {
            _ = decode("{}") { $0.value("span", .integer(in: 1...5), default: "9") }
        }
        await #expect(processExitsWith: .failure) {
            _ = decode("{}") { $0.value("span", .integer, default: "{") }
        }
    }
}
