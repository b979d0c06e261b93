import Results
import Testing

private func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }

private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    var reader = CSVReader(bytes, path: "x.csv")
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append(row.fields) }
    return rows
}

private func error(_ line: Int, _ column: Int, _ fault: TableFault) -> ResultError {
    .malformedTable(path: "x.csv", line: line, column: column, fault: fault)
}

@Test func `rows are read as RFC 4180 defines them`() throws {
    #expect(try rows("a,b\r\n1,\"x,\"\"y\"\"\r\nz\"\r\n") == [["a", "b"], ["1", "x,\"y\"\r\nz"]])
    #expect(try rows("a,b\n1,2") == [["a", "b"], ["1", "2"]])
    #expect(try rows("a,\n,b\n") == [["a", ""], ["", "b"]])
    #expect(try rows("\"\"\n") == [[""]])
    #expect(try rows("a\n\n\nb\n\n") == [["a"], ["b"]])
    #expect(try rows("") == [] && rows("\n\r\n") == [])
    #expect(try rows([0xEF, 0xBB, 0xBF] + Array("名,b\n".utf8)) == [["名", "b"]])
    #expect(try rows([0xEF, 0xBB, 0xBF]) == [])
}

@Test func `every fault is named with line and column`() {
    #expect(throws: error(2, 3, .strayQuote)) { try rows("a,b\n1x\"") }
    #expect(throws: error(2, 1, .unterminatedQuote)) { try rows("a\n\"never\nends\n") }
    #expect(throws: error(1, 4, .textAfterQuote)) { try rows("\"a\"b\n") }
    #expect(throws: error(1, 2, .strayCarriageReturn)) { try rows("a\rb\n") }
    #expect(throws: error(1, 4, .strayCarriageReturn)) { try rows("\"a\"\r") }
    #expect(throws: error(2, 3, .notUTF8)) { try rows(Array("a,b\n汛,".utf8) + [0xFF, 0x0A]) }
    #expect(throws: error(1, 1, .notUTF8)) { try rows([0x22, 0xC3, 0x22]) }
}

@Test func `columns count characters, not bytes`() throws {
    var reader = CSVReader(Array("汛夜,é,🌊,\"x\ny\",z\n".utf8), path: "x.csv")
    let row = try #require(try reader.next())
    #expect(row.fields == ["汛夜", "é", "🌊", "x\ny", "z"])
    #expect(row.columns == [1, 4, 6, 8, 4])
    #expect(row.lines == [1, 1, 1, 1, 2])
}

@Test func `no bytes whatever make it crash or hang`() {
    let alphabet: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0xE6, 0xB1, 0x9B, 0xFF, 0x00]
    var state: UInt64 = 42
    for _ in 0..<3000 {
        let bytes = (0..<12).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return alphabet[Int(state >> 33) % alphabet.count]
        }
        do {
            let fields = try rows(bytes).flatMap { $0 }
            #expect(fields.count <= bytes.count + 1)
        } catch {
            #expect(error is ResultError)
        }
    }
}
