import Testing
import Words

@testable import MapFiles

@Suite struct NotedTests {
    @Test func `content comes with its notes, whatever becomes of it`() {
        var notes = ReadingNotes("file")
        notes.dropped.add(.column, named: "a")
        let noted = Noted(3, notes).map { value, notes in
            notes.warnings.append(.init("odd"))
            return "\(value)"
        }
        var taken: [ReadingNotes] = []
        #expect(noted.content { taken.append($0) } == "3")
        #expect(taken.count == 1 && taken[0].path == "file" && taken[0].warnings.count == 1)
        #expect(taken[0].dropped[.column] == 1)
    }
}
