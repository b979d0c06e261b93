import Testing
import Words
import WrittenFiles

@testable import MapFiles

@Suite struct CSVSheetTests {
    private static let columns = ["id", "lon", "lat", "weight"]

    private func sheet(_ text: String) -> CSVSheet {
        var sheet = CSVSheet(Array(text.utf8), path: "p", columns: Self.columns)
        sheet.require(["id", "lon", "lat"], wanted: ["weight"])
        return sheet
    }

    private func faults(_ text: String) -> [String] { sheet(text).faults.faults.map(\.text.en) }

    @Test func `columns of their own are left alone and named once`() {
        let sheet = sheet("id,code,note,height,lon,lat,same\na,1,2,3,116.1,24.3,4\n")
        #expect(sheet.faults.isEmpty && sheet.dropped[.column] == 4)
        #expect(sheet.dropped.names(of: .column) == ["code", "note", "height", "same"])
    }

    @Test func `a column meant for one the file lacks is a fault, with its right name`() {
        #expect(
            faults("id,lon,lat,residents\n") == ["p:1:12: there is no column \"residents\", did you mean \"weight\""])
        // The file says itself what weighs.
        #expect(faults("id,lon,lat,weight,residents\n").isEmpty)
        #expect(faults("id,lng,lat\n") == ["p:1:4: there is no column \"lng\", did you mean \"lon\""])
        #expect(faults("ID,lon,latt\n").map { $0.hasSuffix("did you mean \"id\"") } == [true, false])
        #expect(faults("id,lon\n") == ["p:1:1: the column \"lat\" is missing"])
    }

    @Test func `a header in Chinese is met with our names`() {
        #expect(
            faults("编号,经度,纬度,人口\n") == [
                "p:1:1: there is no column \"编号\", did you mean \"id\"",
                "p:1:4: there is no column \"经度\", did you mean \"lon\"",
                "p:1:7: there is no column \"纬度\", did you mean \"lat\"",
                "p:1:10: there is no column \"人口\", did you mean \"weight\"",
            ])
    }

    @Test(arguments: [
        ("id;lon;lat\na;1,5;2\n", "semicolons"), ("id\tlon\tlat\n", "tabs"), ("id，lon，lat\n", "Chinese commas"),
        ("id|lon|lat\n", "vertical bars"),
    ])
    func `other marks than commas are named, in one fault`(text: String, marks: String) {
        #expect(faults(text) == ["p:1:1: the fields are separated by \(marks), expected commas"])
    }

    @Test func `another encoding is told how to be right, in either language`() {
        let bytes = Array("id,lon,lat,".utf8) + [0xC8, 0xCB, 0xBF, 0xDA] + Array("\n".utf8)
        let faults = CSVSheet(bytes, path: "p", columns: Self.columns).faults.faults
        #expect(
            faults.map(\.text.en) == [
                "p:1:12: the field is not valid UTF-8, expected UTF-8; a spreadsheet saves it as \"CSV UTF-8\""
            ])
        #expect(faults[0].text.zh.hasPrefix("p:1:12: CSV 写得不对：字段不是 UTF-8 文字，应为 UTF-8"))
    }

    @Test func `a header may be as wide as it likes`() {
        let names = (0..<100_000).map { "column_\($0)" }.joined(separator: ",")
        let wide = sheet("id,lon,lat,\(names)\n")
        #expect(wide.faults.isEmpty && wide.dropped[.column] == 100_000)
        #expect(wide.dropped.names(of: .column).count == Dropped.mostNames)
        // One name of half a megabyte, with as many blanks around it.
        let long = sheet(
            "id,lon,lat,\(String(repeating: " ", count: 300_000) + String(repeating: "e\u{301}", count: 200_000))\n"
        )
        #expect(long.faults.isEmpty && long.dropped[.column] == 1)
    }

    @Test func `blanks are taken off at both ends only`() {
        #expect(" \ta b \t".trimmed == "a b" && "  ".trimmed.isEmpty && "x".trimmed == "x")
    }

    @Test func `a column without a name goes by its number`() {
        #expect(sheet("id,lon,lat,,\na,1,2,x,\n").dropped.names(of: .column) == ["#4", "#5"])
    }
}
