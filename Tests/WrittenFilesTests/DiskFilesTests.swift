import Foundation
import TestSupport
import Testing

@testable import WrittenFiles

@Suite struct DiskFilesTests {
    private func problem(_ body: () throws(FileProblem) -> Void) -> FileProblem? {
        do throws(FileProblem) {
            try body()
            return nil
        } catch { return error }
    }

    @Test func `an ordinary file is read whole, up to the limit`() throws {
        try withFolder { folder in
            let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try Data(bytes).write(to: URL(fileURLWithPath: folder + "/a"))
            let resolved = try DiskFiles().resolve(folder + "/./a")
            #expect(resolved.hasSuffix("/a") && !resolved.contains(".."))
            #expect(try DiskFiles().read(resolved, limit: 200_000) == bytes)
            #expect(
                problem { () throws(FileProblem) in _ = try DiskFiles().read(resolved, limit: 199_999) } == .tooLarge)
        }
    }

    @Test func `folders, devices and pipes are refused without waiting`() throws {
        try withFolder { folder in
            #expect(mkfifo(folder + "/pipe", 0o600) == 0)
            for path in [folder, folder + "/pipe", "/dev/null", "/dev/zero", "/dev/tty"] {
                #expect(
                    problem { () throws(FileProblem) in _ = try DiskFiles().read(path, limit: 100) } == .notAFile,
                    "\(path)")
            }
        }
    }

    @Test func `links are followed to where they lead, and links in a circle are an error`() throws {
        try withFolder { folder in
            try Data("{}".utf8).write(to: URL(fileURLWithPath: folder + "/a"))
            #expect(symlink("a", folder + "/link") == 0)
            #expect(symlink("loop2", folder + "/loop1") == 0)
            #expect(symlink("loop1", folder + "/loop2") == 0)
            #expect(try DiskFiles().resolve(folder + "/link").hasSuffix("/a"))
            let circle = problem { () throws(FileProblem) in _ = try DiskFiles().resolve(folder + "/loop1") }
            guard case .unreadable? = circle else { return #expect(Bool(false), "\(String(describing: circle))") }
        }
    }

    @Test(arguments: ["/nowhere/at/all", "/etc/passwd/x", "", "a\u{0}b", String(repeating: "x", count: 100_000)])
    func `a path to nothing is missing`(_ path: String) {
        #expect(problem { () throws(FileProblem) in _ = try DiskFiles().resolve(path) } == .missing)
    }

    @Test func `a path in another case, with backslashes or a slip leads to what is there`() throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/Roads", withIntermediateDirectories: true)
            try Data().write(to: URL(fileURLWithPath: folder + "/Roads/nodes.csv"))
            let right = folder + "/Roads/nodes.csv"
            let files = DiskFiles()
            for wrong in ["/roads/nodes.csv", "/Roads\\nodes.csv", "/Roads/NODES.CSV", "/Raods/node.csv"] {
                #expect(files.nearest(to: folder + wrong) == right, "\(wrong)")
            }
            #expect(files.nearest(to: folder + "/elsewhere/x") == nil && files.nearest(to: right) == nil)
            #expect(files.nearest(to: "") == nil && files.nearest(to: "\u{0}") == nil)
        }
    }
}
