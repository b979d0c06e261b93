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

@Test func `a file spelled as a folder is none`() throws {
    let folder = try TestFolder()
    for end in ["new/", "new/.", "new/.."] {
        #expect(throws: ResultError.cannotCreate(path: folder(end), code: EISDIR), "\(end)") {
            try Outputs(reading: [], writing: [.file(folder(end), "--out")]).checkFree()
        }
    }
    #expect(folder.names.isEmpty)
}

@Test func `a file that is protected is not replaced, by whom so ever`() throws {
    let folder = try TestFolder()
    try folder.put("precious", at: "mine")
    #expect(chmod(folder("mine"), 0o444) == 0)
    let outputs = try Outputs(reading: [], writing: [.file(folder("mine"), "--out")])
    #expect(throws: ResultError.readOnly(paths: [folder("mine")])) { try outputs.checkFree() }
    #expect(throws: ResultError.readOnly(paths: [folder("mine")])) { try outputs.write([(folder("mine"), [1])]) }
    #expect(try folder.text("mine") == "precious")
}

@Test func `a file of a result is not replaced by one that is none, there or not, but others may lie beside it`() throws
{
    let folder = try TestFolder()
    var writer = try ResultFolderWriter(target: folder("result"), files: resultFiles)
    try writer.write(summaryTable(1))
    try writer.commit(manifest())
    #expect(symlink("result/summary.csv", folder("link")) == 0)
    func check(_ name: String) throws {
        try Outputs(reading: [], writing: [.file(folder(name), "--out")]).checkFree()
    }
    for name in ["result/summary.csv", "result/manifest.json", "link", "result/../result/datapackage.json"] {
        #expect(throws: ResultError.wouldBreakResult(path: folder(name)), "\(name)") { try check(name) }
    }
    #expect(unlink(folder("result/summary.csv")) == 0)
    #expect(throws: ResultError.wouldBreakResult(path: folder("result/summary.csv"))) {
        try check("result/summary.csv")
    }
    try check("result/map.svg")
}

@Test func `a result that is protected, or one file of it, is not replaced`() throws {
    let folder = try TestFolder()
    func write() throws {
        var writer = try ResultFolderWriter(target: folder("result"), files: resultFiles)
        try writer.write(summaryTable(1))
        try writer.commit(manifest())
    }
    try write()
    #expect(chmod(folder("result/summary.csv"), 0o444) == 0)
    #expect(throws: ResultError.readOnly(paths: [folder("result/summary.csv")])) { try write() }
    #expect(chmod(folder("result/summary.csv"), 0o644) == 0 && chmod(folder("result"), 0o555) == 0)
    #expect(throws: ResultError.readOnly(paths: [folder("result")])) { try write() }
    #expect(chmod(folder("result"), 0o755) == 0)
    try write()
}
