import Foundation
import Testing

@testable import Results

@Test func `tables are read back as they were written`() throws {
    let folder = try TestFolder()
    var rows: [ReplicationRow] = []
    for index in 0..<50 {
        let value = index % 7 == 0 ? Double.infinity : 1 / Double(index)
        let variant = index % 2 == 0 ? "asIs" : "街长"
        rows.append(ReplicationRow(variant: variant, replication: index / 2, measure: "t80_min", value: value))
    }
    let summary = [
        SummaryRow(variant: "asIs", measure: "t80_min", unit: "min", values: [1, .infinity], interval: nil),
        SummaryRow(variant: "asIs", measure: "n,\"x\"", unit: "", values: [0.1, 0.2], interval: nil),
    ]
    var writer = try ResultFolderWriter(target: folder("result"), files: resultFiles)
    var replications = Table(.replications)
    for row in rows { replications.append(row.cells) }
    var table = Table(.summary)
    for row in summary { table.append(row.cells) }
    try writer.write(replications)
    try writer.write(table)
    try writer.commit(manifest(seed: 7))

    let result = try ResultFolder(folder("result"))
    #expect(try result.replications() == rows)
    #expect(try result.summary() == summary)
    #expect(result.manifest.seed == 7 && result.manifest.tables == ["replications.csv", "summary.csv"])
    #expect(try result.contents(of: "summary.csv") == table.bytes)
}

@Test func `what is no result is told apart from what is damaged`() throws {
    let folder = try TestFolder()
    try folder.put("x", at: "photos/a.jpg")
    try folder.put("{\"format\": \"pingji-result\", \"formatVersion\": 99}", at: "newer/manifest.json")
    #expect(throws: ResultError.missing(path: folder("none"))) { try ResultFolder(folder("none")) }
    #expect(throws: ResultError.notAResult(path: folder("photos"))) { try ResultFolder(folder("photos")) }
    #expect(throws: ResultError.newerFormat(path: folder("newer/manifest.json"), version: 99)) {
        try ResultFolder(folder("newer"))
    }
}

@Test func `a damaged table is named with file, line and column`() throws {
    let folder = try TestFolder()
    try folder.put(String(decoding: manifest().bytes, as: UTF8.self), at: "result/manifest.json")
    try folder.put("variant,replication,measure,value\na,1,m,1\na,two,m,1\n", at: "result/replications.csv")
    let result = try ResultFolder(folder("result"))
    let path = folder("result/replications.csv")
    let error = #expect(throws: ResultError.self) { try result.replications() }
    #expect(
        error
            == .malformedTable(path: path, line: 3, column: 3, fault: .wrongType(expected: .integer, found: "two")))
    #expect(error?.description == "\(path):3:3: \"two\" is not a value of type integer")
    #expect(throws: ResultError.missing(path: folder("result/summary.csv"))) { try result.summary() }
}
