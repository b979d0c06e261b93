import Results
import Testing
import Words
import WrittenFiles

@testable import MapFiles

@Suite struct TableTextTests {
    private func header(_ text: String) throws -> CSVRow {
        var (reader, faults) = (CSVReader(Array(text.utf8), path: "p"), FaultList())
        return try #require(TableText.next(&reader, &faults, path: "p"))
    }

    @Test func `a header of one column is no header cut by other marks`() throws {
        #expect(try TableText.separator(of: header("id\n")) == nil)
        #expect(try TableText.separator(of: header("id,a;b\n")) == nil)
        #expect(try TableText.separator(of: header("id;a\n"))?.what.zh == "字段之间是分号")
    }

    @Test func `every fault of a table is told in both languages`() {
        let faults: [TableFault] = [
            .noHeader, .missingColumn("a"), .repeatedColumn("a"), .fieldCount(expected: 1, found: 2),
            .unterminatedQuote,
            .strayQuote, .textAfterQuote, .strayCarriageReturn, .notUTF8, .emptyField("a"),
            .wrongType(expected: .number, found: "x"),
        ]
        for fault in faults {
            var list = FaultList()
            TableText.report(.malformedTable(path: "p", line: 2, column: 3, fault: fault), to: &list, path: "p")
            #expect(list.text.en.hasPrefix("p:2:3: \(fault)"))
            #expect(list.text.zh.hasPrefix("p:2:3: CSV 写得不对：\(fault.text.zh)") && fault.text.zh != fault.text.en)
        }
    }

    private func faults(_ bytes: [UInt8]) -> [String] {
        CSVSheet(bytes, path: "p", columns: ["id", "lon"]).faults.faults.map(\.text.en)
    }

    @Test func `UTF-16 is told, with a mark at its beginning or without`() {
        let text = Array("id,经度\na,1\n".utf16)
        let little = text.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let big = text.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
            #expect(faults(bytes).count == 1 && faults(bytes)[0].hasPrefix("p:1:1: the field is not valid UTF-8"))
            #expect(throws: FaultList.self) { try TimeMatrix.read(bytes, path: "p") }
            #expect(throws: FaultList.self) { try JEMSSTables(bytes, path: "p") }
        }
    }

    @Test func `the line in which spreadsheets name the separator is none of the table`() throws {
        var sheet = CSVSheet(Array("sep=,\nid,lon\na,x\n".utf8), path: "p", columns: ["id", "lon"])
        sheet.require(["id", "lon"])
        let next = sheet.next()
        let row = try #require(next)
        let number = sheet.number("lon", row, in: 0...1)
        #expect(row.text("id") == "a" && number == nil)
        #expect(sheet.faults.faults.map(\.text.en)[0].hasPrefix("p:3:3: lon"))
        #expect(
            faults(Array("sep=;\nid,lon\n".utf8)) == [
                "p:1:1: the first line says that the fields are separated by semicolons, expected commas between the fields, and sep=, or no such line"
            ])
        #expect(try TimeMatrix.read(Array("sep=,\n,a\nb,1\n".utf8), path: "p").targets == ["a"])
    }
}
