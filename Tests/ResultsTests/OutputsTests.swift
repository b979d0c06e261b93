import Foundation
import Testing

@testable import Results

@Test func `outputs are checked before any work, and against inputs found later`() throws {
    let folder = try TestFolder()
    try folder.put("x", at: "a")
    #expect(throws: OutputClashes.self) {
        try Outputs(reading: [Outputs.Input(folder("a"))], writing: [.file(folder("./a"), "--out")])
    }
    let outputs = try Outputs(reading: [], writing: [.file(folder("a"), "--out")])
    #expect(throws: OutputClashes.self) {
        try outputs.check(reading: [Outputs.Input(folder("a"), shownAs: "places/a")])
    }
    try outputs.check(reading: [Outputs.Input(folder("b"))])
}

@Test func `what is in the way is found before any work`() throws {
    let folder = try TestFolder()
    try folder.put("x", at: "file")
    func check(_ path: String, _ replacing: Outputs.Replacing = .anyFile) throws {
        try Outputs(reading: [], writing: [.file(path, "--out", replacing: replacing)]).checkFree()
    }
    #expect(throws: ResultError.cannotCreate(path: folder.path, code: EISDIR)) { try check(folder.path) }
    #expect(throws: ResultError.cannotCreate(path: folder("no/x"), code: ENOENT)) { try check(folder("no/x")) }
    #expect(throws: ResultError.cannotCreate(path: folder("file/x"), code: ENOTDIR)) { try check(folder("file/x")) }
    #expect(throws: ResultError.wouldReplace(path: folder("file"), kind: nil)) { try check(folder("file"), .nothing) }
    try check(folder("file"))
    try check("/dev/null", .nothing)
    #expect(folder.names == ["file"])
}

@Test func `of several files all are written or, if one cannot be, none`() throws {
    let folder = try TestFolder()
    try folder.put("old", at: "a")
    let outputs = try Outputs(reading: [], writing: [.file(folder("a"), "--svg"), .file(folder("none/b"), "--out")])
    #expect(throws: ResultError.cannotCreate(path: folder("none/b"), code: ENOENT)) {
        try outputs.write([(folder("a"), [1]), (folder("none/b"), [2])])
    }
    #expect(try folder.text("a") == "old" && folder.names == ["a"])
    try FileManager.default.createDirectory(atPath: folder("none"), withIntermediateDirectories: false)
    try outputs.write([(folder("a"), [1]), (folder("none/b"), [2])])
    #expect(try FileAccess.read(folder("a")) == [1] && FileAccess.read(folder("none/b")) == [2])
    #expect(folder.names == ["a", "none"])
}

@Test func `a result folder is written through outputs`() throws {
    let folder = try TestFolder()
    let outputs = try Outputs(reading: [], writing: [.folder(folder("result"), "the results")])
    var writer = try outputs.folder(at: folder("result"), files: resultFiles)
    try writer.write(summaryTable(1))
    try writer.commit(manifest())
    #expect(try ResultFolder(folder("result")).manifest.files == ["datapackage.json", "manifest.json", "summary.csv"])
}
