import Organization
import ScenarioFiles
import Testing
import Words

@testable import Experiments
@testable import WrittenFiles

@Suite struct ScenarioCheckTests {
    @Test func `a scenario without fault has a place`() throws {
        let check = ScenarioCheck(try SmallStreet.scenario())
        #expect(check.faults.isEmpty && check.contradictoryReplication == nil)
        let sizes = PlaceSizes(try #require(check.place))
        #expect(sizes.residents == 900 && sizes.grids == 2 && sizes.peopleInAll == 26)
        // Three registered members stand on two lists.
        #expect(sizes.rosterNames == 29)
        #expect(sizes.organizations.map(\.count) == [1, 1, 1, 2])
    }

    @Test func `a wave of a role nobody has calls nobody`() throws {
        let check = ScenarioCheck(
            try SmallStreet.scenario([(#""roles": ["registeredMember"]"#, #""roles": ["medicalStaff"]"#)]))
        let fault = try #require(check.faults.faults.first)
        #expect(check.faults.faults.count == 1)
        #expect(fault.path == "plan.callOut.waves[1]")
        #expect(fault.problem.what.en.contains("level II calls nobody"))
        let lines = try SmallStreet.text().split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[fault.line - 1].dropFirst(fault.column - 1).hasPrefix(#"{ "level": "II", "roles""#))
    }

    @Test func `a wave whose roles an earlier level has called calls nobody`() throws {
        let check = ScenarioCheck(
            try SmallStreet.scenario([
                (#""roles": ["communityWorker", "gridWorker", "departmentOfficer"]"#, #""roles": ["registeredMember"]"#)
            ]))
        #expect(check.faults.faults.map(\.path) == ["plan.callOut.waves[1]"])
    }

    @Test func `a plan that calls nobody at all is at fault where a variant writes it`() throws {
        let check = ScenarioCheck(
            try SmallStreet.scenario([
                (#""twin": { "plan": { "name": "twin" } }"#, #""twin": { "plan": { "callOut": { "waves": [] } } }"#)
            ]))
        let fault = try #require(check.faults.faults.first)
        #expect(fault.path == "plan.callOut.waves" && fault.problem.what.en.contains("nobody is on any call list"))
        let lines = try SmallStreet.text().split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[fault.line - 1].contains(#""twin""#))
    }

    @Test func `ranges that contradict each other when drawn are found before the first run`() throws {
        let scenario = try SmallStreet.scenario([
            (
                #""minimum": 2, "full": 3, "level": "II""#,
                #""minimum": { "value": 2, "range": [2, 9] }, "full": { "value": 3, "range": [3, 4] }, "level": "II""#
            ), (#""replications": 4"#, #""replications": 40"#),
        ])
        let check = ScenarioCheck(scenario)
        #expect(check.contradictoryReplication != nil)
        #expect(check.faults.faults.first?.path == "plan.teams.kinds.crew.full")
    }

    @Test func `figures from which no place can be made are faults where they are written`() throws {
        let text = """
            {
              "title": "t",
              "place": { "name": "p", "generate": {
                "area": "5 km2", "residents": 900, "householdSize": 3, "residentsNeedingHelp": "2%",
                "streets": { "s": { "name": "s", "kind": "town", "seat": [116.1, 24.3], "areaWeight": 1,
                  "residentWeight": 1, "communities": 3, "villages": 0 } },
                "grids": 2, "compounds": 0, "communityCenters": 9, "areaCenters": 0,
                "river": { "name": "r", "course": [[116.09, 24.29], [116.11, 24.31]], "width": "50 m", "bridges": 1,
                  "floodPlain": "100 m", "lowestHomes": "3 m", "dikePointsPerKilometer": 0 },
                "rosters": { "districtCadres": 5, "cadresPerStreet": 5, "workersPerCommunity": 5, "workersPerVillage": 5,
                  "workersPerGrid": 2, "registeredMembers": 0, "volunteers": 0, "units": 0,
                  "compoundsWithProperty": "0%", "propertyStaffPerCompound": 0, "hospitals": 0, "medicalStaff": 5,
                  "staleEntries": "0%", "fullMembersAmongVolunteers": "0%", "leaders": "10%" } } },
              "incident": { "firstSignal": "2024-06-16T20:00+08:00", "levels": [{ "level": "IV", "at": "0 h" }] },
              "plan": { "teams": { "kinds": {} } },
              "experiment": { "horizon": "4 h", "replications": 1 }
            }
            """
        let generated = try Scenario.load("g.jsonc", loader: ScenarioLoader(access: OneFile(text: text)))
        let faults = ScenarioCheck(generated).faults.faults
        #expect(
            faults.map(\.path) == [
                "place.generate.grids", "place.generate.communityCenters", "place.generate.rosters.hospitals",
            ])
        #expect(faults.map(\.line) == [7, 7, 12])
        #expect(faults.first?.text.en.contains("2 grids for 3 communities") ?? false)
    }
}
