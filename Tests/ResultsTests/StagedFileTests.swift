import Foundation
import Testing

@testable import Results

/// Writes a file as commands do.
private func write(
    _ bytes: [UInt8], to path: String, replacing: Outputs.Replacing = .anyFile
) throws(ResultError) {
    try StagedFile.place([StagedFile(bytes, for: .file(path, "--out", replacing: replacing))])
}

@Test func `a file is replaced whole and nothing stays beside it`() throws {
    let folder = try TestFolder()
    try write(Array("old".utf8), to: folder("report.html"))
    try write(Array("new".utf8), to: folder("report.html"))
    #expect(try folder.text("report.html") == "new")
    #expect(folder.names == ["report.html"])
}

@Test func `a link is followed and stays a link`() throws {
    let folder = try TestFolder()
    try folder.put("old", at: "real.txt")
    try FileManager.default.createSymbolicLink(atPath: folder("link.txt"), withDestinationPath: folder("real.txt"))
    try write(Array("new".utf8), to: folder("link.txt"))
    #expect(try folder.text("real.txt") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("link.txt")) == folder("real.txt"))
}

@Test func `a device is written to, not replaced`() throws {
    try write([1, 2, 3], to: "/dev/null")
    #expect(FileAccess.kind("/dev/null") == S_IFCHR)
    #expect(throws: ResultError.cannotWrite(path: "/dev/full", code: ENOSPC)) {
        try write([1, 2, 3], to: "/dev/full")
    }
}

@Test func `what cannot be created is named`() throws {
    let folder = try TestFolder()
    try folder.put("", at: "file")
    #expect(throws: ResultError.cannotCreate(path: folder("none/x"), code: ENOENT)) {
        try write([1], to: folder("none/x"))
    }
    #expect(throws: ResultError.cannotCreate(path: folder("file/x"), code: ENOTDIR)) {
        try write([1], to: folder("file/x"))
    }
    #expect(throws: ResultError.cannotCreate(path: folder.path, code: EISDIR)) {
        try write([1], to: folder.path)
    }
    #expect(folder.names == ["file"])
}

@Test func `a link that dangles is followed to where the file is made`() throws {
    let folder = try TestFolder()
    try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: "real")
    try write(Array("new".utf8), to: folder("link"))
    #expect(try folder.text("real") == "new" && FileAccess.linkTarget(folder("link")) == "real")
}

@Test func `a pipe gets the bytes and stays a pipe`() throws {
    let folder = try TestFolder()
    #expect(mkfifo(folder("pipe"), 0o600) == 0)
    let reader = open(folder("pipe"), O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try write(Array("through".utf8), to: folder("pipe"))
    var buffer = [UInt8](repeating: 0, count: 20)
    #expect(read(reader, &buffer, 20) == 7 && buffer.prefix(7).elementsEqual("through".utf8))
    #expect(folder.names == ["pipe"] && FileAccess.kind(folder("pipe")) == S_IFIFO)
}

@Test func `only nothing, or only a file of the kind, is replaced where that is asked for`() throws {
    let folder = try TestFolder()
    try write([1], to: folder("new"), replacing: .nothing)
    #expect(throws: ResultError.wouldReplace(path: folder("new"), kind: nil)) {
        try write([2], to: folder("new"), replacing: .nothing)
    }
    let kind = Outputs.Replacing.files(beginning: "our ", kind: "ours") { $0.suffix(4).elementsEqual("file".utf8) }
    for text in ["our file", ""] {
        try folder.put(text, at: "network")
        try write(Array("our new file".utf8), to: folder("network"), replacing: kind)
        #expect(try folder.text("network") == "our new file")
    }
    // It must begin like one of the kind, and be one to its end.
    for text in ["our file, and mine", "my file", "ou"] {
        try folder.put(text, at: "mine")
        #expect(throws: ResultError.wouldReplace(path: folder("mine"), kind: "ours")) {
            try write([2], to: folder("mine"), replacing: kind)
        }
    }
    #expect(try folder.text("mine") == "ou" && FileAccess.read(folder("new")) == [1])
    #expect(folder.names == ["mine", "network", "new"])
}

@Test func `what appears meanwhile is not replaced where nothing may be`() throws {
    let folder = try TestFolder()
    let staged = try StagedFile([1], for: .file(folder("new"), "the file", replacing: .nothing))
    try folder.put("mine", at: "new")
    #expect(throws: ResultError.wouldReplace(path: folder("new"), kind: nil)) { try StagedFile.place([staged]) }
    #expect(try folder.text("new") == "mine")
}

@Test func `a file keeps who may read it`() throws {
    let folder = try TestFolder()
    try folder.put("old", at: "secret")
    chmod(folder("secret"), 0o600)
    try write([1], to: folder("secret"))
    #expect(FileAccess.information(folder("secret")).map { $0.st_mode & 0o777 } == 0o600)
}

@Test func `what a killed program left beside a file is removed with the next one, and a long name is no hindrance`()
    throws
{
    let folder = try TestFolder()
    try folder.put("half", at: ".a.csv.pingji-1-1/file")
    try write([1], to: folder("a.csv"))
    #expect(folder.names == ["a.csv"])
    let long = String(repeating: "长", count: 80)
    try write([1], to: folder(long))
    #expect(folder.names == ["a.csv", long])
}
