import Dispatch
import Foundation
import Testing

@testable import Results

private func write(_ value: Double, to target: String, seed: UInt64 = 1) throws {
    var writer = try ResultFolderWriter(target: target)
    try writer.write(summaryTable(value))
    try writer.write(Array("{}\n".utf8), to: ResultFormat.scenario)
    try writer.commit(manifest(seed: seed))
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

@Test func `nothing shows at the target before the result is complete`() throws {
    let folder = try TestFolder()
    try write(1, to: folder("result"))
    var writer = try ResultFolderWriter(target: folder("result"))
    try writer.write(summaryTable(2))
    #expect(try ResultFolder(folder("result")).summary()[0].mean == 1)
    try writer.commit(manifest())
    #expect(try ResultFolder(folder("result")).summary()[0].mean == 2)
    #expect(folder.names == ["result"])
}

@Test func `a result dropped before it is complete leaves no trace`() throws {
    let folder = try TestFolder()
    do {
        var writer = try ResultFolderWriter(target: folder("result"))
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
    var writer = try ResultFolderWriter(target: folder("result"))
    try writer.write(summaryTable(1))
    try folder.put("precious", at: "result/a.jpg")
    do {
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
            var writer = try ResultFolderWriter(target: folder("result"))
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
