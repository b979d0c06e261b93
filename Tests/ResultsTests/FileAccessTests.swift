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
    try FileAccess.write(bytes, to: folder("x"), namedAs: "x")
    #expect(try FileAccess.read(folder("x")) == bytes)
    try FileAccess.write([1], to: folder("x"), namedAs: "x")
    #expect(try FileAccess.read(folder("x")) == [1])
}
