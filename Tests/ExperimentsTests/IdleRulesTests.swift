import Foundation
import Organization
import ScenarioFiles
import Testing
import Words
import WrittenFiles

@testable import Experiments

/// A fork: a low bridge, the way around it, and rules that do something until one piece of the text is replaced.
@Suite struct IdleRulesTests {
    static let text = """
        {
          "title": "The fork",
          "place": {
            "name": "Fork", "code": "fork",
            "explicit": {
              "points": {
                "center": [116.100, 24.300], "fork": [116.103, 24.300], "home": [116.106, 24.300], "bend": [116.103, 24.302],
              },
              "roads": [
                { "from": "home", "to": "fork", "length": "300 m", "name": "River Lane" },
                { "from": "fork", "to": "center", "length": "300 m", "name": "Low Bridge", "bridge": true },
                { "from": "fork", "to": "bend", "length": "200 m" }, { "from": "bend", "to": "center", "length": "500 m" },
              ],
              "organization": {
                "district": { "level": "district", "name": "District", "seat": "center" },
                "street": { "parent": "district", "level": "street", "name": "Street", "seat": "center" },
                "community": { "parent": "street", "level": "community", "name": "Community", "seat": "center" },
                "grid": { "parent": "community", "level": "grid", "name": "Grid", "seat": "fork" },
              },
              "people": [{ "node": "community", "role": "communityWorker", "home": "home", "count": 6 }],
              "grids": [{ "node": "grid", "at": "fork", "residents": 900, "households": 300, "lowHouseholds": 20, "lowestHomes": "4 m" }],
            },
          },
          "incident": {
            "firstSignal": "2024-06-16T20:00+08:00",
            "levels": [{ "level": "III", "at": "0 min" }, { "level": "II", "at": "30 min" }],
            "river": [{ "at": "0 h", "height": "1 m" }, { "at": "6 h", "height": "5 m" }],
            "passableDepth": { "car": "0.3 m" },
            "closures": [
              { "named": ["Low Bridge", "River"], "from": "0 min", "until": "5 h" },
              { "along": ["home", "fork", "bend"], "riverAbove": "3 m", "modes": ["car"] },
              { "allBridges": true, "from": "2 h" },
            ],
            "tasks": { "warn": { "level": "II", "householdsPerTask": 10 } },
          },
          "plan": {
            "roads": { "closures": [{ "named": ["Bridge"], "from": "1 h" }] },
            "callOut": { "waves": [{ "level": "II", "roles": ["communityWorker"] }] },
            "teams": {
              "kinds": {
                "crew": {
                  "name": "crew", "formedAt": "community", "from": ["communityWorker"], "minimum": 2, "full": 3, "level": "II",
                  "each": 2, "tasks": ["warn"],
                },
              },
            },
          },
          "experiment": { "replications": 2, "seed": 1, "horizon": "12 h", "uncertainty": "monteCarlo" },
        }
        """

    private func faults(_ old: String, _ new: String) throws -> [Fault] {
        #expect(Self.text.contains(old), "the fork has no \(old)")
        let text = Self.text.replacingOccurrences(of: old, with: new)
        do throws(FaultList) {
            let scenario = try Scenario.load("f.jsonc", loader: ScenarioLoader(access: OneFile(text: text)))
            return ScenarioCheck(scenario).faults.faults
        } catch {
            return error.faults
        }
    }

    @Test func `where every rule can do something nothing is at fault`() throws {
        #expect(try faults("The fork", "A fork").isEmpty)
    }

    @Test(arguments: [
        (#""Low Bridge", "River""#, #""Low Bridge", "Rivver""#, "incident.closures[0].named[1]", #"contains "Rivver""#),
        (#"named": ["Bridge"]"#, #"named": ["Bridgge"]"#, "plan.roads.closures[0].named[0]", "River Lane"),
        (
            #"["home", "fork", "bend"]"#, #"["home", "bend", "center"]"#, "incident.closures[1].along[1]",
            "no road leads"
        ),
        (#"["home", "fork", "bend"]"#, #"["fork", "bend", "home"]"#, "incident.closures[1].along[2]", "no road leads"),
        (#""riverAbove": "3 m""#, #""riverAbove": "300 m""#, "incident.closures[1].riverAbove", "never stands so high"),
        (
            #"allBridges": true, "from": "2 h""#, #"allBridges": true, "from": "20 h", "until": "30 h""#,
            "incident.closures[2].from", "at the end of the run or after it"
        ),
        (
            #"allBridges": true, "from": "2 h""#, #"allBridges": true, "from": "12 h""#, "incident.closures[2].from",
            "at the end of the run or after it"
        ),
        (#""from": "1 h" }"#, #""from": "13 h" }"#, "plan.roads.closures[0].from", "at the end of the run or after it"),
        (
            #""from": "0 min", "until": "5 h""#, #""from": "6 h", "until": "5 h""#, "incident.closures[0].until",
            "ends before"
        ),
        (#""modes": ["car"]"#, #""modes": []"#, "incident.closures[1].modes", "list of 1 to 4"),
        (
            #""allBridges": true"#, #""within": [[10, 10], [10, 11], [11, 10]]"#, "incident.closures[2]",
            "closes no road"
        ),
        (#""at": "30 min""#, #""at": "13 h""#, "incident.levels[1].at", "at the end of the run or after it"),
        (#""warn": { "level": "II""#, #""warn": { "level": "I""#, "incident.tasks.warn.level", "never reaches"),
        (#""lowHouseholds": 20, "#, "", "incident.tasks.warn", "low ground"),
        (
            #"[{ "level": "II", "roles": ["communityWorker"] }]"#,
            #"[{ "level": "III", "roles": ["communityWorker"] }, { "level": "II", "roles": ["communityWorker"] }]"#,
            "plan.callOut.waves[1]", "calls nobody"
        ),
        (#""formedAt": "community""#, #""formedAt": "compound""#, "plan.teams.kinds.crew.formedAt", "no organization"),
        (
            #""from": ["communityWorker"]"#, #""from": ["medicalStaff"]"#, "plan.teams.kinds.crew.from",
            "nobody in the place"
        ),
        (#""tasks": ["warn"],"#, #""tasks": [],"#, "plan.teams.kinds.crew.tasks", "list of 1 to 2"),
    ])
    func `a rule that can do nothing is at fault where it is written`(
        old: String, new: String, path: String, says: String
    ) throws {
        let found = try faults(old, new)
        #expect(found.map(\.path) == [path])
        #expect(found.first?.text.en.contains(says) == true, "\(found.first?.text.en ?? "")")
        #expect((found.first?.line ?? 0) > 1)
    }

    @Test func `without a river every rule that looks at it is at fault`() throws {
        let river = #""river": [{ "at": "0 h", "height": "1 m" }, { "at": "6 h", "height": "5 m" }],"#
        #expect(try faults(river, "").map(\.path) == ["incident.passableDepth", "incident.closures[1].riverAbove"])
    }

    @Test func `several rules are all named at once`() throws {
        let found = try faults(
            #""Low Bridge", "River"], "from": "0 min", "until": "5 h""#, #""No", "River", "Nor this"], "from": "15 h""#)
        #expect(
            found.map(\.path) == [
                "incident.closures[0].named[0]", "incident.closures[0].named[2]", "incident.closures[0].from",
            ])
    }

    @Test func `a role called by an earlier wave is named, though the wave calls others`() throws {
        let scenario = try SmallStreet.scenario([
            (#""roles": ["registeredMember"]"#, #""roles": ["registeredMember", "gridWorker"]"#)
        ])
        let faults = ScenarioCheck(scenario).faults.faults
        #expect(faults.map(\.path) == ["plan.callOut.waves[1].roles"])
        #expect(faults.first?.problem.what.en.contains("gridWorker") == true)
    }
}
