import Foundation
import Testing

@testable import Results

private func write(_ value: Double, to target: String) throws {
    var writer = try ResultFolderWriter(target: target, files: resultFiles)
    try writer.write(summaryTable(value))
    try writer.write(Array("{}\n".utf8), to: ResultFormat.scenario)
    try writer.commit(manifest())
}

@Test func `a file that only an earlier program's manifest does not name is ours`() throws {
    let folder = try TestFolder()
    try write(1, to: folder("result"))
    // As written before manifests listed files.
    let text = try folder.text("result/manifest.json")
    let start = try #require(text.range(of: "  \"files\""))
    let end = try #require(text.range(of: "],\n", range: start.lowerBound..<text.endIndex))
    try folder.put(
        text.replacingCharacters(in: start.lowerBound..<end.upperBound, with: ""), at: "result/manifest.json")
    try folder.put("mine", at: "result/tasks.txt")
    #expect(UserFiles.names(in: folder("result")) == ["tasks.txt"])
    try write(2, to: folder("result"))
    #expect(try folder.text("result/tasks.txt") == "mine")
}

@Test func `what no run wrote is the user's, and a folder always is`() throws {
    let folder = try TestFolder()
    try write(1, to: folder("result"))
    #expect(UserFiles.names(in: folder("result")).isEmpty)
    try FileManager.default.removeItem(atPath: folder("result/summary.csv"))
    try folder.put("x", at: "result/summary.csv/x")
    for name in ["grids.geojson", ".hidden", "report.html"] { try folder.put("x", at: "result/\(name)") }
    #expect(UserFiles.names(in: folder("result")) == [".hidden", "grids.geojson", "report.html", "summary.csv"])
}

@Test func `what is there already is left alone, and the old folder stays as it was`() throws {
    let folder = try TestFolder()
    try folder.put("{}", at: "old/manifest.json")
    try folder.put("a", at: "old/a")
    try folder.put("b", at: "old/in/b")
    try folder.put("newer", at: "new/a")
    try UserFiles.carry(from: folder("old"), to: folder("new"), namedAs: "r")
    #expect(try folder.text("new/a") == "newer" && folder.text("new/in/b") == "b")
    #expect(try folder.text("old/a") == "a" && folder.text("old/in/b") == "b")
    let (old, new) = (FileAccess.information(folder("old/in/b")), FileAccess.information(folder("new/in/b")))
    #expect(old.map { FileIdentity($0) } == new.map { FileIdentity($0) })
}
