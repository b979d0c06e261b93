import Foundation
import TestSupport
import Testing
import Words

@testable import ScenarioFiles
@testable import WrittenFiles

/// The schema and `check` are two judges of the same files: where both can judge, they agree.
@Suite struct ScenarioSchemaTests {
    private let schema = ScenarioSchema.scenario

    @Test func `the schema that is kept with the scenarios is the one the program prints`() throws {
        let kept = try ShippedScenarios.text("scenario.schema.json")
        #expect(
            kept == JSONWriter.document(schema),
            "scenarios/scenario.schema.json is out of date: pingji schema > scenarios/scenario.schema.json")
    }

    @Test func `everything in it has a meaning, and every reference leads somewhere`() throws {
        _ = try SchemaValidator(schema)
        for section in ["place", "incident", "plan", "experiment", "placePatch", "incidentPatch", "planPatch"] {
            #expect(schema["$defs"]?[section] != nil, "\(section)")
        }
    }

    @Test func `every default fits its own schema`() throws {
        let validator = try SchemaValidator(schema)
        var count = 0
        TreeMutation.walk(schema) { part in
            guard let value = part["default"], part["description"] != nil || part["anyOf"] != nil else { return }
            count += 1
            #expect(validator.failure(value, against: part) == nil)
        }
        #expect(count > 100)
    }

    @Test func `a schema with a keyword the validator does not know is refused`() {
        for text in [#"{ "format": "date" }"#, #"{ "anyOf": { } }"#, ##"{ "$ref": "#/$defs/none" }"##] {
            #expect(throws: SchemaValidator.UnknownKeyword.self) { try SchemaValidator(parse(text).tree) }
        }
    }

    // MARK: Shipped files

    @Test(arguments: ShippedScenarios.names) func `every shipped scenario fits, as written and resolved`(name: String)
        throws
    {
        let validator = try SchemaValidator(schema)
        let written = parse(try ShippedScenarios.text(name)).tree
        #expect(validator.failure(written) == nil)
        #expect(validator.failure(ShippedScenarios.resolved(name)) == nil)
        let depth = name.split(separator: "/").count - 1
        let path = String(repeating: "../", count: depth) + "scenario.schema.json"
        #expect(line(written["$schema"]) == "\"\(path)\"", "\(name) does not name the schema")
    }

    @Test func `every file that a scenario names fits its own part of the schema, which it names`() throws {
        let validator = try SchemaValidator(schema)
        #expect(ShippedScenarios.parts.count >= 3)
        for (section, name) in ShippedScenarios.parts {
            let part = parse(try ShippedScenarios.text(name)).tree
            #expect(validator.failure(part, against: try validator.definition("#/$defs/\(section)")) == nil, "\(name)")
            let way = String(repeating: "../", count: name.split(separator: "/").count - 1)
            #expect(line(part["$schema"]) == "\"\(way)\(section).schema.json\"", "\(name) does not name its schema")
            // Editors take no fragment in `$schema`, so each part has a file that leads there.
            let lead = parse(try ShippedScenarios.text("\(section).schema.json")).tree
            #expect(line(lead["allOf"]) == ##"[{ "$ref": "scenario.schema.json#/$defs/\##(section)" }]"##)
        }
    }

    // MARK: Mutants

    /// What is wrong with `tree` itself and, if nothing is, with its variants.
    private func faults(_ tree: JSONNode) -> (own: [Fault], all: [Fault]) {
        let text = JSONWriter.document(tree)
        let loader = ScenarioLoader(access: MemoryFiles(["/s.jsonc": text]))
        let loaded = loader.load("/s.jsonc")
        let decoder = DocumentDecoder(faults: loaded.faults)
        _ = decoder.decode(loaded.tree) { ScenarioHeader(&$0) }
        guard decoder.faults.isEmpty else { return (decoder.faults.faults, decoder.faults.faults) }
        do throws(FaultList) {
            _ = try Scenario.load("/s.jsonc", loader: loader)
            return ([], [])
        } catch { return ([], error.faults) }
    }

    /// Whether the faults are such that the schema has to find one of them.
    private func areShape(_ faults: (own: [Fault], all: [Fault])) -> Bool {
        if !faults.own.isEmpty { return faults.own.allSatisfy(\.problem.isShape) }
        // A variant may leave out what the scenario has, so a key that it lacks is no matter of its shape alone.
        return !faults.all.isEmpty && faults.all.allSatisfy { $0.problem.isShape && $0.problem.kind != .missingKey }
    }

    /// Some hundreds in all, however many scenarios are shipped.
    private static let mutants = max(15, 400 / ShippedScenarios.names.count)

    @Test(arguments: ShippedScenarios.names)
    func `of a changed scenario the schema and the check say the same`(name: String) throws {
        let validator = try SchemaValidator(schema)
        let original = ShippedScenarios.resolved(name)
        var mutation = TreeMutation(seed: name.utf8.count, of: original)
        var (shape, fine, other) = (0, 0, 0)
        for _ in 0..<Self.mutants {
            let mutant = mutation.mutant(of: original)
            let faults = faults(mutant)
            let failure = validator.failure(parse(JSONWriter.document(mutant)).tree)
            if areShape(faults) {
                shape += 1
                #expect(failure != nil, "the schema misses \(faults.all.map(\.text.en))")
            } else if faults.all.isEmpty {
                fine += 1
                #expect(failure == nil, "a false alarm of the schema")
            } else {
                other += 1
            }
        }
        // Were nearly all of one sort, little would have been compared.
        #expect(shape > Self.mutants / 4 && fine > 0, "\(shape) of wrong shape, \(fine) without fault, \(other) other")
    }

    /// A scenario whose variants write something of every sort, for the mutants of patches.
    private static let patches = """
        {
          "place": { "name": { "en": "Other" }, "speeds": { "walk": { "street": "4 km/h" } } },
          "incident": { "weather": { "walk": 0.5, "car": null }, "responseTarget": null },
          "plan": { "command": { "detect": { "value": "5 min", "source": "s" }, "unifiedCommand": true },
            "callOut": { "span": { "value": 4, "range": [2, 6] }, "callAnswered": { "night": "30%" },
              "waves": [{ "level": "II", "roles": ["communityWorker"] }], "call": { "exponential": "2 min" } },
            "conversion": { "$replace": true, "street": { "from": "II" } },
            "teams": { "patience": "20 min", "kinds": { "communityCrew": { "minimum": 1, "name": { "zh": "队" } } } },
            "dispatch": null }
        }
        """

    @Test(arguments: 0..<3) func `of a changed variant the schema and the check say the same`(seed: Int) throws {
        let validator = try SchemaValidator(schema)
        let patch = parse(Self.patches).tree
        let street = ShippedScenarios.resolved("reference-street.jsonc")
        func scenario(_ patch: JSONNode) -> JSONNode {
            let experiment = JSONNode.object(["variants": .object(["asIs": .object([:]), "other": patch])])
            return street.patched(by: .object(["experiment": experiment]))
        }
        // Marks are for the loader to see, so the patch is put in as text.
        func text(_ patch: JSONNode) -> String {
            let mark = "\"PATCH\""
            let whole = JSONWriter.document(scenario(.string("PATCH")))
            return whole.replacingOccurrences(of: mark, with: JSONWriter.line(patch))
        }
        #expect(faults(parse(text(patch)).tree).all.isEmpty)
        #expect(validator.failure(parse(text(patch)).tree) == nil)
        var mutation = TreeMutation(seed: seed, of: patch)
        var (shape, fine) = (0, 0)
        for _ in 0..<80 {
            let mutant = parse(text(mutation.mutant(of: patch))).tree
            let faults = faults(mutant)
            let failure = validator.failure(mutant)
            if areShape(faults) {
                shape += 1
                #expect(failure != nil, "the schema misses \(faults.all.map(\.text.en))")
            } else if faults.all.isEmpty {
                fine += 1
                #expect(
                    failure == nil, "a false alarm of the schema: \(JSONWriter.line(mutant["experiment"] ?? mutant))")
            }
        }
        #expect(shape > 20 && fine > 2, "\(shape) of wrong shape, \(fine) without fault")
    }
}
