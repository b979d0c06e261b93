import Foundation
import Testing

@testable import Results

@Test func `only regular files are read, and a pipe does not make it wait`() throws {
    let folder = try TestFolder()
    #expect(mkfifo(folder("pipe"), 0o600) == 0)
    #expect(throws: ResultError.cannotRead(path: folder("pipe"), code: EINVAL)) { try FileAccess.read(folder("pipe")) }
    #expect(throws: ResultError.cannotRead(path: folder.path, code: EINVAL)) { try FileAccess.read(folder.path) }
    #expect(throws: ResultError.missing(path: folder("none"))) { try FileAccess.read(folder("none")) }
}

@Test func `a large file is written and read whole`() throws {
    let folder = try TestFolder()
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 >> 3) }
    let file = open(folder("x"), O_WRONLY | O_CREAT, 0o600)
    defer { close(file) }
    try FileAccess.write(bytes, to: file, namedAs: "x")
    #expect(try FileAccess.read(folder("x")) == bytes)
}

@Test func `a folder that forbids changes is removed all the same, and a second name of a file in it keeps its mode`()
    throws
{
    let folder = try TestFolder()
    try folder.put("x", at: "outer/inner/file")
    chmod(folder("outer/inner/file"), 0o400)
    #expect(link(folder("outer/inner/file"), folder("second")) == 0)
    for name in ["outer/inner", "outer"] { chmod(folder(name), 0o500) }
    FileAccess.remove(folder("outer"))
    #expect(folder.names == ["second"])
    #expect(FileAccess.information(folder("second")).map { $0.st_mode & 0o777 } == 0o400)
}
