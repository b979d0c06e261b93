import Foundation
import Results
import Testing

@Suite(.enabled(if: Pingji.path != nil, "the executable pingji is not beside the tests; build it first"))
struct RunTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private static let everyFile = [
        "comparison.csv", "coverage.csv", "datapackage.json", "evidence.csv", "grids.csv", "grids.geojson",
        "manifest.json", "mobilization.csv", "replications.csv", "scenario.json", "summary.csv", "tasks.csv",
        "teams.csv", "timings.json", "units.csv",
    ]

    @Test func `two runs in two processes on one and two workers differ in their cost only`() throws {
        let first = try Pingji.run(["run", "small.jsonc", "--workers", "1", "--out", "a"], in: folder)
        let second = try Pingji.run(["run", "small.jsonc", "--workers", "2", "--out", "b"], in: folder)
        #expect(first.code == 0 && second.code == 0 && first.error.isEmpty)
        #expect(try folder.files(in: "a") == Self.everyFile)
        #expect(try folder.files(in: "b") == Self.everyFile)
        for file in Self.everyFile where file != "timings.json" {
            #expect(try folder.read("a/\(file)") == folder.read("b/\(file)"), "\(file)")
        }
        #expect(first.output.replacingOccurrences(of: "a/:", with: "b/:") == second.output)
        #expect(folder.leftovers.isEmpty)
    }

    @Test func `the resolved scenario runs again with the same results`() throws {
        let options = ["--seed", "5", "--replications", "2", "--variant", "phoneOnly", "--variant=asIs", "--quiet"]
        #expect(try Pingji.run(["run", "small.jsonc", "--out", "a"] + options, in: folder).code == 0)
        #expect(try Pingji.run(["run", "a/scenario.json", "--out", "b", "--quiet"], in: folder).code == 0)
        // The manifest names its inputs, which are other files.
        for file in Self.everyFile where !["timings.json", "manifest.json"].contains(file) {
            #expect(try folder.read("a/\(file)") == folder.read("b/\(file)"), "\(file)")
        }
        let manifest = try ResultFolder(folder.path + "/b").manifest
        #expect(manifest.seed == 5 && manifest.replications == 2 && manifest.variants == ["asIs", "phoneOnly"])
    }

    @Test func `results go to a folder named after the scenario and say where they are`() throws {
        let outcome = try Pingji.run(["run", "./small.jsonc", "--replications", "1"], in: folder)
        #expect(outcome.code == 0 && outcome.output.contains("results/small/"))
        #expect(try folder.files(in: "results") == ["small"])
        #expect(try ResultFolder(folder.path + "/results/small").manifest.inputs.map(\.path) == ["small.jsonc"])
    }

    @Test func `quiet says nothing`() throws {
        let outcome = try Pingji.run(["run", "small.jsonc", "--replications", "1", "--quiet"], in: folder)
        #expect(outcome.code == 0 && outcome.output.isEmpty && outcome.error.isEmpty)
    }

    @Test func `a folder that is not a result is left alone`() throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/mine", withIntermediateDirectories: true)
        try folder.write("precious", to: "mine/notes.txt")
        let outcome = try Pingji.run(["run", "small.jsonc", "--out", "mine"], in: folder)
        #expect(outcome.code == 73 && outcome.error.contains("is not a pingji result"))
        #expect(try folder.files(in: "mine") == ["notes.txt"])
        #expect(try folder.text("mine/notes.txt") == "precious")
        #expect(folder.leftovers.isEmpty)
    }

    @Test func `a result is replaced whole`() throws {
        #expect(try Pingji.run(["run", "small.jsonc", "--out", "r", "--quiet"], in: folder).code == 0)
        try folder.write("old", to: "r/extra.txt")
        let again = ["run", "small.jsonc", "--out", "r", "--quiet", "--replications", "1"]
        #expect(try Pingji.run(again, in: folder).code == 0)
        #expect(try folder.files(in: "r") == Self.everyFile)
        #expect(try ResultFolder(folder.path + "/r").manifest.replications == 1)
    }

    @Test func `a folder of one letter is a folder`() throws {
        #expect(try Pingji.run(["run", "small.jsonc", "--out", "x", "--quiet"], in: folder).code == 0)
        #expect(try folder.files(in: "x").contains("summary.csv"))
    }

    @Test func `Ctrl-C keeps the replications finished in every variant`() throws {
        let planned = 400
        let outcome = try Pingji.run(
            ["run", "small.jsonc", "--replications", "\(planned)", "--workers", "2", "--out", "cut"], in: folder
        ) { process in
            // Simulating has begun when the folder for the results is there.
            for _ in 0..<600 where folder.leftovers.isEmpty { Thread.sleep(forTimeInterval: 0.05) }
            Thread.sleep(forTimeInterval: 0.5)
            process.interrupt()
        }
        #expect(outcome.code == 130 && outcome.error.contains("kept in cut"))
        let kept = try ResultFolder(folder.path + "/cut").manifest.replications
        #expect((1..<planned).contains(kept))
        #expect(outcome.output.contains("the \(kept) finished in every variant"))
        // They are what a run of so many replications gives.
        #expect(try Pingji.run(["run", "cut/scenario.json", "--out", "again", "--quiet"], in: folder).code == 0)
        #expect(try folder.read("cut/replications.csv") == folder.read("again/replications.csv"))
    }

    @Test func `the audit passes`() throws {
        #expect(try Pingji.run(["run", "small.jsonc", "--audit", "--quiet", "--out", "a"], in: folder).code == 0)
    }

    @Test func `a full disk is a write error`() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let outcome = try Pingji.run(["explain", "small.jsonc"], in: folder) { _ in }
        #expect(outcome.code == 0)
        let process = Process()
        process.executableURL = URL(filePath: try #require(Pingji.path))
        process.arguments = ["explain", "--measures"]
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 74)
    }

    @Test func `the map is GeoJSON with a feature for every grid`() throws {
        #expect(try Pingji.run(["run", "small.jsonc", "--out", "a", "--quiet"], in: folder).code == 0)
        let whole = try JSONSerialization.jsonObject(with: folder.read("a/grids.geojson")) as? [String: Any]
        let features = try #require(whole?["features"] as? [[String: Any]])
        #expect(whole?["type"] as? String == "FeatureCollection" && features.count == 2)
        let properties = try #require(features[0]["properties"] as? [String: Any])
        #expect(properties["path"] as? String == "tiny/street/community/g1")
        #expect(properties.keys.contains("minutes_phoneOnly"))
    }

    @Test func `every table reads back under its declaration`() throws {
        #expect(try Pingji.run(["run", "small.jsonc", "--out", "a", "--quiet"], in: folder).code == 0)
        let result = try ResultFolder(folder.path + "/a")
        #expect(result.manifest.tables == Self.everyFile.filter { $0.hasSuffix(".csv") })
        #expect(try result.summary().count > 90)
        #expect(try result.replications().count > 4 * 90)
        for table in [TableDeclaration.comparison, .mobilization, .coverage, .evidence] {
            #expect(try !result.rows(of: table).isEmpty)
        }
        let package =
            try JSONSerialization.jsonObject(with: result.contents(of: "datapackage.json").data) as? [String: Any]
        #expect((package?["resources"] as? [Any])?.count == 10)
    }
}

extension [UInt8] {
    fileprivate var data: Data { Data(self) }
}
