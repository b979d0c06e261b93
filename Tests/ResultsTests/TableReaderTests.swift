import Results
import Testing

private func read(_ text: String) throws -> [[Cell]] {
    var reader = try TableReader(.replications, bytes: Array(text.utf8), path: "r.csv")
    var rows: [[Cell]] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
}

private func error(_ line: Int, _ column: Int, _ fault: TableFault) -> ResultError {
    .malformedTable(path: "r.csv", line: line, column: column, fault: fault)
}

@Test func `columns are found by name and unknown ones passed over`() throws {
    let rows = try read("value,new,measure,replication,variant\n1.5,?,t80_min,3,asIs\nnever,?,t80_min,4,asIs\n")
    #expect(rows[0] == [.string("asIs"), .integer(3), .string("t80_min"), .number(1.5)])
    #expect(rows[1] == [.string("asIs"), .integer(4), .string("t80_min"), .number(.infinity)])
}

@Test func `a damaged header is named`() {
    #expect(throws: error(1, 1, .noHeader)) { try read("") }
    #expect(throws: error(1, 1, .missingColumn("value"))) { try read("variant,replication,measure\n") }
    #expect(throws: error(1, 35, .repeatedColumn("value"))) { try read("variant,replication,measure,value,value\n") }
}

@Test func `a field of the wrong type is named with line and column`() {
    let header = "variant,replication,measure,value\n"
    #expect(throws: error(2, 6, .wrongType(expected: .integer, found: "x"))) { try read(header + "asIs,x,m,1\n") }
    #expect(throws: error(3, 1, .fieldCount(expected: 4, found: 3))) { try read(header + "a,1,m,1\na,2,m\n") }
    #expect(throws: error(2, 1, .emptyField("variant"))) { try read(header + ",1,m,1\n") }
    #expect(throws: error(2, 7, .emptyField("value"))) { try read(header + "a,1,m,\n") }
    for text in ["nan", "inf", "0x10", "1e999", "NEVER", " 1", "1,5"] {
        #expect(throws: ResultError.self) { try read(header + "a,1,m,\(text)\n") }
    }
}
