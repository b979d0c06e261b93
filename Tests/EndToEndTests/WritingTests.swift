import Foundation
import Testing

/// What cannot be written leaves everything as it was.
@Suite(.enabled(if: Pingji.path != nil, "the executable pingji is not beside the tests; build it first"))
struct WritingTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func run(into target: String, fileLimit: Int? = nil) throws -> Pingji.LimitedOutcome {
        try Pingji.runLimited(
            ["run", "small.jsonc", "--replications", "1", "--quiet", "--out", target], in: folder, fileLimit: fileLimit)
    }

    @Test(arguments: ["file.txt", "file.txt/result", "mine", "/dev/null", "/proc/result", "/dev/null/result"])
    func `a place that is not ours or takes no result is left alone with 73`(target: String) throws {
        try folder.write("precious", to: "file.txt")
        try FileManager.default.createDirectory(atPath: folder.path + "/mine", withIntermediateDirectories: true)
        try folder.write("precious", to: "mine/notes.txt")
        let outcome = try run(into: target)
        #expect(outcome.code == 73 && !outcome.error.isEmpty, "\(outcome.error)")
        #expect(outcome.output.isEmpty)
        #expect(try folder.text("file.txt") == "precious")
        #expect(try folder.contents("mine") == ["notes.txt": Data("precious".utf8)])
        #expect(folder.leftovers.isEmpty)
    }

    @Test(.enabled(if: geteuid() != 0, "whoever runs as root may write to every folder, whatever its permissions"))
    func `a folder without permission to write is left alone with 73`() throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/locked", withIntermediateDirectories: true)
        chmod(folder.path + "/locked", 0o500)
        defer { chmod(folder.path + "/locked", 0o700) }
        let outcome = try run(into: "locked/result")
        #expect(outcome.code == 73 && outcome.error.contains("locked"))
        #expect(try folder.files(in: "locked").isEmpty)
    }

    @Test(arguments: [512, 2048, 8192])
    func `a disk that fills up is 74, and the old result stays whole`(limit: Int) throws {
        try #require(try run(into: "result").code == 0)
        let before = try folder.contents("result")
        // No unprivileged process can fill a disk of its own, but it can be forbidden to write large files; the
        // system's answer reaches the program in the same place.
        let outcome = try run(into: "result", fileLimit: limit)
        #expect(outcome.code == 74 && outcome.error.contains("result/"), "\(outcome.error)")
        #expect(try folder.contents("result") == before)
        #expect(folder.leftovers.isEmpty)
    }

    @Test(arguments: [512, 2048])
    func `a disk that fills up is 74, and where nothing was there is nothing`(limit: Int) throws {
        let outcome = try run(into: "result", fileLimit: limit)
        #expect(outcome.code == 74)
        #expect(try folder.files() == ["small.jsonc"])
        #expect(folder.leftovers.isEmpty)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "this system has no /dev/full"))
    func `a schema that cannot be printed is 74`() throws {
        let process = Process()
        process.executableURL = URL(filePath: try #require(Pingji.path))
        process.arguments = ["schema"]
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 74)
    }
}
