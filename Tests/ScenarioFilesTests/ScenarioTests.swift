import Foundation
import Mobilization
import Organization
import Places
import RandomStreams
import TestSupport
import Testing
import Words

@testable import ScenarioFiles
@testable import WrittenFiles

/// The shipped scenarios, and what happens to somebody who slips while writing one.
@Suite struct ScenarioTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scenarios")

    private func path(_ name: String) -> String { Self.folder.appendingPathComponent(name).path }

    /// The reference street with one piece of its text replaced.
    private func faults(replacing old: String, with new: String) throws -> [Fault] {
        let text = try String(contentsOfFile: path("reference-street.jsonc"), encoding: .utf8)
        #expect(text.contains(old), "the reference street no longer says \(old)")
        let files = MemoryFiles(["/street.jsonc": text.replacingOccurrences(of: old, with: new)])
        do throws(FaultList) {
            _ = try Scenario.load("/street.jsonc", loader: ScenarioLoader(access: files))
            return []
        } catch { return error.faults }
    }

    private func expectFault(
        replacing old: String, with new: String, _ kind: Fault.Kind, path: String, nearest: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let faults = try faults(replacing: old, with: new)
        let found = faults.contains { fault in
            fault.problem.kind == kind && fault.path.hasSuffix(path) && fault.problem.nearest == nearest
                && fault.line > 1
        }
        #expect(found, "\(faults.map(\.text.en))", sourceLocation: sourceLocation)
    }

    @Test(arguments: ["meijiang-flood-night.jsonc", "reference-street.jsonc"])
    func `every shipped scenario is without fault`(name: String) throws {
        let scenario = try Scenario.load(path(name))
        #expect(!scenario.variantNames.isEmpty)
        #expect(scenario.experiment.variants == scenario.variantNames)
    }

    @Test func `every declared default decodes, as the schema shows`() {
        let title = LocalizedText(zh: "情景", en: "scenario")
        let schema = JSONWriter.line(ScenarioSchema.schema(title: title) { ScenarioHeader(&$0) })
        for key in ["unifiedCommand", "perListed", "messageReadLate", "dikePointsPerKilometer", "placeBlock"] {
            #expect(schema.contains("\"\(key)\""))
        }
    }

    @Test func `the flood night says what the district published`() throws {
        let scenario = try Scenario.load(path("meijiang-flood-night.jsonc"))
        guard case .figures(let figures) = scenario.place(of: 0, block: 0).form else {
            Issue.record("the place is not generated")
            return
        }
        #expect(figures.area == 570.9)
        #expect(figures.residents == 435_600)
        #expect(figures.streets.count { !$0.isTown } == 3)
        #expect(figures.streets.count { $0.isTown } == 4)
        #expect(figures.streets.reduce(0) { $0 + $1.communities + $1.villages } == 131)
        #expect(figures.grids == 490)
        #expect(figures.compounds == 226)
        #expect(figures.communityCenters == 45)
        let conditions = scenario.conditions(
            of: 0, names: scenario.place(of: 0, block: 0).names, replication: 0)
        #expect(conditions.incident.signals.map(\.level) == [.iv, .iii, .ii, .i])
        #expect(conditions.incident.signals.map(\.at) == [0, 12_600_000, 27_000_000, 64_800_000])
    }

    // MARK: Slips

    @Test func `a slip is reported where it stands, with the name that was meant`() throws {
        try expectFault(
            replacing: "\"span\": 2", with: "\"spam\": 2", .unknownKey, path: "plan.callOut.spam", nearest: "span")
        try expectFault(
            replacing: "[\"phoneTree\"]", with: "[\"phonetree\"]", .unknownName, path: "callOut.channels[0]",
            nearest: "phoneTree")
        try expectFault(
            replacing: "\"departments\": [\"police\", \"fire\"]", with: "\"departments\": [\"police\", \"fir\"]",
            .unknownName, path: "tasks.transfer.departments[1]", nearest: "fire")
        try expectFault(
            replacing: "\"baseline\": \"asIs\"", with: "\"baseline\": \"asis\"", .unknownName,
            path: "experiment.baseline", nearest: "asIs")
        try expectFault(
            replacing: "\"t80_min\"", with: "\"t80_mim\"", .unknownName, path: "experiment.decideOn[0]",
            nearest: "t80_min")
    }

    @Test func `a wrong unit, a number without one, and a value out of range are faults`() throws {
        try expectFault(
            replacing: "\"detect\": \"2 min\"", with: "\"detect\": \"2 km\"", .wrongType, path: "command.detect")
        try expectFault(replacing: "\"detect\": \"2 min\"", with: "\"detect\": 2", .wrongType, path: "command.detect")
        try expectFault(replacing: "\"span\": 2", with: "\"span\": 0", .outOfRange, path: "callOut.span")
        try expectFault(
            replacing: "\"span\": 2", with: "\"span\": { \"value\": 2, \"range\": [3, 8] }", .outOfRange,
            path: "callOut.span")
        try expectFault(
            replacing: "\"opened\": \"100%\"", with: "\"opened\": \"120%\"", .outOfRange, path: "fieldWork.opened")
    }

    @Test func `a variant that changes a key nobody knows is a fault`() throws {
        try expectFault(
            replacing: "{ \"unifiedCommand\": true }", with: "{ \"unifedCommand\": true }", .unknownKey,
            path: "plan.command.unifedCommand", nearest: "unifiedCommand")
        try expectFault(
            replacing: "\"asIs\": {}", with: "\"asIs\": { \"plam\": {} }", .unknownKey, path: "variants.asIs.plam",
            nearest: "plan")
    }

    @Test func `levels that do not rise, times that do not pass, and contradicting teams are faults`() throws {
        try expectFault(
            replacing: "[{ \"level\": \"II\", \"at\": \"0 min\" }]",
            with: "[{ \"level\": \"II\", \"at\": \"0 min\" }, { \"level\": \"III\", \"at\": \"5 min\" }]",
            .inconsistent, path: "incident.levels")
        try expectFault(
            replacing: "{ \"at\": \"4 h\", \"height\": \"5 m\" }", with: "{ \"at\": \"0 h\", \"height\": \"5 m\" }",
            .inconsistent, path: "incident.river")
        try expectFault(
            replacing:
                "\"minimum\": 3, \"full\": 3, \"needsLeader\": true, \"level\": \"II\", \"each\": 1,\n          \"tasks\": [\"warn\"]",
            with:
                "\"minimum\": 3, \"full\": 2, \"needsLeader\": true, \"level\": \"II\", \"each\": 1,\n          \"tasks\": [\"warn\"]",
            .inconsistent, path: "volunteerTeam.full")
        try expectFault(
            replacing: "\"each\": 1, \"lastResort\": true",
            with: "\"each\": 1, \"lastResort\": true, \"post\": \"seat\"",
            .inconsistent, path: "kinds.communityCrew")
    }

    // MARK: Places written out

    @Test func `an organization above itself, an unknown parent and two roots are faults`() throws {
        try expectFault(
            replacing: "\"parent\": \"district\"", with: "\"parent\": \"community\"", .inconsistent,
            path: "explicit.organization")
        try expectFault(
            replacing: "\"parent\": \"district\"", with: "\"parent\": \"distrikt\"", .unknownName,
            path: "explicit.organization", nearest: "district")
        try expectFault(
            replacing: "\"parent\": \"district\", ", with: "", .inconsistent,
            path: "explicit.organization.street.parent")
    }

    @Test func `a place without people, a grid no road leads to, and a grid that is none are faults`() throws {
        try expectFault(
            replacing: "{ \"from\": \"center\", \"to\": \"grid3\", \"length\": \"700 m\" },", with: "", .inconsistent,
            path: "explicit.grids[2].at")
        try expectFault(
            replacing: "{ \"node\": \"g3\", \"at\": \"grid3\"", with: "{ \"node\": \"street\", \"at\": \"grid3\"",
            .inconsistent, path: "explicit.grids[2].node")
        let text = try String(contentsOfFile: path("reference-street.jsonc"), encoding: .utf8)
        let start = try #require(text.range(of: "\"people\": ["))
        let end = try #require(text.range(of: "\"grids\": [", range: start.upperBound..<text.endIndex))
        let people = String(text[start.upperBound..<end.lowerBound])
        try expectFault(replacing: people, with: "],\n      ", .inconsistent, path: "explicit.people")
    }

    @Test func `a place is either generated or written out`() throws {
        try expectFault(
            replacing: "\"explicit\": {\n      \"points\"", with: "\"generate\": {}, \"explicit\": {\n      \"points\"",
            .missingKey, path: "generate.area")
        let faults = try faults(replacing: "\"explicit\": {", with: "\"explizit\": {")
        #expect(faults.contains { $0.problem.kind == .unknownKey && $0.problem.nearest == "explicit" })
    }

    // MARK: Drawing

    @Test func `variants share the values drawn for assumptions, and replications do not`() throws {
        let scenario = try Scenario.load(path("meijiang-flood-night.jsonc"))
        let names = scenario.place(of: 0, block: 0).names
        let first = scenario.conditions(of: 0, names: names, replication: 3)
        let same = scenario.conditions(of: 1, names: names, replication: 3)
        let other = scenario.conditions(of: 0, names: names, replication: 4)
        #expect(!first.drawn.isEmpty)
        #expect(first.drawn.map(\.path) == same.drawn.map(\.path))
        #expect(first.drawn.map(\.value) == same.drawn.map(\.value))
        #expect(first.drawn.map(\.value) != other.drawn.map(\.value))
        #expect(first.plan.command.unifiedCommand != same.plan.command.unifiedCommand)
    }

    @Test func `no value with a source is drawn, and every drawn value lies in its range`() throws {
        let scenario = try Scenario.load(path("meijiang-flood-night.jsonc"))
        let names = scenario.place(of: 0, block: 0).names
        let sourced = Set(scenario.inputs.filter { $0.source != nil }.map(\.path.description))
        #expect(sourced.contains("plan.callOut.retries"))
        for replication in 0..<20 as Range<UInt32> {
            let drawn = scenario.conditions(of: 0, names: names, replication: replication)
            #expect(drawn.drawn.allSatisfy { !sourced.contains($0.path) })
            #expect((3...8).contains(drawn.plan.callOut.span))
            #expect((0.05...0.15).contains(drawn.plan.command.missedOrder))
            #expect((5...8).contains(drawn.plan.teams.kinds.first { $0.code == "dikePatrol" }?.full ?? 0))
        }
    }

    @Test func `with Monte Carlo uncertainty alone every input is as written`() throws {
        var scenario = try Scenario.load(path("meijiang-flood-night.jsonc"))
        scenario.experiment.uncertainty = .monteCarlo
        let names = scenario.place(of: 0, block: 0).names
        let conditions = scenario.conditions(of: 0, names: names, replication: 7)
        #expect(conditions.drawn.isEmpty)
        #expect(conditions.plan.callOut.span == 5)
    }

    @Test func `every default without a source has a range, so that it is drawn and shown as assumed`() throws {
        let scenario = try Scenario.load(path("meijiang-flood-night.jsonc"))
        let bare = scenario.inputs.filter { $0.isDefault && $0.isAssumption && $0.range == nil }
        // What is left are settings of the experiment and shares no weather touches, which are decisions.
        let decisions = bare.filter { !$0.path.description.hasPrefix("experiment.") }.map(\.path.description)
        #expect(decisions == [])
    }
}
