import Foundation
import Results
import Testing

@testable import CommandLineTool

/// No command destroys what it reads, those included that are still to be written.
@Suite struct CallFilesTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    /// What stands for a value and names no file.
    private static let otherValues = ["NAME", "N", "S", "W", "K", "T", "KMH", "LIST", "FACTOR", "METERS"]

    @Test func `every option's value is known to be a path or to be none`() {
        for option in Tool.commands.flatMap({ $0.options }) + OptionDeclaration.common {
            guard let value = option.value else { continue }
            #expect(option.isPath || Self.otherValues.contains(value) || value.contains("|"), "\(option.name) \(value)")
            #expect(option.isPath || !option.isWritten)
        }
        for command in Tool.commands {
            for option in command.options where option.name == "--out" { #expect(option.isWritten, "\(command.name)") }
        }
    }

    @Test func `an output that is an input is wrong use in every command, whatever it is called`() throws {
        try folder.write("precious", to: "in.csv")
        #expect(link(folder.path + "/in.csv", folder.path + "/hard.csv") == 0)
        #expect(symlink("in.csv", folder.path + "/soft.csv") == 0 && symlink(".", folder.path + "/linked") == 0)
        let spellings = ["in.csv", "./in.csv", "none/../in.csv", "linked/in.csv", "hard.csv", "soft.csv"]
        var pairs = 0
        for command in Tool.commands {
            let written = command.options.filter { $0.isWritten && $0.value == "FILE" }
            var readings = command.options.filter { $0.isPath && !$0.isWritten }.map { [$0.name] }
            if !command.operands.isEmpty, command.name != "import" { readings.append([]) }
            if command.name == "import" { readings = ["osm", "geojson", "jemss", "csv"].map { [$0] } }
            for output in written {
                for reading in readings {
                    for spelling in spellings {
                        let said = Said(
                            [command.name] + reading + [
                                "\(folder.path)/in.csv", output.name, "\(folder.path)/\(spelling)",
                            ])
                        #expect(said.code == .wrongUse, "\(command.name) \(reading) \(output.name) \(spelling)")
                        #expect(said.error.contains("\(output.name) would overwrite the input"), "\(said.error)")
                    }
                    pairs += 1
                }
            }
        }
        #expect(pairs > 30)
        #expect(try folder.text("in.csv") == "precious" && folder.leftovers.isEmpty)
    }

    @Test func `two outputs that are one file are wrong use in every command`() throws {
        for command in Tool.commands {
            let written = command.options.filter { $0.isWritten && $0.value == "FILE" }
            for (number, first) in written.enumerated() {
                for second in written[..<number] {
                    let said = Said(
                        [command.name, first.name, folder.path + "/a", second.name, folder.path + "/x/../a"])
                    #expect(said.code == .wrongUse && said.error.contains("would go to the same file"))
                }
            }
        }
        #expect(try folder.files() == ["small.jsonc"])
    }

    @Test func `the files of a network folder are inputs, other files in it are not`() throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/net", withIntermediateDirectories: true)
        try folder.write("id,lon,lat\na,116,24\nb,116.01,24\n", to: "net/nodes.csv")
        try folder.write("from,to,length_m,seconds\na,b,1000,100\nb,a,1000,100\n", to: "net/arcs.csv")
        try folder.write("id,node\na,a\nb,b\n", to: "net/p.csv")
        let (net, points) = (folder.path + "/net", folder.path + "/net/p.csv")
        let table = ["table", "--network", net, "--from", points, "--to", points, "--out"]
        for name in ["arcs.csv", "nodes.csv", "p.csv", "../net"] {
            #expect(Said(table + ["\(net)/\(name)"]).code == .wrongUse, "\(name)")
        }
        for _ in 0..<2 { #expect(Said(table + [net + "/times.csv"]).code == .done) }
        #expect(Said(["import", "csv", net, "--out", net + "/arcs.csv"]).code == .wrongUse)
        #expect(Said(["import", "csv", net, "--out", net + "/net.network"]).code == .done)
        // Of JEMSS every table in the folder is read.
        #expect(Said(["import", "jemss", net, "--facilities", net + "/new.csv"]).code == .wrongUse)
        #expect(try folder.text("net/arcs.csv").hasPrefix("from,to"))
    }

    @Test func `the files that a scenario names are inputs, also through a link to it`() throws {
        let text = try Folder.smallStreet()
        let start = try #require(text.range(of: "\"incident\": {"))
        let end = try #require(text.range(of: "\n  },", range: start.upperBound..<text.endIndex))
        let incident = text[text.index(before: start.upperBound)..<text.index(before: end.upperBound)]
        try FileManager.default.createDirectory(atPath: folder.path + "/real", withIntermediateDirectories: true)
        try folder.write(String(incident), to: "real/incident.jsonc")
        let scenario = text.replacingCharacters(
            in: start.lowerBound..<end.upperBound, with: "\"incident\": \"incident.jsonc\",")
        try folder.write(scenario, to: "real/s.jsonc")
        #expect(symlink("real/s.jsonc", folder.path + "/s.jsonc") == 0)
        #expect(Said(["check", folder.path + "/s.jsonc"]).code == .done)
        for (name, shown) in [("en", "would overwrite the input"), ("zh", "会覆盖输入")] {
            let said = Said([
                "coverage", folder.path + "/s.jsonc", "--svg", folder.path + "/real/incident.jsonc", "--lang", name,
            ])
            #expect(
                said.code == .wrongUse && said.error.contains("--svg") && said.error.contains(shown), "\(said.error)")
        }
        #expect(try folder.text("real/incident.jsonc") == String(incident))
    }

    @Test func `a result is not written into the folder it is made from`() throws {
        let result = folder.path + "/r"
        let street = ["run", folder.path + "/small.jsonc", "--replications", "1", "--quiet"]
        #expect(Said(street + ["--out", result]).code == .done)
        let before = try folder.contents("r")
        for name in [result, result + "/", folder.path + "/none/../r"] {
            let said = Said(["run", result + "/scenario.json", "--out", name])
            #expect(said.code == .wrongUse && said.error.contains("which holds the input"), "\(said.error)")
        }
        #expect(try folder.contents("r") == before)
        // Nor where the results of an interrupted run would replace it.
        try FileManager.default.moveItem(atPath: result, toPath: result + ".partial")
        let said = Said(["run", result + ".partial/scenario.json", "--out", result])
        #expect(said.code == .wrongUse && said.error.contains("if it is interrupted, would go to"))
        #expect(
            Said(["run", result + ".partial/scenario.json", "--quiet", "--out", folder.path + "/other"]).code == .done)
    }

    @Test(.enabled(if: Pingji.path != nil, "the executable pingji is not beside the tests; build it first"))
    func `standard output is an output too`() throws {
        let before = try folder.text("small.jsonc")
        let shell = ["/bin/sh", "-c", "exec \"$@\" >> small.jsonc", "sh"]
        let outcome = try Pingji.run(["check", "small.jsonc"], in: folder, through: shell)
        #expect(outcome.code == 64 && outcome.error.contains("standard output would go into the input small.jsonc"))
        #expect(try folder.text("small.jsonc") == before)
        // Nor is what is printed lost in a file that is written, or the other way round.
        let both = ["/bin/sh", "-c", "exec \"$@\" > both.txt", "sh"]
        let mixed = try Pingji.run(["coverage", "small.jsonc", "--svg", "both.txt"], in: folder, through: both)
        #expect(
            mixed.code == 64 && mixed.error.contains("--svg and standard output would go to the same file: both.txt"))
        #expect(try folder.files() == ["both.txt", "small.jsonc"] && folder.text("both.txt").isEmpty)
    }

    @Test func `nothing but outputs writes files`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        // What opens, makes, moves or removes files in Foundation and the C library.
        let writers = [
            "O_CREAT", "O_WRONLY", "O_RDWR", "fopen", "freopen", "mkstemp", "mkdir", "rename(", "unlink(", "symlink(",
            "link(",
            "truncate(", "createFile", "createDirectory", "createSymbolicLink", "removeItem", "moveItem", "copyItem",
            "replaceItem", "write(to", ".write(toFile", "FileHandle(forWriting", "FileHandle(forUpdating",
            "OutputStream",
        ]
        let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        let rooms = files.filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Results/") }
        #expect(rooms.count > 200)
        for file in rooms {
            let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
            for writer in writers { #expect(!text.contains(writer), "\(file) writes by \(writer)") }
            if file.hasPrefix("CommandLineTool/"), !file.hasSuffix("/ScenarioLoading.swift") {
                #expect(!text.contains("Scenario.load("), "\(file) does not tell outputs what the scenario reads")
            }
        }
    }
}
