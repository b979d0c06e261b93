import CommandLineTool
import Foundation
import Reports
import Testing
import Words

@Suite struct CommandTextTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    @Test(arguments: ["run", "check", "explain", "new", "schema", "help"], ["en", "zh"])
    func `every command has help with an example`(command: String, language: String) {
        for arguments in [[command, "--help"], ["help", command], ["--help", command]] {
            let said = Said(arguments + ["--lang", language])
            #expect(said.code == .done && said.error.isEmpty)
            #expect(said.output.contains("pingji \(command)") && said.output.contains("--lang zh|en"))
            #expect(said.output.contains(language == "en" ? "Example" : "例："))
        }
        #expect(Said([command, "--nonsense", "-h"]).code == .done)
    }

    @Test func `the overview lists every command`() {
        let said = Said(["--help"])
        #expect(said.code == .done)
        #expect(["run", "check", "explain", "new", "schema", "help"].allSatisfy { said.output.contains("  \($0)") })
        #expect(Said([]).error == said.output)
        #expect(Said(["--version"]).output == "pingji \(Tool.version)\n")
    }

    @Test(arguments: [
        ([:], "there is no command"), (["LANG": "zh_CN.UTF-8"], "没有命令"), (["LANG": "C"], "there is no command"),
        (["LC_ALL": "en_US", "LANG": "zh_CN"], "there is no command"), (["LC_ALL": "", "LC_MESSAGES": "zh"], "没有命令"),
    ])
    func `the language is the locale's`(environment: [String: String], text: String) {
        #expect(Said(["nothing"], environment: environment).error.contains(text))
        #expect(Said(["nothing", "--lang=zh"], environment: environment).error.contains("没有命令"))
    }

    @Test func `the schema is printed as it is kept, in either language, and takes no argument`() throws {
        let kept = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "scenarios/scenario.schema.json")
        let said = Said(["schema", "--lang", "zh"])
        #expect(said.code == .done && said.error.isEmpty)
        #expect(said.output == Said(["schema"]).output)
        #expect(try said.output == String(contentsOf: kept, encoding: .utf8))
        #expect(Said(["schema", "x.jsonc"]).code == .wrongUse)
    }

    @Test func `measures are listed with unit and definition`() {
        let said = Said(["explain", "--measures"])
        #expect(said.code == .done)
        for name in ["authorize_min", "t80_min", "deadline_missed", "coverage_15min", "stage_travel_min"] {
            #expect(said.output.contains("\n" + name + " ") || said.output.hasPrefix(name + " "))
        }
        #expect(Said(["explain", "--measures", "--lang", "zh"]).output.contains("从首个信号到首个命令"))
    }

    @Test func `explain tells sizes, switches, sources and assumptions`() throws {
        let said = Said(["explain", folder.path + "/small.jsonc"])
        #expect(said.code == .done)
        for text in [
            "asIs (baseline), twin, phoneOnly", "residents               900", "29 names, which are 26 people",
            "community workers     5", "Level III (3 posts)", "2 tasks, 12 households", "1 task, 1 resident",
            "plan.command.unifiedCommand = false", "plan.teams.patience = \"30 min\"",
            "assumption, range [\"15 min\", \"60 min\"]", "source: Yeo 2023", "(default)",
        ] { #expect(said.output.contains(text), "\(text)") }
        let chinese = Said(["explain", folder.path + "/small.jsonc", "--lang", "zh"])
        #expect(chinese.output.contains("29个名字，实为26人") && chinese.output.contains("III级（岗位3个）"))
    }

    @Test func `a summary is in the language asked for`() {
        let street = folder.path + "/small.jsonc"
        let english = Said(["run", street, "--replications", "2", "--out", folder.path + "/a"])
        #expect(english.output.hasPrefix("Small street\n") && english.output.contains("From names on lists"))
        let chinese = Said(["run", street, "--replications", "2", "--out", folder.path + "/a", "--lang", "zh"])
        #expect(chinese.output.hasPrefix("小街\n") && chinese.output.contains("从名册到在岗"))
        #expect(chinese.output.contains("与基准完全相同"))
    }

    @Test func `progress is shown on a terminal only`() {
        let arguments = ["run", folder.path + "/small.jsonc", "--replications", "2", "--out", folder.path + "/a"]
        let shown = Said(arguments, errorIsTerminal: true)
        #expect(shown.error.contains("6 of 6 runs") && shown.error.hasSuffix("\r"))
        #expect(Said(arguments).error.isEmpty)
        #expect(Said(arguments + ["--quiet"], errorIsTerminal: true).error.isEmpty)
    }

    @Test func `a new scenario passes the check and runs`() throws {
        let name = folder.path + "/my \"own\" 区"
        let said = Said(["new", name])
        #expect(said.code == .done && said.output.contains("pingji run"))
        let check = Said(["check", name + ".jsonc"])
        #expect(check.code == .done && check.output.contains("ok (9,000 residents"))
        let run = Said([
            "run", name + ".jsonc", "--replications", "1", "--variant", "asIs", "--out", folder.path + "/n",
        ])
        #expect(run.code == .done && run.output.hasPrefix("my \"own\" 区\n"))
        #expect(Said(["new", name + ".jsonc"]).code == .cannotCreate)
    }

    @Test(arguments: [60, 80, 100, 200], ["en", "zh"])
    func `no line is wider than the terminal, of any command's help or text`(columns: Int, language: String) {
        let commands = ["run", "check", "explain", "new", "schema", "validate", "import", "table", "coverage", "help"]
        let street = folder.path + "/small.jsonc"
        let run = [
            "run", street, "--replications", "2", "--variant", "asIs", "--variant", "phoneOnly", "--out",
            folder.path + "/w",
        ]
        let texts =
            commands.map { [$0, "--help"] } + [["explain", "--measures"], ["--help"], ["explain", street], run]
        for arguments in texts {
            let said = Said(arguments + ["--lang", language]) { $0.terminalColumns = { columns } }
            #expect(said.code == .done)
            for line in said.output.split(separator: "\n") where DisplayWidth.of(String(line)) > columns {
                // A word of its own, such as a path, is never broken.
                let words = line.split(separator: " ")
                #expect(words.contains { DisplayWidth.of(String($0)) + 8 > columns }, "\(line)")
            }
        }
    }

    @Test func `COLUMNS goes before the terminal`() {
        func widest(_ environment: [String: String]) -> Int {
            let said = Said(["explain", "--measures"], environment: environment) { $0.terminalColumns = { 80 } }
            return said.output.split(separator: "\n").map { DisplayWidth.of(String($0)) }.max() ?? 0
        }
        #expect((71...80).contains(widest([:])) && (121...150).contains(widest(["COLUMNS": "150"])))
    }

    @Test(arguments: [
        ("平急 演练", "'平急 演练.jsonc'"), ("it's", #"'it'\''s.jsonc'"#), ("平急", "平急.jsonc"), ("$HOME", "'$HOME.jsonc'"),
        ("my.district", "my.district.jsonc"), ("a;b", "'a;b.jsonc'"),
    ])
    func `what new tells to type next works when it is pasted`(name: String, word: String) throws {
        let said = Said(["new", folder.path + "/" + name])
        let path = folder.path + "/"
        let expected = word.hasPrefix("'") ? "'" + path + word.dropFirst() : path + word
        #expect(said.code == .done && said.output.contains("pingji explain \(expected)   "))
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", "test -f \(expected)"]
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
    }

    @Test(arguments: [".", "..", "...", "/", ".jsonc", " ", "", "a/", "a/..", "x\ny", ".hidden"])
    func `a name that leaves no title is refused`(name: String) throws {
        let said = Said(["new", name.isEmpty ? name : folder.path + "/" + name])
        #expect(said.code == .wrongUse && said.output.isEmpty, "\(said.error)")
        #expect(try folder.files() == ["small.jsonc"])
    }

    @Test func `a scenario has comments, so its file is no plain JSON`() {
        let said = Said(["new", folder.path + "/a.json"])
        #expect(said.code == .wrongUse && said.error.contains("a.jsonc"))
    }

    @Test func `an unknown name gets the list and the nearest, in both languages`() {
        for (language, near) in [("en", "did you mean run"), ("zh", "是否想写 run")] {
            let said = Said(["rum", "--lang", language])
            #expect(said.error.contains("run, check, explain") || said.error.contains("run、check、explain"))
            #expect(said.error.contains(near))
        }
    }

    @Test func `a clock that does not fit the place is a warning and nothing worse`() throws {
        try folder.writeStreet("far.jsonc", [("T20:00+08:00", "T20:00:00.500Z")])
        for (language, mark) in [("en", "warning: "), ("zh", "提醒：")] {
            for command in [
                ["check"], ["explain"], ["run", "--replications", "1", "--quiet", "--out", folder.path + "/f"],
            ] {
                let said = Said(command + [folder.path + "/far.jsonc", "--lang", language])
                #expect(said.code == .done && said.error.hasPrefix(mark) && said.error.contains("incident.firstSignal"))
                #expect(said.error.contains("+00:00") && said.error.contains("+08:00"))
            }
        }
        #expect(Said(["check", folder.path + "/small.jsonc"]).error.isEmpty)
    }

    @Test func `a value given twice is a slip, and so is an option for which there is nothing to do`() throws {
        let street = folder.path + "/small.jsonc"
        for arguments in [
            ["run", street, "--variant", "asIs", "--variant", "asIs"], ["validate", "--check", "md1", "--check=md1"],
            ["validate", "--seed", "1", "--seed", "01"],
        ] {
            let said = Said(arguments)
            #expect(said.code == .wrongUse && said.error.contains("given twice with the value"), "\(arguments)")
        }
        let files = ["--network", "n", "--from", "a", "--to", "b", "--facilities", "c", "--demand", "d"]
        for (command, own) in [("table", files.prefix(6)), ("coverage", files.prefix(2) + files.suffix(4))] {
            let said = Said([command, "--emergency", "--mode", "walk"] + own)
            #expect(said.code == .wrongUse && said.error.contains("--mode car only"), "\(said.error)")
        }
        #expect(Said(["coverage", "--matrix", "m", "--datum", "gcj02"]).code == .wrongUse)
    }

    @Test func `options without effect on the files at hand are told`() throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/net", withIntermediateDirectories: true)
        try folder.write("id,lon,lat\na,116.1,24.3\nb,116.11,24.3\n", to: "net/nodes.csv")
        try folder.write("from,to,length_m,class\na,b,1000,street\nb,a,1000,street\n", to: "net/arcs.csv")
        try folder.write("id,node\np,a\nq,b\n", to: "nodes.csv")
        try folder.write("id,lon,lat\np,116.1,24.3\n", to: "points.csv")
        try folder.write("from,to\na,b\n", to: "closed.csv")
        func table(_ more: [String], from: String = "nodes.csv") -> Said {
            Said(
                ["table", "--network", folder.path + "/net", "--from", folder.path + "/" + from, "--to"]
                    + [folder.path + "/nodes.csv"] + more)
        }
        #expect(table(["--datum", "wgs84"]).error.contains("--datum changes nothing"))
        #expect(table(["--datum", "wgs84"], from: "points.csv").error.isEmpty)
        let closed = table(["--closures", folder.path + "/closed.csv", "--at", "1 h"])
        #expect(closed.code == .done && closed.error.contains("--at changes nothing"))
    }

    @Test func `a moment after the simulation is told to be one`() {
        for (moment, isTold) in [("1 h", false), ("200 h", true)] {
            let said = Said(["coverage", Self.meijiang, "--at", moment])
            #expect(said.code == .done && said.error.contains("--at lies beyond the 48:00") == isTold, "\(said.error)")
        }
    }

    private static let meijiang =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/scenarios/meijiang-flood-night.jsonc"

    @Test func `another baseline than the scenario's is said`() {
        let run = ["run", folder.path + "/small.jsonc", "--replications", "1", "--out", folder.path + "/b", "--quiet"]
        let said = Said(run + ["--variant", "twin", "--variant", "phoneOnly"])
        #expect(said.error.hasSuffix("the baseline asIs is not run, so the others are compared with twin\n"))
        #expect(Said(run + ["--variant", "twin", "--variant", "asIs"]).error.isEmpty)
        #expect(Said(run + ["--variant", "twin"]).error.isEmpty)
    }

    @Test func `all options that are missing are named at once`() {
        for name in ["--network", "--from", "--to"] { #expect(Said(["table"]).error.contains("\(name) is missing")) }
        let said = Said(["coverage", "--network", "x", "--lang", "zh"])
        #expect(said.code == .wrongUse && said.error.contains("--facilities、--demand"))
    }

    @Test func `files that hold nothing are not named as worth a look`() {
        let run = ["run", folder.path + "/small.jsonc", "--replications", "1", "--out", folder.path + "/b"]
        let all = Said(run).output
        #expect(all.contains("comparison.csv (") && all.contains("grids.geojson ("))
        #expect(!Said(run + ["--variant", "asIs"]).output.contains("comparison.csv"))
    }

    @Test func `a file used twice has its say once`() throws {
        try folder.write("id,lon,lat,color\np,116.1,24.3,red\n", to: "p.csv")
        let path = folder.path + "/p.csv"
        for command in [
            ["table", "--straight", "1", "--from", path, "--to", path],
            ["coverage", "--straight", "1", "--facilities", path, "--demand", path],
        ] {
            let lines = Said(command).error.split(separator: "\n")
            #expect(Set(lines).count == lines.count && lines.count { $0.contains("color") } == 1, "\(lines)")
        }
    }

    @Test(arguments: [60, 80], ["en", "zh"])
    func `what an import found is as wide as it may be`(columns: Int, language: String) throws {
        let osm = """
            <osm version='0.6'><node id='1' lat='24.3' lon='116.1'/><node id='2' lat='24.3' lon='116.101'/><way id='1'>
            <nd ref='1'/><nd ref='2'/><tag k='highway' v='residential'/><tag k='maxspeed:conditional' v='30 @ (07:00-09:00)'/>
            <tag k='access:conditional' v='no @ (22:00-06:00)'/></way></osm>
            """
        try folder.write(osm, to: "a.osm")
        let said = Said(["import", "osm", folder.path + "/a.osm", "--lang", language]) {
            $0.terminalColumns = { columns }
        }
        #expect(said.code == .done)
        for line in said.output.split(separator: "\n").dropFirst() {
            #expect(DisplayWidth.of(String(line)) <= columns, "\(line)")
        }
    }
}
