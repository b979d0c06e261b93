import TestSupport
import Testing

@testable import WrittenFiles

struct SourceFileTests {
    private func place(_ text: String, before part: String) -> String {
        let file = SourceFile(path: "a", text: text)
        let prefix = text.prefix(upTo: text.ranges(of: part)[0].lowerBound)
        let (line, column) = file.lineAndColumn(at: prefix.utf8.count)
        return "\(line):\(column)"
    }

    @Test func `lines and columns count from one`() {
        #expect(place("x", before: "x") == "1:1")
        #expect(place("ab\ncx", before: "x") == "2:2")
        #expect(place("ab\r\n\r\n  x", before: "x") == "3:3")
    }

    @Test func `a Chinese character and an emoji count as one column each`() {
        #expect(place("梅江区x", before: "x") == "1:4")
        #expect(place("一\n🚒🚒x", before: "x") == "2:3")
    }

    @Test func `a byte order mark takes no column`() {
        #expect(place("\u{FEFF}x", before: "x") == "1:1")
        #expect(place("\u{FEFF}\nx", before: "x") == "2:1")
    }

    @Test func `the end of the file is a place too`() {
        let file = SourceFile(path: "a", text: "ab\nc")
        #expect(file.lineAndColumn(at: 4) == (2, 2))
        #expect(file.lineAndColumn(at: 99) == (2, 2))
        #expect(SourceFile(path: "a", text: "").lineAndColumn(at: 0) == (1, 1))
    }

    @Test func `landmarks agree with counting from the start`() {
        var text = ""
        for line in 0..<700 { text += String(repeating: line % 3 == 0 ? "梅" : "a", count: line % 50) + "\n" }
        text += String(repeating: "长行", count: 3000)
        let file = SourceFile(path: "a", text: text)
        var (line, column, offset) = (1, 1, 0)
        for scalar in text.unicodeScalars {
            if offset % 7 == 0 || offset / 4096 != (offset + 3) / 4096 {
                #expect(file.lineAndColumn(at: offset) == (line, column))
            }
            offset += String(Character(scalar)).utf8.count
            if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
        }
    }
}
