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

    /// Runs the program in a shell, in which `$P` is its path.
    private func shell(_ script: String) throws -> Pingji.Outcome {
        let launcher = ["/bin/sh", "-c", "P=\"$0\"; " + script]
        return try Pingji.run([], in: folder, through: launcher)
    }

    private func writeRoads() throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/net", withIntermediateDirectories: true)
        try folder.write("id,lon,lat\na,116.1,24.3\nb,116.11,24.3\n", to: "net/nodes.csv")
        try folder.write("from,to,length_m,class\na,b,1000,street\nb,a,1000,street\n", to: "net/arcs.csv")
        try folder.write("id,node\np,a\nq,b\n", to: "p.csv")
    }

    @Test(arguments: ["check small.jsonc", "new x", "run small.jsonc", "run \"$OLDPWD/small.jsonc\"", "import csv net"])
    func `in a folder that is gone a command says so and ends`(command: String) throws {
        let outcome = try shell("mkdir gone; cd gone; rmdir ../gone; timeout 20 \"$P\" \(command)")
        #expect(outcome.code == 66 && outcome.error.contains("the current folder is gone"), "\(outcome)")
        let whole = try shell("mkdir gone; cd gone; rmdir ../gone; timeout 20 \"$P\" check \"$OLDPWD/small.jsonc\"")
        #expect(whole.code == 0, "\(whole)")
    }

    @Test func `a result never takes the place of the folder that the shell is in`() throws {
        try #require(try run(into: "result").code == 0)
        for (place, target) in [("result", "."), ("result", "../result"), ("result/mine", "..")] {
            let before = try folder.read("result/timings.json")
            let outcome = try shell(
                "mkdir -p \(place); cd \(place); timeout 20 \"$P\" run \"$OLDPWD/small.jsonc\" --out \(target); e=$?; ls >/dev/null && exit $e"
            )
            #expect(outcome.code == 64 && outcome.error.contains("run it from elsewhere"), "\(outcome)")
            #expect(try folder.read("result/timings.json") == before)
        }
    }

    @Test func `standard output and an output that are one file are wrong use`() throws {
        try writeRoads()
        let commands = [
            ("import csv net --out x > x", ""), ("table --network net --from p.csv --to p.csv --out x > x", ""),
            ("coverage --network net --facilities p.csv --demand p.csv --svg x > x", ""),
            ("coverage --network net --facilities p.csv --demand p.csv --out x 2> x", ""),
            ("import csv net --out /dev/stdout > x", ""), ("import csv net --out /dev/stdout", "| cat"),
        ]
        for (command, reader) in commands {
            _ = try shell("{ \"$P\" \(command); echo $? > code; } \(reader)")
            #expect(try folder.text("code") == "64\n", "\(command)")
        }
    }

    @Test func `what is asked for on standard output goes there, be it a file or a pipe`() throws {
        try writeRoads()
        let table = "\"$P\" table --network net --from p.csv --to p.csv --out /dev/stdout"
        for script in [table, table + " | cat", table + " > x; cat x"] {
            #expect(try shell(script).output.hasPrefix(",p,q\np,0.000,"), "\(script)")
        }
    }

    @Test func `a file of the user's that is protected or belongs to a result stays, in every command`() throws {
        try writeRoads()
        try #require(try run(into: "result").code == 0)
        try folder.write("precious", to: "mine")
        chmod(folder.path + "/mine", 0o444)
        let before = try folder.contents("result")
        for target in ["mine", "result/summary.csv", "result/manifest.json"] {
            for command in [
                ["table", "--network", "net", "--from", "p.csv", "--to", "p.csv", "--out", target],
                ["coverage", "--network", "net", "--facilities", "p.csv", "--demand", "p.csv", "--svg", target],
                ["import", "csv", "net", "--out", target],
            ] {
                let outcome = try Pingji.run(command, in: folder)
                #expect(outcome.code == 73 && outcome.output.isEmpty, "\(command): \(outcome)")
            }
        }
        #expect(try folder.text("mine") == "precious" && folder.contents("result") == before)
        chmod(folder.path + "/result/summary.csv", 0o444)
        #expect(try run(into: "result").code == 73)
        let redirected = try shell(
            "\"$P\" run small.jsonc --replications 1 --out other > /dev/null && \"$P\" run small.jsonc --replications 1 --out other > other/summary.csv"
        )
        #expect(redirected.code == 73 && redirected.error.contains("other/summary.csv"))
    }

    @Test func `import replaces what import writes and nothing else`() throws {
        try folder.write(
            #"{"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Point","coordinates":[116.1,24.3]}}"#,
            to: "a.json")
        try folder.write("# Notes", to: "notes.md")
        try folder.write("id,lon,lat,mine\na,116.1,24.3,x\n", to: "notes.csv")
        try folder.write(#"{"type":"FeatureCollection","features":[]}"#, to: "mine.json")
        for target in ["notes.md", "notes.csv", "mine.json"] {
            let before = try folder.text(target)
            let outcome = try Pingji.run(["import", "geojson", "a.json", "--out", target], in: folder)
            #expect(outcome.code == 73 && outcome.error.contains("choose another name, or remove it first"))
            #expect(try folder.text(target) == before)
        }
        for target in ["a.out", "a.csv"] {
            for _ in 1...2 {
                #expect(
                    try Pingji.run(["import", "geojson", "a.json", "--out", target], in: folder).code == 0, "\(target)")
            }
        }
    }

    @Test func `a name that is none is wrong use, and one spelled as a folder is no file`() throws {
        try writeRoads()
        #expect(try Pingji.run(["import", "csv", "net", "--out", ""], in: folder).code == 64)
        #expect(try Pingji.run(["run", "small.jsonc", "--out", ""], in: folder).code == 64)
        #expect(try Pingji.run(["import", "csv", "net", "--out", "new/"], in: folder).code == 73)
        #expect(try !folder.files().contains("new"))
    }

    @Test func `a result folder is where its name leads, however it is spelled`() throws {
        for target in ["one/.", "./two/./", "none/../three", "four/five/.."] {
            #expect(try run(into: target).code == 0, "\(target)")
        }
        #expect(try folder.files() == ["four", "one", "small.jsonc", "three", "two"])
        for name in ["one", "two", "three", "four"] {
            #expect(try folder.files(in: name).contains("manifest.json"), "\(name)")
        }
        let root = try Pingji.run(["run", "small.jsonc", "--out", "/"], in: folder)
        #expect(root.code == 64 && !root.error.contains("//"), "\(root)")
    }

    @Test func `a refusal is not written into the input it is about`() throws {
        try writeRoads()
        let commands = [
            "table --network net --from p.csv --to p.csv 2>> p.csv",
            "table --network net --from p.csv --two p.csv 2>> p.csv",
            "table --network net --from p.csv --to p.csv 2>> net/nodes.csv", "check small.jsonc 2>> small.jsonc",
        ]
        let before = try [folder.text("p.csv"), folder.text("net/nodes.csv"), folder.text("small.jsonc")]
        for command in commands {
            #expect(try shell("\"$P\" \(command)").code == 64, "\(command)")
            #expect(
                try [folder.text("p.csv"), folder.text("net/nodes.csv"), folder.text("small.jsonc")] == before,
                "\(command)")
        }
    }

    @Test func `where hardly a file may be open that is said`() throws {
        let outcome = try shell("ulimit -n 4; exec \"$P\" run small.jsonc --replications 1 --out x")
        #expect(outcome.code == 74 && outcome.error.contains("ulimit -n"), "\(outcome)")
    }
}
