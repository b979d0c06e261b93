import Foundation
import Organization
import TestSupport
import Testing
import Words

@testable import ScenarioFiles
@testable import WrittenFiles

/// A town of two grids, whole until one piece of its text is replaced.
@Suite struct PlaceConsistencyTests {
    private static let text = """
        {
          "title": "Town",
          "place": {
            "name": "Town", "code": "town",
            "explicit": {
              "points": { "hall": [116.100, 24.300], "mill": [116.103, 24.300], "far": [116.103, 24.303], "isle": [116.120, 24.300] },
              "roads": [
                { "from": "hall", "to": "mill", "length": "300 m" },
                { "from": "mill", "to": "far", "length": "400 m" },
              ],
              "organization": {
                "district": { "level": "district", "name": "District", "seat": "hall" },
                "street": { "parent": "district", "level": "street", "name": "Street", "seat": "hall" },
                "community": { "parent": "street", "level": "community", "name": "Community", "seat": "mill" },
                "g1": { "parent": "community", "level": "grid", "name": "One", "seat": "mill" },
                "g2": { "parent": "community", "level": "grid", "name": "Two", "seat": "far" },
              },
              "people": [{ "node": "community", "role": "communityWorker", "home": "mill", "count": 6 }],
              "grids": [
                { "node": "g1", "at": "mill", "residents": 900, "households": 300, "lowHouseholds": 20, "residentsNeedingHelp": 30 },
                { "node": "g2", "at": "far", "residents": 500, "households": 200 },
              ],
              "facilities": [{ "kind": "shelter", "name": "School", "at": "far", "node": "community" }],
            },
          },
          "incident": {
            "firstSignal": "2024-06-16T20:00+08:00", "levels": [{ "level": "II", "at": "0 min" }],
            "closures": [{ "within": [[116.0, 24.2], [116.2, 24.2], [116.2, 24.4], [116.0, 24.4]] }],
          },
          "plan": {
            "callOut": { "waves": [{ "level": "II", "roles": ["communityWorker"] }] },
            "teams": { "kinds": { "crew": { "name": "crew", "formedAt": "community", "from": ["communityWorker"],
              "minimum": 2, "full": 3, "level": "II", "each": 1, "post": "seat" } } },
          },
          "experiment": { "replications": 2, "seed": 1, "horizon": "12 h", "uncertainty": "monteCarlo" },
        }
        """

    private struct Found {
        var faults: [Fault] = []
        var warnings: [Fault] = []
    }

    private func found(_ old: String, _ new: String) throws -> Found {
        try #require(Self.text.contains(old), "the town has no \(old)")
        let text = Self.text.replacingOccurrences(of: old, with: new)
        let loader = ScenarioLoader(access: MemoryFiles(["/t.jsonc": text]))
        do throws(FaultList) {
            return Found(warnings: try Scenario.load("/t.jsonc", loader: loader).warnings.faults)
        } catch {
            return Found(faults: error.faults)
        }
    }

    @Test func `a whole town has neither faults nor warnings`() throws {
        let found = try found("Town", "A town")
        #expect(found.faults.isEmpty && found.warnings.isEmpty)
    }

    @Test(arguments: [
        (#""node": "g2", "at": "far""#, #""node": "g1", "at": "far""#, "grids[1].node", "has a grid already"),
        (#""node": "g2", "at": "far""#, #""node": "street", "at": "far""#, "grids[1].node", "is not a grid"),
        (#""node": "g2", "at": "far""#, #""node": "g2", "at": "isle""#, "grids[1].at", "no road leads"),
        (
            #""to": "mill", "length": "300 m""#, #""to": "hall", "length": "300 m""#, "roads[0].to",
            "ends where it begins"
        ),
        (#""length": "300 m""#, #""length": "3 m""#, "roads[0].length", "shorter than the straight line"),
        (
            #"{ "from": "mill", "to": "far", "length": "400 m" },"#,
            #"{ "from": "mill", "to": "far", "length": "400 m" }, { "from": "far", "to": "mill", "length": "400 m" },"#,
            "roads[2]", "a road without a name between these points already"
        ),
        (
            #"{ "from": "mill", "to": "far", "length": "400 m" },"#,
            #"{ "from": "mill", "to": "far", "length": "400 m", "name": "A" }, { "from": "far", "to": "mill", "length": "500 m", "name": "A" },"#,
            "roads[2]", "a road named \"A\" between these points already"
        ),
        (
            #""lowHouseholds": 20"#, #""lowHouseholds": 400"#, "grids[0].lowHouseholds",
            "more than the 300 of households"
        ),
        (
            #""residentsNeedingHelp": 30"#, #""residentsNeedingHelp": 9999"#, "grids[0].residentsNeedingHelp",
            "more than the 900 of residents"
        ),
        (
            #""residentsNeedingHelp": 30"#, #""residentsNeedingHelp": 30, "lowResidentsNeedingHelp": 31"#,
            "grids[0].lowResidentsNeedingHelp", "more than the 30 of residentsNeedingHelp"
        ),
        (#""households": 200"#, #""households": 501"#, "grids[1].households", "more than the 500 of residents"),
        (
            #"{ "kind": "shelter", "name": "School", "at": "far", "node": "community" }"#,
            #"{ "kind": "shelter", "name": "School", "at": "far", "node": "community" }, { "kind": "shelter", "name": "School", "at": "far", "node": "street" }"#,
            "facilities[1]", "the same as one before"
        ),
        (
            #""g2": { "parent": "community""#, #""g2": { "parent": "g1""#, "organization.g2.parent",
            "the parent is a grid, which is not above a grid"
        ),
        (#""street": { "parent": "district","#, #""street": {"#, "organization.street.parent", "has no parent"),
    ])
    func `what contradicts itself is a fault where it is written`(old: String, new: String, path: String, says: String)
        throws
    {
        let faults = try found(old, new).faults
        #expect(faults.map(\.path) == ["place.explicit." + path])
        #expect(faults.first?.text.en.contains(says) == true, "\(faults.first?.text.en ?? "")")
        #expect((faults.first?.line ?? 0) > 5 && (faults.first?.column ?? 0) > 1)
    }

    @Test(arguments: [
        (#""length": "300 m""#, #""length": "300 km""#, "roads[0].length", "ten times"),
        (#""home": "mill""#, #""home": "isle""#, "people[0].home", "never come"),
        (#""name": "School", "at": "far""#, #""name": "School", "at": "isle""#, "facilities[0].at", "no road joins"),
        (#""name": "Two", "seat": "far""#, #""name": "Two", "seat": "isle""#, "organization.g2.seat", "no road joins"),
    ])
    func `what is likely a slip and can be run is a warning`(old: String, new: String, path: String, says: String)
        throws
    {
        let found = try found(old, new)
        #expect(found.faults.isEmpty && found.warnings.map(\.path) == ["place.explicit." + path])
        #expect(found.warnings.first?.text.en.contains(says) == true)
    }

    @Test(arguments: ["", #""roads": [],"#])
    func `roads that nobody wrote are said to be made up`(roads: String) throws {
        let written = """
            "roads": [
                    { "from": "hall", "to": "mill", "length": "300 m" },
                    { "from": "mill", "to": "far", "length": "400 m" },
                  ],
            """
        let found = try found(written, roads)
        #expect(found.faults.isEmpty && found.warnings.map(\.path) == ["place.explicit.roads"])
    }

    @Test func `more points than straight ways can join want roads`() throws {
        let points = (0...1000).map { #""p\#($0)": [116.1, 24.3]"# }.joined(separator: ", ")
        let text = Self.text.replacingOccurrences(of: #""points": { "#, with: #""points": { \#(points), "#)
        let start = try #require(text.range(of: #""roads": ["#))
        let end = try #require(text.range(of: #""organization": {"#))
        let bare = text[..<start.lowerBound] + text[end.lowerBound...]
        #expect(throws: FaultList.self) {
            try Scenario.load("/t.jsonc", loader: ScenarioLoader(access: MemoryFiles(["/t.jsonc": String(bare)])))
        }
    }

    @Test func `a bow-tie is no area, and a name stands once`() throws {
        let ring = "[[116.0, 24.2], [116.2, 24.2], [116.2, 24.4], [116.0, 24.4]]"
        let tie = try found(ring, "[[116.0, 24.2], [116.2, 24.4], [116.2, 24.2], [116.0, 24.4]]")
        #expect(tie.faults.map(\.path) == ["incident.closures[0].within"])
        let twice = try found(#""within": \#(ring)"#, #""named": ["Low Bridge", "Low Bridge"]"#)
        #expect(twice.faults.map(\.path) == ["incident.closures[0].named[1]"])
    }

    @Test func `more departments than a place can have are a fault, not the end of the program`() throws {
        let many = (0..<300).map { #""d\#($0)": { "name": "D" }"# }.joined(separator: ", ")
        let found = try found(
            #""people": [{"#,
            #""departments": { \#(many) }, "people": [{ "node": "street", "role": "departmentOfficer", "home": "hall", "department": "d299" }, {"#
        )
        #expect(found.faults.map(\.path) == ["place.explicit.departments"])
    }

    @Test(arguments: [
        #"{ "from": "mill", "to": "far", "length": "400 m" }, { "from": "mill", "to": "far", "length": "500 m", "name": "B" },"#,
        #"{ "from": "mill", "to": "far", "length": "400 m", "oneWay": true }, { "from": "far", "to": "mill", "length": "450 m", "oneWay": true },"#,
    ])
    func `roads beside each other have names of their own or lead opposite ways`(new: String) throws {
        #expect(try found(#"{ "from": "mill", "to": "far", "length": "400 m" },"#, new).faults.isEmpty)
    }
}
