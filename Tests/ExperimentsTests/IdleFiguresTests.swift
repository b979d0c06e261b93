import Foundation
import Organization
import ScenarioFiles
import Testing
import Words
import WrittenFiles

@testable import Experiments

/// The fork of `IdleRulesTests`, made to have a use for every figure, until one piece of its text is replaced.
@Suite struct IdleFiguresTests {
    private static let text = IdleRulesTests.text
        .replacingOccurrences(
            of: #""roads": ["#, with: #""heights": { "home": "3 m", "fork": "3 m" }, "roads": ["#
        )
        .replacingOccurrences(of: #""each": 2, "tasks": ["warn"]"#, with: #""each": 2, "post": "seat""#)

    private func check(_ changes: [(String, String)]) throws -> (faults: [Fault], warnings: [Fault]) {
        var text = Self.text
        for (old, new) in changes {
            try #require(text.contains(old), "the fork has no \(old)")
            text = text.replacingOccurrences(of: old, with: new)
        }
        do throws(FaultList) {
            let scenario = try Scenario.load("f.jsonc", loader: ScenarioLoader(access: OneFile(text: text)))
            let check = ScenarioCheck(scenario)
            return (check.faults.faults, check.warnings.faults)
        } catch {
            return (error.faults, [])
        }
    }

    @Test func `where every figure is asked for nothing is warned of`() throws {
        let found = try check([])
        #expect(found.faults.isEmpty)
        #expect(found.warnings.isEmpty, "\(found.warnings.map(\.text.en))")
    }

    @Test(arguments: [
        // Teams and plan.
        (#""full": 3, "level": "II""#, #""full": 3, "level": "I""#, "plan.teams.kinds.crew.level", "never reaches"),
        (#""minimum": 2, "full": 3"#, #""minimum": 50, "full": 60"#, "plan.teams.kinds.crew.minimum", "at most the 6"),
        (#""minimum": 2,"#, #""minimum": 2, "needsLeader": true,"#, "plan.teams.kinds.crew.needsLeader", "can lead"),
        (#""post": "seat""#, #""post": "dikePoint""#, "plan.teams.kinds.crew.post", "nowhere to hold"),
        (#""post": "seat""#, #""lastResort": true"#, "plan.teams.kinds.crew.lastResort", "without lastResortAfter"),
        (
            #""callOut": {"#, #""dispatch": { "lastResortAfter": "1 h" }, "callOut": {"#,
            "plan.dispatch.lastResortAfter",
            "no crew of last resort"
        ),
        (
            #""callOut": {"#, #""conversion": { "street": { "from": "I" } }, "callOut": {"#,
            "plan.conversion.street.from", "never reaches"
        ),
        (
            #""callOut": {"#, #""callOut": { "answers": { "gridWorker": { "willing": 0.5 } },"#,
            "plan.callOut.answers.gridWorker", "is ever called"
        ),
        // Water.
        (
            #""passableDepth": { "car": "0.3 m" }"#, #""passableDepth": { "car": "0.3 m", "boat": "1 m" }"#,
            "incident.passableDepth.boat", "by boat"
        ),
        (#""home": "3 m", "fork": "3 m""#, "", "incident.passableDepth.car", "ever so deep"),
        (#""lowestHomes": "4 m""#, #""lowestHomes": "90 m""#, "place.explicit.grids[0].lowestHomes", "never stands"),
        (#", "lowestHomes": "4 m""#, "", "place.explicit.grids[0].lowHouseholds", "without lowestHomes"),
        // Closures.
        (#""modes": ["car"]"#, #""modes": ["boat"]"#, "incident.closures[1].modes", "by boat"),
        // Experiment.
        (
            #""horizon": "12 h","#, #""horizon": "12 h", "decideOn": ["everyday_wait_min"],"#,
            "experiment.decideOn[0]", "no calls come"
        ),
        (
            #""horizon": "12 h","#, #""horizon": "12 h", "decideOn": ["t80_level_iv_min"],"#, "experiment.decideOn[0]",
            "never reaches"
        ),
        (
            #""passableDepth": { "car": "0.3 m" },"#, #""passableDepth": { "car": "0.3 m", "eBike": "0.2 m" },"#,
            "incident.passableDepth.eBike", "nobody travels by eBike"
        ),
        (
            #""passableDepth": { "car": "0.3 m" },"#,
            #""passableDepth": { "car": "0.3 m" }, "weather": { "walk": 0 },"#,
            "incident.weather.walk", "does not move at all"
        ),
        (
            #""passableDepth": { "car": "0.3 m" },"#,
            #""passableDepth": { "car": "0.3 m" }, "responseTarget": "13 h","#,
            "incident.responseTarget", "at the end of the run or after it"
        ),
        (
            #""callOut": {"#, #""callOut": { "channels": ["groupMessage"], "span": 3,"#, "plan.callOut.span",
            "channels has no phoneTree"
        ),
        (
            #""horizon": "12 h","#, #""horizon": "12 h", "decideOn": ["circle_10min"],"#, "experiment.decideOn[0]",
            "no service center"
        ),
        (
            #""horizon": "12 h","#, #""horizon": "12 h", "decideOn": ["gate_posts_staffed"],"#,
            "experiment.decideOn[0]",
            "no compounds"
        ),
        (
            #""horizon": "12 h","#,
            #""horizon": "12 h", "variants": { "asIs": {}, "a": { "plan": { "roads": { "whenClosed": "wait" } } }, "b": { "plan": { "roads": { "whenClosed": "wait" } } } },"#,
            "experiment.variants.b", "differs in nothing from the variant"
        ),
        (#""horizon": "12 h","#, #""horizon": "12 h", "placeBlock": 5,"#, "experiment.placeBlock", "not drawn anew"),
        (#""horizon": "12 h","#, #""horizon": "12 h", "warmUp": "1 h","#, "experiment.warmUp", "no calls come"),
        (
            #""code": "fork","#, #""code": "fork", "stations": { "desk": { "units": 1 } },"#, "place.stations.desk",
            "no calls come"
        ),
        (
            #""horizon": "12 h","#, #""horizon": "12 h", "variants": { "asIs": {}, "twin": {} },"#,
            "experiment.variants.twin", "differs in nothing"
        ),
        (
            #""horizon": "12 h","#,
            #""horizon": "12 h", "variants": { "asIs": {}, "twin": { "plan": { "roads": { "whenClosed": "reroute" } } } },"#,
            "experiment.variants.twin", "differs in nothing"
        ),
    ])
    func `a figure nothing asks for is warned of where it is written`(
        old: String, new: String, path: String, says: String
    ) throws {
        let found = try check([(old, new)])
        #expect(found.faults.isEmpty, "\(found.faults.map(\.text.en))")
        let warning = try #require(
            found.warnings.first { $0.path == path }, "\(found.warnings.map(\.text.en))")
        #expect(warning.text.en.contains(says) && warning.line > 1, "\(warning.text.en)")
    }

    @Test func `a mode that uses none of the roads a closure closes is warned of`() throws {
        let found = try check([
            (#""length": "300 m", "name": "River Lane""#, #""length": "300 m", "class": "path", "name": "River Lane""#),
            (#""to": "bend", "length": "200 m""#, #""to": "bend", "class": "path", "length": "200 m""#),
            (#""modes": ["car"]"#, #""modes": ["walk", "car"]"#),
        ])
        let warning = found.warnings.first { $0.path == "incident.closures[1].modes" }
        #expect(warning?.text.en.contains("car uses none of the roads it closes") == true, "\(found)")
    }

    @Test func `a measure of closed roads where none closes is warned of`() throws {
        var text = Self.text
        for (start, end) in [(#""passableDepth""#, #""tasks""#), (#""roads": { "closures""#, #""callOut""#)] {
            let from = try #require(text.range(of: start))
            let to = try #require(text.range(of: end))
            text.removeSubrange(from.lowerBound..<to.lowerBound)
        }
        text = text.replacingOccurrences(
            of: #""horizon": "12 h","#, with: #""horizon": "12 h", "decideOn": ["detours"],"#)
        let scenario = try Scenario.load("f.jsonc", loader: ScenarioLoader(access: OneFile(text: text)))
        let check = ScenarioCheck(scenario)
        #expect(check.faults.isEmpty)
        #expect(
            check.warnings.faults.contains {
                $0.path == "experiment.decideOn[0]" && $0.text.en.contains("no road ever closes")
            })
    }

    @Test func `what one variant has a use for is not warned of`() throws {
        let idle = #""conversion": { "street": { "from": "I" } }, "callOut": {"#
        let variants =
            #""horizon": "12 h", "variants": { "asIs": {}, "worse": { "incident": { "levels": [{ "level": "II", "at": "0 min" }, { "level": "I", "at": "1 h" }] } } },"#
        #expect(try check([(#""callOut": {"#, idle), (#""horizon": "12 h","#, variants)]).warnings.isEmpty)
    }

    @Test func `a variant that changes a name alone of a closure differs`() throws {
        let variants =
            #""horizon": "12 h", "variants": { "asIs": {}, "b": { "plan": { "roads": { "closures": [{ "named": ["Low"], "from": "1 h" }] } } } },"#
        #expect(try check([(#""horizon": "12 h","#, variants)]).warnings.isEmpty)
    }

    @Test func `without a river its spread and the heights say so`() throws {
        let found = try check([
            (
                #""river": [{ "at": "0 h", "height": "1 m" }, { "at": "6 h", "height": "5 m" }],"#,
                #""riverSpread": 0.2,"#
            ), (#""passableDepth": { "car": "0.3 m" },"#, ""),
            (#"{ "along": ["home", "fork", "bend"], "riverAbove": "3 m", "modes": ["car"] },"#, ""),
        ])
        #expect(found.faults.isEmpty)
        #expect(
            found.warnings.map(\.path) == [
                "place.explicit.heights", "place.explicit.grids[0].lowestHomes", "incident.riverSpread",
            ])
    }

    @Test func `more teams or tasks than a run can hold are faults`() throws {
        let teams = try check([(#""each": 2"#, #""each": 1000"#)])
        #expect(teams.faults.isEmpty)
        let grids = (0..<70).map {
            #""c\#($0)": { "parent": "street", "level": "community", "name": "C", "seat": "center" }"#
        }.joined(separator: ", ")
        let many = try check([
            (#""each": 2"#, #""each": 1000"#), (#""grid": { "parent""#, #"\#(grids), "grid": { "parent""#),
        ])
        #expect(many.faults.map(\.path) == ["plan.teams.kinds.crew"])
        let tasks = try check([
            (
                #""residents": 900, "households": 300, "lowHouseholds": 20"#,
                #""residents": 9000000, "households": 9000000, "lowHouseholds": 9000000"#
            ),
            (#""householdsPerTask": 10"#, #""householdsPerTask": 1"#),
        ])
        #expect(tasks.faults.map(\.path) == ["incident.tasks.warn"])
    }
}
