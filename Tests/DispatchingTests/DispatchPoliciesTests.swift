import TestSupport
import Testing
import Words
import WrittenFiles

@testable import Dispatching

@Suite struct DispatchPoliciesTests {
    /// Reads the `dispatch` group of a plan.
    private func read(_ text: String) throws -> (
        policy: any DispatchPolicy, faults: [String], warnings: [String], inputs: [String]
    ) {
        let (policy, decoder) = decode(text) { DispatchPolicies.read(&$0) }
        return (
            policy, decoder.faults.lines, decoder.warnings.lines, decoder.register.inputs.map(\.path.description)
        )
    }

    @Test func `every policy is in the table once, the usual one first, and says what it does in both languages`() {
        #expect(DispatchPolicies.names == ["nearest", "batch", "claim"])
        for policy in DispatchPolicies.all { #expect(!policy.help.zh.isEmpty && !policy.help.en.isEmpty) }
    }

    @Test func `without a word the nearest team goes, and only the policy in force has inputs`() throws {
        let usual = try read("{}")
        #expect(usual.policy is NearestTeam && usual.inputs.isEmpty)
        let batch = try read(#"{ "policy": "batch" }"#)
        #expect((batch.policy as? BatchByRegret)?.interval == 300_000)
        #expect(batch.inputs == ["batch.every"] && batch.faults.isEmpty)
        let claim = try read(#"{ "policy": "claim", "claim": { "window": "3 min", "reach": "4 min" } }"#)
        #expect((claim.policy as? ClaimWindow)?.window == 180_000 && (claim.policy as? ClaimWindow)?.reach == 240_000)
    }

    @Test func `settings of another policy are named, as is a policy that does not exist`() throws {
        let unused = try read(#"{ "policy": "claim", "batch": { "every": "5 min" } }"#)
        #expect(unused.faults.isEmpty && unused.warnings.contains { $0.contains("policy is not batch") })
        let unknown = try read(#"{ "policy": "batsh" }"#)
        #expect(unknown.faults.count == 1 && unknown.faults[0].contains("batsh"))
        #expect(try read(#"{ "policy": "batch", "batch": { "every": "0 min" } }"#).faults.count == 1)
        #expect(try read(#"{ "policy": "nearest", "nearest": {} }"#).faults.contains { $0.contains("nearest") })
    }
}
