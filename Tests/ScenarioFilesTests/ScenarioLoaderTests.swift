import Foundation
import TestSupport
import Testing

@testable import ScenarioFiles
@testable import WrittenFiles

struct ScenarioLoaderTests {
    private func load(_ texts: [String: String], _ change: (inout MemoryFiles) -> Void = { _ in }) -> LoadedScenario {
        var files = MemoryFiles(texts)
        change(&files)
        return ScenarioLoader(access: files).load("/s/a.jsonc")
    }

    @Test func `sections are put in the place of their paths, and everything knows its own file`() {
        let scenario = load([
            "/s/a.jsonc": #"{ "$schema": "x", "title": "t", "plan": "plans/p.jsonc", "place": { "name": "plan" } }"#,
            "/s/plans/p.jsonc": "// plan\n{ \"$schema\": \"y\", \"callOut\": { \"span\": 5 } }",
        ])
        #expect(scenario.faults.isEmpty)
        #expect(
            JSONWriter.line(scenario.tree)
                == #"{ "title": "t", "plan": { "callOut": { "span": 5 } }, "place": { "name": "plan" } }"#)
        #expect(scenario.files.map(\.path) == ["/s/a.jsonc", "/s/plans/p.jsonc"])
        let span = scenario.tree["plan"]?["callOut"]?["span"]?.position
        #expect(span?.file == 1)
        #expect(span.map { scenario.files[1].lineAndColumn(at: Int($0.offset)) } ?? (0, 0) == (2, 40))
    }

    @Test func `only sections are paths`() {
        let scenario = load([
            "/s/a.jsonc": #"{ "title": "plans/p.jsonc", "plan": { "plan": "plans/p.jsonc", "place": "x" } }"#
        ])
        #expect(scenario.faults.isEmpty)
        #expect(scenario.files.count == 1)
    }

    @Test func `paths are relative to the file that names them`() {
        let scenario = load([
            "/s/a.jsonc": #"{ "experiment": "lab/e.jsonc" }"#,
            "/s/lab/e.jsonc": #"{ "variants": { "x": { "plan": "../plans/p.jsonc" }, "y": { "plan": "p.jsonc" } } }"#,
            "/s/plans/p.jsonc": #"{ "a": 1 }"#, "/s/lab/p.jsonc": #"{ "a": 2 }"#,
        ])
        #expect(scenario.faults.isEmpty, "\(scenario.faults.lines)")
        #expect(
            JSONWriter.line(scenario.tree) == #"{ "experiment": { "variants": { "#
                + #""x": { "plan": { "$replace": true, "a": 1 } }, "y": { "plan": { "$replace": true, "a": 2 } } } } }"#
        )
        #expect(scenario.files.map(\.path).last == "/s/lab/p.jsonc")
    }

    @Test func `a file named twice is read and reported once`() {
        let scenario = load([
            "/s/a.jsonc":
                #"{ "plan": "p.jsonc", "experiment": { "variants": { "#
                + #""x": { "plan": "p.jsonc" }, "y": { "plan": "./p.jsonc" } } } }"#,
            "/s/p.jsonc": #"{ "a": NaN }"#,
        ])
        #expect(scenario.files.count == 2)
        #expect(scenario.faults.places == ["1:8 syntax"])
    }

    @Test func `faults of all files are listed together, each with its path`() {
        let scenario = load([
            "/s/a.jsonc": #"{ "place": "b.jsonc", "incident": "none.jsonc", "plan": "c.jsonc", "title": 01 }"#,
            "/s/b.jsonc": #"{ "x": {"#, "/s/c.jsonc": #"{ "y": [1e999] }"#,
        ])
        #expect(
            scenario.faults.lines == [
                #"/s/a.jsonc:1:35: incident: there is no file "/s/none.jsonc""#,
                "/s/a.jsonc:1:77: title: 01 is no number that can be used, "
                    + "expected a finite decimal number such as 0.5",
                #"/s/b.jsonc:1:9: place.x: the file ends inside what was opened at 1:8, expected }"#,
                "/s/c.jsonc:1:9: plan.y[0]: the number 1e999 is too large, "
                    + "expected a number below 1e300 in size",
            ])
    }

    @Test(arguments: [
        ("/s/p.jsonc", Fault.Kind.fileRefused), ("../p.jsonc", .fileRefused), ("x/../../p.jsonc", .fileRefused),
        ("../s2/p.jsonc", .fileRefused), ("none.jsonc", .fileMissing), ("", .fileMissing), ("pipe", .fileRefused),
        ("link.jsonc", .fileRefused), ("a.jsonc", .fileRefused), ("folderlink/p.jsonc", .fileRefused),
        ("p\\u0001", .fileMissing),
    ])
    func `a path that must not be followed is a fault where it stands`(_ path: String, _ kind: Fault.Kind) {
        let scenario = load([
            "/s/a.jsonc": "{ \"title\": 1,\n \"plan\": \"\(path)\" }", "/p.jsonc": "{}", "/s/p.jsonc": "{}",
            "/s2/p.jsonc": "{}",
        ]) { files in
            files.links = ["/s/link.jsonc": "/p.jsonc", "/s/folderlink": "/"]
            files.devices = ["/s/pipe"]
        }
        #expect(scenario.faults.places == ["2:10 \(kind)"], "\(scenario.faults.lines)")
        #expect(scenario.faults.faults.first?.path == "plan")
    }

    @Test func `links and detours inside the folder are fine`() {
        let scenario = load(["/s/a.jsonc": #"{ "plan": "x/../link.jsonc" }"#, "/s/real/p.jsonc": "{}"]) {
            $0.links = ["/s/link.jsonc": "/s/real/p.jsonc"]
        }
        #expect(scenario.faults.isEmpty, "\(scenario.faults.lines)")
    }

    @Test func `a scenario that leads back to itself is a fault`() {
        let scenario = load([
            "/s/a.jsonc": #"{ "experiment": "e.jsonc" }"#,
            "/s/e.jsonc": #"{ "variants": { "x": { "experiment": "e.jsonc" }, "y": { "plan": "a.jsonc" } } }"#,
        ])
        #expect(
            scenario.faults.faults.map { "\($0.path) \($0.problem.kind)" } == [
                "experiment.variants.x.experiment fileRefused", "experiment.variants.y.plan fileRefused",
            ])
        #expect(scenario.faults.lines.allSatisfy { $0.contains("names itself") })
    }

    @Test func `a missing scenario and one that is no file are faults of the whole file`() {
        let missing = ScenarioLoader(access: MemoryFiles([:])).load("x.jsonc")
        #expect(missing.faults.lines == [#"x.jsonc:1:1: there is no file "x.jsonc""#])
        #expect(missing.faults.faults[0].problem.kind == .fileMissing)
        var files = MemoryFiles([:])
        files.devices = ["/dev/zero"]
        let device = ScenarioLoader(access: files).load("/dev/zero")
        #expect(device.faults.faults[0].problem.kind == .fileRefused)
    }

    @Test func `one large file, and many files together, are refused unread`() {
        var limits = ReadingLimits()
        limits.fileBytes = 60
        limits.totalBytes = 100
        let texts = [
            "/s/a.jsonc": #"{ "place": "b.jsonc", "plan": "c.jsonc" }"#,
            "/s/b.jsonc": String(repeating: " ", count: 61),
            "/s/c.jsonc": "[" + String(repeating: " ", count: 50) + "]",
        ]
        let one = ScenarioLoader(access: MemoryFiles(texts), limits: limits).load("/s/a.jsonc")
        #expect(one.faults.places == ["1:12 tooLarge"])
        limits.fileBytes = 70
        limits.totalBytes = 41 + 61 + 51
        let many = ScenarioLoader(access: MemoryFiles(texts), limits: limits).load("/s/a.jsonc")
        #expect(many.faults.places.contains("1:31 tooLarge"))
        #expect(!many.faults.places.contains("1:12 tooLarge"))
    }

    @Test func `the resolved scenario loads as the same scenario without the other files`() {
        let whole = load([
            "/s/a.jsonc":
                #"{ "plan": "p.jsonc", "experiment": { "variants": { "#
                + #""x": { "plan": "q.jsonc" }, "y": { "plan": { "a": 3 } } } } }"#,
            "/s/p.jsonc": #"{ "a": 1, "b": 1 }"#, "/s/q.jsonc": #"{ "a": 2 }"#,
        ])
        let alone = load(["/s/a.jsonc": JSONWriter.document(whole.tree)])
        #expect(alone.faults.isEmpty)
        #expect(JSONWriter.document(alone.tree) == JSONWriter.document(whole.tree))
        for (name, plan) in [("x", #"{ "a": 2 }"#), ("y", #"{ "a": 3, "b": 1 }"#)] {
            let patch = alone.tree["experiment"]?["variants"]?[name] ?? JSONNode(.null)
            #expect(alone.tree.patched(by: patch)["plan"].map { JSONWriter.line($0) } == plan)
        }
    }

    @Test func `a section that could not be read is silent`() {
        let files = MemoryFiles([
            "/s/a.jsonc": #"{ "plan": "p.jsonc", "place": { "x": "y" } }"#, "/s/p.jsonc": "{ \"a\": ",
        ])
        let scenario = ScenarioLoader(access: files).load("/s/a.jsonc")
        let decoder = DocumentDecoder(faults: scenario.faults)
        decoder.decode(scenario.tree) { reader in
            reader.section("plan") { plan in
                let number = plan.value("a", .integer)
                if number == 0 { plan.fault(.inconsistent(zh: "zero", en: "zero")) }
            }
            reader.section("place") { _ = $0.value("x", .integer) }
        }
        #expect(
            decoder.faults.faults.map { "\($0.file) \($0.problem.kind)" } == [
                "/s/a.jsonc wrongType", "/s/p.jsonc syntax",
            ])
    }

    @Test func `a huge file is refused by its size`() throws {
        try withFolder { folder in
            try Data().write(to: URL(fileURLWithPath: folder + "/huge"))
            #expect(truncate(folder + "/huge", 200 << 20) == 0)
            let scenario = ScenarioLoader().load(folder + "/huge")
            #expect(scenario.faults.faults.map(\.problem.kind) == [.tooLarge])
        }
    }

    @Test func `a scenario on disk names its files as the user would`() throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/plans", withIntermediateDirectories: true)
            try Data(#"{ "plan": "plans/p.jsonc", "place": "../etc" }"#.utf8).write(
                to: URL(fileURLWithPath: folder + "/a.jsonc"))
            try Data("{ \"a\": NaN }".utf8).write(to: URL(fileURLWithPath: folder + "/plans/p.jsonc"))
            let scenario = ScenarioLoader().load(folder + "/a.jsonc")
            #expect(scenario.faults.faults.map(\.file) == [folder + "/a.jsonc", folder + "/plans/p.jsonc"])
        }
    }
}
