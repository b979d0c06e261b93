import CommandLineTool
import Foundation
import Synchronization
import Testing

/// The built `pingji`, run as a user runs it.
enum Pingji {
    /// The executable beside the test bundle; nil if it was not built.
    static let path: String? = {
        let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let candidates = [folder, folder.deletingLastPathComponent(), Bundle.main.bundleURL]
        return candidates.map { $0.appending(path: "pingji").path }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }()

    /// How a run ended and what it said.
    struct Outcome {
        var code: Int32
        var output: String
        var error: String
    }

    /// Lets `process` write to two files in `folder` and read nothing; returns the paths of what it says and complains.
    ///
    /// Files take any amount of text; a pipe that nobody reads meanwhile would fill up.
    static func capture(_ process: Process, in folder: Folder) -> (out: String, err: String) {
        let number = "\(UInt32.random(in: 0 ... .max))"
        let (out, err) = (folder.path + "/.out-\(number)", folder.path + "/.err-\(number)")
        for file in [out, err] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        process.standardOutput = FileHandle(forWritingAtPath: out)
        process.standardError = FileHandle(forWritingAtPath: err)
        process.standardInput = FileHandle.nullDevice
        return (out, err)
    }

    /// Runs the program in `folder` and waits; `during` may do something to it meanwhile, `launcher` is what starts it.
    static func run(
        _ arguments: [String], in folder: Folder, environment: [String: String] = [:], through launcher: [String] = [],
        during: (Process) throws -> Void = { _ in }
    ) throws -> Outcome {
        let process = Process()
        let whole = launcher + [try #require(path)] + arguments
        process.executableURL = URL(filePath: whole[0])
        process.arguments = Array(whole.dropFirst())
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        let (out, err) = capture(process, in: folder)
        try process.run()
        try during(process)
        process.waitUntilExit()
        return Outcome(
            code: process.terminationStatus, output: try String(contentsOfFile: out, encoding: .utf8),
            error: try String(contentsOfFile: err, encoding: .utf8))
    }
}

/// A folder that is gone after the test, with the small street's scenario in it.
final class Folder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "pingji-tests-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try write(try Self.smallStreet(), to: "small.jsonc")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The scenario most tests run.
    static func smallStreet() throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: folder.appending(path: "Scenarios/small-street.jsonc"), encoding: .utf8)
    }

    /// Writes the small street with each pair's first part replaced by the second.
    func writeStreet(_ name: String, _ changes: [(String, String)]) throws {
        var text = try Self.smallStreet()
        for (old, new) in changes {
            #expect(text.contains(old), "the small street has no \(old)")
            text = text.replacingOccurrences(of: old, with: new)
        }
        try write(text, to: name)
    }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: path + "/" + name, atomically: false, encoding: .utf8)
    }

    func read(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path + "/" + name)) }

    func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

    /// The visible files in one of its folders, sorted.
    func files(in name: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/" + name).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The visible files in one of its folders with what they hold.
    func contents(_ name: String) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for file in try files(in: name) { contents[file] = try read(name + "/" + file) }
        return contents
    }

    /// The hidden files in it that are not the test's own.
    var leftovers: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
            .filter { $0.hasPrefix(".") && !$0.hasPrefix(".out-") && !$0.hasPrefix(".err-") }
    }
}

/// The library's commands with their text collected, no process needed.
struct Said: Sendable {
    let code: ExitCode
    let output: String
    let error: String

    init(
        _ arguments: [String], environment: [String: String] = [:], errorIsTerminal: Bool = false,
        change: (inout Console) -> Void = { _ in }
    ) {
        let texts = Collected()
        var console = Console(
            output: { texts.add($0, "") }, error: { texts.add("", $0) }, errorIsTerminal: errorIsTerminal,
            environment: environment)
        change(&console)
        code = Tool.run(arguments, console: console)
        (output, error) = texts.both
    }

    private final class Collected: Sendable {
        private let state = Mutex(("", ""))

        var both: (String, String) { state.withLock { $0 } }

        func add(_ output: String, _ error: String) {
            state.withLock { state in
                state.0 += output
                state.1 += error
            }
        }
    }
}
