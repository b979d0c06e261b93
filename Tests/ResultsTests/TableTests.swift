import Results
import Testing
import Words

private let declaration = TableDeclaration(
    name: "example", title: LocalizedText(zh: "例", en: "Example"),
    columns: [
        ColumnDeclaration("name", .string, isRequired: true, zh: "名", en: "name"),
        ColumnDeclaration("people", .integer, zh: "人数", en: "people"),
        ColumnDeclaration("time_s", .number, unit: "s", mayBeNever: true, zh: "时间", en: "time"),
        ColumnDeclaration("decides", .boolean, zh: "判定", en: "decides"),
    ])

@Test func `a table is CSV with line feeds, never for infinity and nothing for missing`() {
    var table = Table(declaration)
    table.append([.string("街道"), Cell(12), .number(0.5), .boolean(true)])
    table.append([.string("b"), .missing, .number(.infinity), .boolean(false)])
    table.append([.string("c"), Cell(-3), Cell(nil as Double?), .missing])
    #expect(table.rowCount == 3)
    #expect(
        String(decoding: table.bytes, as: UTF8.self)
            == "name,people,time_s,decides\n街道,12,0.5,true\nb,,never,false\nc,-3,,\n")
}

@Test func `text with separators is quoted and quotes are doubled`() {
    var table = Table(declaration)
    table.append([.string("a,\"b\"\nc\r"), .missing, .missing, .missing])
    #expect(String(decoding: table.bytes, as: UTF8.self).hasSuffix("\n\"a,\"\"b\"\"\nc\r\",,,\n"))
}

@Test func `an empty field alone in its row is not an empty line`() throws {
    let single = TableDeclaration(
        name: "single", title: LocalizedText(zh: "单", en: "Single"),
        columns: [ColumnDeclaration("note", .string, zh: "注", en: "note")])
    var table = Table(single)
    table.append([.string("")])
    var reader = try TableReader(single, bytes: table.bytes, path: "single.csv")
    #expect(try reader.next() == [.string("")])
    #expect(try reader.next() == nil)
}

@Test func `what is written is read back, whatever the text`() throws {
    let pieces = ["", "a", ",", "\"", "\n", "\r\n", "汛", "🌊", " ", "never"]
    var table = Table(declaration)
    var rows: [[Cell]] = []
    for first in pieces {
        for second in pieces {
            rows.append([.string("x" + first + second), Cell(rows.count), Cell(1 / Double(rows.count + 1)), .missing])
            table.append(rows[rows.count - 1])
        }
    }
    var reader = try TableReader(declaration, bytes: table.bytes, path: "example.csv")
    for row in rows { #expect(try reader.next() == row) }
    #expect(try reader.next() == nil)
}

@Test func `a cell of the wrong type is a programmer error`() async {
    await #expect(processExitsWith: .failure) {
        var table = Table(.replications)
        table.append([.string("asIs"), .string("not a number"), .string("t80_min"), .number(1)])
    }
}

@Test func `never is refused where it is not declared`() async {
    await #expect(processExitsWith: .failure) {
        var table = Table(.mobilization)
        table.append([.string("a"), .number(0), .string("b"), .number(.infinity), .number(1), .number(1)])
    }
}
