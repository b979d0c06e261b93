import Dispatch
import Foundation
import Testing

@testable import Results

private func write(_ value: Double, to target: String, seed: UInt64 = 1, planned: Int? = nil) throws {
    var writer = try ResultFolderWriter(target: target, files: resultFiles, isPartial: planned != nil)
    try writer.write(summaryTable(value))
    try writer.write(Array("{}\n".utf8), to: ResultFormat.scenario)
    try writer.commit(manifest(seed: seed, planned: planned))
}

@Test func `a result is written with its manifest and data package`() throws {
    let folder = try TestFolder()
    try write(5, to: folder("deep/er/result"))
    #expect(
        FileAccess.names(in: folder("deep/er/result")) == [
            "datapackage.json", "manifest.json", "scenario.json", "summary.csv",
        ])
    #expect(FileAccess.names(in: folder("deep/er")) == ["result"])
    #expect(try ResultFolder(folder("deep/er/result")).manifest.tables == ["summary.csv"])
}

@Test func `a table written row by row is the table, listed and described`() throws {
    let folder = try TestFolder()
    // Larger than one piece.
    let rows = (0..<60_000).map {
        ReplicationRow(variant: "a", replication: $0, measure: "m", value: 1 / Double($0 + 1))
    }
    let (name, file) = (TableDeclaration.replications.name, TableDeclaration.replications.file)
    var writer = try ResultFolderWriter(target: folder("result"), files: [file])
    try writer.write(.replications, rows: rows.lazy.map(\.cells))
    try writer.commit(manifest())
    let result = try ResultFolder(folder("result"))
    #expect(try result.replications() == rows)
    #expect(result.manifest.tables == [file])
    #expect(try String(decoding: result.contents(of: "datapackage.json"), as: UTF8.self).contains("\"\(name)\""))
}

@Test func `nothing shows at the target before the result is complete`() throws {
    let folder = try TestFolder()
    try write(1, to: folder("result"))
    var writer = try ResultFolderWriter(target: folder("result"), files: resultFiles)
    try writer.write(summaryTable(2))
    #expect(try ResultFolder(folder("result")).summary()[0].mean == 1)
    try writer.commit(manifest())
    #expect(try ResultFolder(folder("result")).summary()[0].mean == 2)
    #expect(folder.names == ["result"])
}

@Test func `a result dropped before it is complete leaves no trace`() throws {
    let folder = try TestFolder()
    do {
        var writer = try ResultFolderWriter(target: folder("result"), files: resultFiles)
        try writer.write(summaryTable(2))
    }
    #expect(folder.names.isEmpty)
}

@Test func `two runs of one experiment write the same bytes`() throws {
    let folder = try TestFolder()
    try write(1.0 / 3, to: folder("a"))
    try write(1.0 / 3, to: folder("b"))
    let names = FileAccess.names(in: folder("a"))
    #expect(names.count == 4 && names == FileAccess.names(in: folder("b")))
    for name in names { #expect(try FileAccess.read(folder("a/\(name)")) == FileAccess.read(folder("b/\(name)"))) }
}

@Test func `what is not a pingji result is never overwritten`() throws {
    let folder = try TestFolder()
    try folder.put("precious", at: "photos/a.jpg")
    try folder.put("{\"format\": \"other\"}", at: "foreign/manifest.json")
    try folder.put("precious", at: "file")
    try FileManager.default.createSymbolicLink(atPath: folder("dangling"), withDestinationPath: folder("nowhere"))
    for name in ["photos", "foreign", "file", "dangling"] {
        #expect(throws: ResultError.wouldOverwrite(path: folder(name))) { try write(1, to: folder(name)) }
    }
    #expect(throws: ResultError.wouldOverwrite(path: "/")) { try write(1, to: "/") }
    #expect(try folder.text("photos/a.jpg") == "precious" && folder.text("file") == "precious")
    #expect(folder.names == ["dangling", "file", "foreign", "photos"])
}

@Test func `what appears at the target during the run is not overwritten either`() throws {
    let folder = try TestFolder()
    var writer = try ResultFolderWriter(target: folder("result"), files: resultFiles)
    try writer.write(summaryTable(1))
    try folder.put("precious", at: "result/a.jpg")
    do throws(ResultError) {
        try writer.commit(manifest())
        Issue.record("the folder that appeared was overwritten")
    } catch {
        #expect(error == .wouldOverwrite(path: folder("result")))
    }
    #expect(try folder.text("result/a.jpg") == "precious")
    #expect(folder.names == ["result"])
}

@Test func `an empty folder may be filled and a link to a result is followed`() throws {
    let folder = try TestFolder()
    try FileManager.default.createDirectory(atPath: folder("empty"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: folder("latest"), withDestinationPath: folder("empty"))
    try write(1, to: folder("empty/"))
    try write(2, to: folder("latest"))
    #expect(try ResultFolder(folder("empty")).summary()[0].mean == 2)
    #expect(folder.names == ["empty", "latest"])
}

@Test func `a place where nothing can be made is told before any work`() throws {
    let folder = try TestFolder()
    try folder.put("", at: "file")
    #expect(throws: ResultError.cannotCreate(path: folder("file"), code: EEXIST)) {
        try write(1, to: folder("file/result"))
    }
    #expect(throws: ResultError.cannotCreate(path: "/proc/pingji", code: ENOENT)) { try write(1, to: "/proc/pingji") }
    #expect(throws: ResultError.cannotCreate(path: "", code: ENOENT)) { try write(1, to: "") }
}

@Test func `a full disk leaves the old result whole and nothing else`() throws {
    let folder = try TestFolder()
    try write(1, to: folder("result"))
    for name in ["summary.csv", "manifest.json", "datapackage.json"] {
        func fail() throws {
            var writer = try ResultFolderWriter(target: folder("result"), files: resultFiles)
            try FileManager.default.createSymbolicLink(
                atPath: "\(writer.temporary.path)/\(name)", withDestinationPath: "/dev/full")
            try writer.write(summaryTable(2))
            try writer.commit(manifest())
        }
        #expect(throws: ResultError.cannotWrite(path: folder("result/\(name)"), code: ENOSPC)) { try fail() }
        #expect(try ResultFolder(folder("result")).summary()[0].mean == 1)
        #expect(folder.names == ["result"])
    }
}

@Test func `runs to one target at once leave one whole result`() throws {
    let folder = try TestFolder()
    let target = folder("result")
    try write(0, to: target, seed: 0)
    DispatchQueue.concurrentPerform(iterations: 8) { run in
        for round in 0..<5 {
            let seed = UInt64(run * 100 + round)
            do {
                try write(Double(seed), to: target, seed: seed)
                // Whoever reads meanwhile finds a manifest at any moment.
                #expect(ResultFolder.isResult(target))
            } catch {
                Issue.record(error)
            }
        }
    }
    let result = try ResultFolder(target)
    #expect(try result.summary()[0].mean == Double(result.manifest.seed))
    #expect(folder.names == ["result"])
}

@Test func `what users keep in a result folder is there after the next run`() throws {
    let folder = try TestFolder()
    try write(1, to: folder("result"))
    try folder.put("precious", at: "result/notes.md")
    try folder.put("chart", at: "result/charts/2024/a.png")
    try folder.put("hidden", at: "result/.git/config")
    #expect(symlink("../elsewhere", folder("result/link")) == 0 && mkfifo(folder("result/pipe"), 0o600) == 0)
    chmod(folder("result/notes.md"), 0o000)
    chmod(folder("result/charts"), 0o555)
    chmod(folder("result"), 0o700)
    let before = FileAccess.information(folder("result/notes.md"))
    try write(2, to: folder("result"))
    try write(3, to: folder("result"))
    #expect(try ResultFolder(folder("result")).summary()[0].mean == 3)
    #expect(
        FileAccess.names(in: folder("result")) == [
            ".git", "charts", "datapackage.json", "link", "manifest.json", "notes.md", "pipe", "scenario.json",
            "summary.csv",
        ])
    let after = FileAccess.information(folder("result/notes.md"))
    #expect(before.map { FileIdentity($0) } == after.map { FileIdentity($0) } && after?.st_nlink == 1)
    #expect(after.map { $0.st_mode & 0o777 } == 0)
    #expect(try folder.text("result/charts/2024/a.png") == "chart" && folder.text("result/.git/config") == "hidden")
    #expect(FileAccess.information(folder("result/charts")).map { $0.st_mode & 0o777 } == 0o555)
    #expect(FileAccess.linkTarget(folder("result/link")) == "../elsewhere")
    #expect(FileAccess.kind(folder("result/pipe")) == S_IFIFO)
    #expect(FileAccess.information(folder("result")).map { $0.st_mode & 0o777 } == 0o700)
    #expect(folder.names == ["result"])
    chmod(folder("result/charts"), 0o755)
}

@Test func `a user's file whose name the result needs is refused before any work and at the end`() throws {
    let folder = try TestFolder()
    try write(1, to: folder("result"))
    var writer = try ResultFolderWriter(target: folder("result"), files: resultFiles)
    try folder.put("mine", at: "result/tasks.csv")
    try FileManager.default.createDirectory(
        atPath: folder("result/replications.csv"), withIntermediateDirectories: false)
    let taken = ["replications.csv", "tasks.csv"].map { folder("result/\($0)") }
    #expect(throws: ResultError.wouldTakeName(paths: taken)) {
        _ = try ResultFolderWriter(target: folder("result"), files: resultFiles)
    }
    var table = Table(TableDeclaration.tasks([ColumnDeclaration("task", .string, zh: "任务", en: "task")]))
    table.append([.string("x")])
    try writer.write(summaryTable(2))
    try writer.write(table)
    do throws(ResultError) {
        try writer.commit(manifest())
        Issue.record("a user's file was overwritten")
    } catch {
        #expect(error == .wouldTakeName(paths: [taken[1]]))
    }
    #expect(try folder.text("result/tasks.csv") == "mine" && ResultFolder(folder("result")).summary()[0].mean == 1)
    #expect(folder.names == ["result"])
}

@Test(.enabled(if: geteuid() != 0, "whoever runs as root may read every folder"))
func `a user's folder that cannot be read is named before any work`() throws {
    let folder = try TestFolder()
    try write(1, to: folder("result"))
    try folder.put("mine", at: "result/locked/a")
    chmod(folder("result/locked"), 0o000)
    defer { chmod(folder("result/locked"), 0o700) }
    #expect(throws: ResultError.cannotKeep(path: folder("result/locked"), code: EACCES)) {
        try write(2, to: folder("result"))
    }
    #expect(try ResultFolder(folder("result")).summary()[0].mean == 1)
}

@Test func `what an interrupted run leaves replaces nothing but its like`() throws {
    let folder = try TestFolder()
    try write(1, to: folder("part"), planned: 90)
    try write(2, to: folder("part"), planned: 90)
    #expect(try ResultFolder(folder("part")).manifest.plannedReplications == 90)
    #expect(try ResultFolder(folder("part")).summary()[0].mean == 2)
    try write(3, to: folder("part"))
    #expect(throws: ResultError.wouldReplaceWhole(path: folder("part"))) {
        try write(4, to: folder("part"), planned: 90)
    }
    #expect(try ResultFolder(folder("part")).summary()[0].mean == 3)
}
