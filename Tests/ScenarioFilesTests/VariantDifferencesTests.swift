import Foundation
import TestSupport
import Testing

@testable import ScenarioFiles
@testable import WrittenFiles

@Suite struct VariantDifferencesTests {
    /// The reference street with these variants beside its own baseline, each as its changes.
    private func scenario(_ variants: [String]) throws -> Scenario {
        let text = try ShippedScenarios.text("reference-street.jsonc")
        let written = variants.enumerated().map { "\"v\($0)\": \($1)" }.joined(separator: ", ")
        let changed = text.replacingOccurrences(of: "\"asIs\": {},", with: "\"asIs\": {}, \(written),")
        return try Scenario.load("/s.jsonc", loader: ScenarioLoader(access: MemoryFiles(["/s.jsonc": changed])))
    }

    /// Variants that write what holds by default, or write it in another way.
    @Test(arguments: [
        "{}", #"{ "plan": {} }"#, #"{ "plan": { "roads": { "whenClosed": "reroute" } } }"#,
        #"{ "plan": { "roads": null } }"#,
    ])
    func `what holds anyway is no difference`(_ changes: String) throws {
        #expect(!VariantDifferences(try scenario([changes])).differsFromBaseline(1))
    }

    @Test(arguments: [
        #"{ "plan": { "roads": { "whenClosed": "wait" } } }"#,
        #"{ "plan": { "callOut": { "willingnessCorrelation": "5%" } } }"#,
        #"{ "plan": { "name": "another" } }"#,
        #"{ "plan": { "callOut": { "willingnessCorrelation": { "value": "8%", "source": "somebody" } } } }"#,
    ])
    func `another value, source or name is a difference`(_ changes: String) throws {
        #expect(VariantDifferences(try scenario([changes])).differsFromBaseline(1))
    }

    @Test func `variants that ask for the same are found among any number of them`() throws {
        let late = #"{ "plan": { "callOut": { "willingnessCorrelation": "5%" } } }"#
        let others = (0..<60).map { "{ \"plan\": { \"callOut\": { \"willingnessCorrelation\": \"5.\($0 + 10)%\" } } }" }
        // The same said with a default beside it.
        let same =
            #"{ "plan": { "roads": { "whenClosed": "reroute" }, "callOut": { "willingnessCorrelation": "5%" } } }"#
        let differences = VariantDifferences(try scenario([late] + others + [same, late]))
        #expect(differences.twin(of: 62) == 1 && differences.twin(of: 63) == 1)
        #expect((0...61).allSatisfy { differences.twin(of: $0) == nil })
    }
}
