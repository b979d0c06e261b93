import Foundation
import Testing

extension Pingji {
    /// What the program may cost, whatever it is given to read.
    enum Limit {
        /// The longest a bad file may take, in seconds.
        static let seconds = 20.0
        /// The longest a file at the very limits may take, in seconds: unoptimized code is many times slower.
        static let heavySeconds = isOptimized ? 20.0 : 240.0

        private static var isOptimized: Bool {
            #if DEBUG
                false
            #else
                true
            #endif
        }
        /// The most memory, as address space in bytes; the largest files that are read at all need about half of it.
        static let memory = 2 << 30
    }

    /// How a run under limits ended.
    struct LimitedOutcome {
        /// The exit code; nil if it was ended by a signal: it took too long, or needed memory it did not get.
        var code: Int32?
        var output: String
        var error: String
        var seconds: Double
    }

    /// Runs the program in `folder` with the limits set by the system, and with nothing to read from standard input.
    ///
    /// - Parameter fileLimit: How large a file it may write, as an unprivileged way to a full disk.
    static func runLimited(
        _ arguments: [String], in folder: Folder, fileLimit: Int? = nil, isHeavy: Bool = false
    ) throws -> LimitedOutcome {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // Not every system can limit memory; where it cannot, the time limit alone has to do.
        let limits =
            "ulimit -v \(Limit.memory / 1024) 2>/dev/null; ulimit -f \(fileLimit.map { "\($0 / 512)" } ?? "unlimited")"
        process.arguments = ["-c", "\(limits); exec \"$@\"", "sh", try #require(path)] + arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = ["PATH": "/usr/bin:/bin"]
        let (out, err) = capture(process, in: folder)
        let start = Date()
        try process.run()
        while process.isRunning {
            if Date().timeIntervalSince(start) > (isHeavy ? Limit.heavySeconds : Limit.seconds) {
                kill(process.processIdentifier, SIGKILL)
            }
            usleep(2000)
        }
        process.waitUntilExit()
        return LimitedOutcome(
            code: process.terminationReason == .exit ? process.terminationStatus : nil,
            output: try String(contentsOfFile: out, encoding: .utf8),
            error: try String(contentsOfFile: err, encoding: .utf8), seconds: Date().timeIntervalSince(start))
    }
}
