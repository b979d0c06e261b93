import Organization
import Results
import ScenarioFiles
import Testing

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
}
