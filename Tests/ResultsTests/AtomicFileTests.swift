import Foundation
import Testing

@testable import Results

@Test func `a file is replaced whole and nothing stays beside it`() throws {
    let folder = try TestFolder()
    try AtomicFile.write(Array("old".utf8), to: folder("report.html"))
    try AtomicFile.write(Array("new".utf8), to: folder("report.html"))
    #expect(try folder.text("report.html") == "new")
    #expect(folder.names == ["report.html"])
}

@Test func `a link is followed and stays a link`() throws {
    let folder = try TestFolder()
    try folder.put("old", at: "real.txt")
    try FileManager.default.createSymbolicLink(atPath: folder("link.txt"), withDestinationPath: folder("real.txt"))
    try AtomicFile.write(Array("new".utf8), to: folder("link.txt"))
    #expect(try folder.text("real.txt") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("link.txt")) == folder("real.txt"))
}

@Test func `a device is written to, not replaced`() throws {
    try AtomicFile.write([1, 2, 3], to: "/dev/null")
    #expect(FileAccess.kind("/dev/null") == S_IFCHR)
    #expect(throws: ResultError.cannotWrite(path: "/dev/full", code: ENOSPC)) {
        try AtomicFile.write([1, 2, 3], to: "/dev/full")
    }
}

@Test func `what cannot be created is named`() throws {
    let folder = try TestFolder()
    try folder.put("", at: "file")
    #expect(throws: ResultError.cannotCreate(path: folder("none/x"), code: ENOENT)) {
        try AtomicFile.write([1], to: folder("none/x"))
    }
    #expect(throws: ResultError.cannotCreate(path: folder("file/x"), code: ENOTDIR)) {
        try AtomicFile.write([1], to: folder("file/x"))
    }
    #expect(throws: ResultError.cannotCreate(path: folder.path, code: EISDIR)) {
        try AtomicFile.write([1], to: folder.path)
    }
    #expect(folder.names == ["file"])
}
