import Foundation
import Results
import Testing

/// Signals reach the built program at all sorts of moments.
@Suite(.serialized, .enabled(if: Pingji.path != nil, "the executable pingji is not beside the tests; build it first"))
struct InterruptionTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    /// How a program that got signals ended.
    private struct Ending {
        var outcome: Pingji.Outcome
        /// From the first signal on.
        var seconds: Double
    }

    /// Starts the program, sends the signals after `delay` and then every `gap` seconds, and waits.
    private func end(
        _ arguments: [String], after delay: Double, by signals: [Int32] = [SIGINT], gap: Double = 0.02,
        through launcher: [String] = []
    ) throws -> Ending {
        var sent = Date()
        let outcome = try Pingji.run(arguments, in: folder, through: launcher) { process in
            Thread.sleep(forTimeInterval: delay)
            sent = Date()
            for (number, signal) in signals.enumerated() {
                if number > 0 { Thread.sleep(forTimeInterval: gap) }
                kill(process.processIdentifier, signal)
            }
        }
        return Ending(outcome: outcome, seconds: Date().timeIntervalSince(sent))
    }

    /// A network whose reading, table and components take a while, from a file of some megabytes.
    private func writeRoads(side: Int) throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/roads", withIntermediateDirectories: true)
        var (nodes, arcs) = ("id,lon,lat\n", "from,to,length_m,class\n")
        for row in 0..<side {
            for column in 0..<side {
                let number = row * side + column
                nodes += "\(number),\(116 + Double(column) / 1000),\(24 + Double(row) / 1000)\n"
                for (next, isThere) in [(number + 1, column + 1 < side), (number + side, row + 1 < side)] where isThere
                {
                    arcs += "\(number),\(next),100,street\n\(next),\(number),100,street\n"
                }
            }
        }
        try folder.write(nodes, to: "roads/nodes.csv")
        try folder.write(arcs, to: "roads/arcs.csv")
        try folder.write("id,node\n" + (0..<400).map { "\($0),\($0)\n" }.joined(), to: "p.csv")
    }

    private static let ends: [(signal: Int32, code: Int32, name: String)] = [
        (SIGINT, 130, "SIGINT"), (SIGTERM, 143, "SIGTERM"), (SIGHUP, 129, "SIGHUP"),
    ]

    @Test func `every command that works for a while ends within a second, says so and leaves nothing`() throws {
        try writeRoads(side: 150)
        let points = ["--network", "roads"]
        let commands: [[String]] = [
            ["import", "csv", "roads", "--out", "x"],
            ["table"] + points + ["--from", "p.csv", "--to", "p.csv", "--out", "x"],
            ["coverage"] + points + ["--facilities", "p.csv", "--demand", "p.csv", "--svg", "x", "--out", "y"],
            ["run", "small.jsonc", "--replications", "100000", "--out", "x"],
            ["run", "small.jsonc", "--replications", "100000"],
        ]
        for (number, command) in commands.enumerated() {
            for delay in [0.1, 0.3] {
                let (signal, code, name) = Self.ends[number % 3]
                let ending = try end(command, after: delay, by: [signal])
                #expect(ending.outcome.code == code, "\(command)")
                #expect(ending.seconds < 1, "\(command)")
                // A run may have come so far that something could have been kept.
                let why =
                    command[0] == "run" && ending.outcome.error.contains("before")
                    ? " before one replication was finished in every variant, so nothing is kept" : ""
                #expect(
                    ending.outcome.error == "pingji: interrupted (\(name))\(why); nothing half-written is left\n",
                    "\(command)")
                #expect(try folder.files().allSatisfy { ["small.jsonc", "roads", "p.csv"].contains($0) }, "\(command)")
                #expect(folder.leftovers.isEmpty, "\(command)")
            }
        }
    }

    @Test func `commands that only look end the same way, in both languages`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let scenario = root + "/scenarios/meijiang-flood-night.jsonc"
        let commands = [["check", scenario], ["explain", scenario], ["validate", root + "/scenarios/validation"]]
        for (command, end) in zip(commands, Self.ends) {
            let ending = try self.end(command + ["--lang", "zh"], after: 0.1, by: [end.signal])
            #expect(ending.outcome.code == end.code && ending.outcome.output.isEmpty, "\(command)")
            #expect(ending.outcome.error == "pingji: 已中止（\(end.name)），没有留下写到一半的文件\n")
            #expect(ending.seconds < 1)
        }
    }

    @Test func `a program that waits for the reader of a pipe can be ended`() throws {
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        let ending = try end(["coverage", "small.jsonc", "--svg", "pipe", "--out", "x"], after: 1.5, by: [SIGTERM])
        #expect(ending.outcome.code == 143 && ending.seconds < 1 && folder.leftovers.isEmpty)
    }

    @Test func `a signal that somebody else blocked or ignored is obeyed, but nohup is respected`() throws {
        let command = ["run", "small.jsonc", "--replications", "100000", "--out", "x"]
        let ignored = try end(
            command, after: 0.3, by: [SIGINT], through: ["/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"])
        #expect(ignored.outcome.code == 130)
        let outlived = try end(
            command, after: 0.3, by: [SIGHUP, SIGTERM], gap: 0.3,
            through: ["/bin/sh", "-c", "trap '' HUP; exec \"$@\"", "sh"])
        #expect(outlived.outcome.code == 143)
    }

    /// Few enough that preparing is quick, and too many to finish.
    private static let tooMany = 1_000

    /// Runs the small street until some replications are finished, then sends signals.
    private func interrupt(_ target: String, _ more: [String] = [], by signals: [Int32], gap: Double = 0.02) throws
        -> Ending
    {
        for delay in [0.5, 1, 2, 4, 8] {
            let ending = try end(
                ["run", "small.jsonc", "--replications", "\(Self.tooMany)", "--workers", "1", "--out", target] + more,
                after: delay,
                by: signals, gap: gap)
            let isKept = ending.outcome.error.contains("are kept in") || ending.outcome.error.contains("已保留在")
            if isKept || signals.count > 1 { return ending }
            #expect(ending.outcome.code != 0, "the run was over before the signal")
        }
        Issue.record("no replication was finished in time")
        return try end([], after: 0)
    }

    @Test func `what is finished is kept beside a complete result, which stays as it was`() throws {
        #expect(try Pingji.run(["run", "small.jsonc", "--out", "cut", "--quiet"], in: folder).code == 0)
        let before = try folder.contents("cut")
        let ending = try interrupt("cut", by: [SIGINT])
        #expect(
            ending.outcome.code == 130 && ending.outcome.error.contains("are kept in cut.partial; cut is as it was"))
        #expect(try folder.contents("cut") == before)
        let manifest = try ResultFolder(folder.path + "/cut.partial").manifest
        #expect((1..<Self.tooMany).contains(manifest.replications))
        #expect(manifest.plannedReplications == Self.tooMany)
        #expect(ending.outcome.output.contains("the \(manifest.replications) finished in every variant are kept"))
        #expect(ending.outcome.output.contains("Results are in cut.partial/"))
        #expect(folder.leftovers.isEmpty)

        // They are what a run of so many replications gives.
        let again = ["run", "cut.partial/scenario.json", "--out", "again", "--quiet"]
        #expect(try Pingji.run(again, in: folder).code == 0)
        #expect(try folder.read("cut.partial/replications.csv") == folder.read("again/replications.csv"))

        // The next one replaces it, and a complete run leaves it alone.
        try folder.write("mine", to: "cut.partial/notes.txt")
        let next = try interrupt("cut", ["--lang", "zh", "--quiet"], by: [SIGTERM])
        #expect(next.outcome.code == 143 && next.outcome.output.isEmpty)
        #expect(next.outcome.error.contains("已保留在 cut.partial；cut 未作改动"))
        #expect(try folder.text("cut.partial/notes.txt") == "mine")
        #expect(try Pingji.run(["run", "small.jsonc", "--out", "cut", "--quiet"], in: folder).code == 0)
        #expect(try ResultFolder(folder.path + "/cut.partial").manifest.plannedReplications == Self.tooMany)
    }

    @Test func `a result that was never there is not said to be as it was`() throws {
        let ending = try interrupt("fresh", ["--quiet"], by: [SIGINT])
        #expect(ending.outcome.error.hasSuffix("kept in fresh.partial\n"), "\(ending.outcome.error)")
    }

    @Test(arguments: [0.0, 0.1, 0.3, 0.6])
    func `a second signal ends it at once and leaves nothing half-written`(gap: Double) throws {
        let ending = try interrupt("cut", by: [SIGINT, SIGTERM], gap: gap)
        #expect([130, 143].contains(ending.outcome.code) && ending.seconds < gap + 1)
        #expect(folder.leftovers.isEmpty)
        // It was too late, or nothing is there.
        if FileManager.default.fileExists(atPath: folder.path + "/cut.partial") {
            #expect(try ResultFolder(folder.path + "/cut.partial").summary().isEmpty == false)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/cut"))
    }

    @Test func `a complete result where the partial one would go is found before any work`() throws {
        #expect(try Pingji.run(["run", "small.jsonc", "--out", "r.partial", "--quiet"], in: folder).code == 0)
        let before = try folder.contents("r.partial")
        let outcome = try Pingji.run(["run", "small.jsonc", "--out", "r", "--quiet"], in: folder)
        #expect(outcome.code == 73 && outcome.error.contains("r.partial: holds a complete result"))
        #expect(try folder.contents("r.partial") == before)
    }
}
