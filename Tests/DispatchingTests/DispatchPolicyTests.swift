import Dispatching
import Testing

@Suite struct DispatchPolicyTests {
    @Test func `every policy is in the table once, under its own name`() {
        #expect(Set(DispatchPolicies.all.map(\.name)).count == DispatchPolicies.all.count)
        for (name, policy) in DispatchPolicies.all { #expect(name == type(of: policy).name) }
        #expect(DispatchPolicies.all.contains { $0.name == "nearest" })
    }

    @Test func `every policy chooses somebody of those it is shown, or nobody`() {
        let shown = [3, 1, 2].map { Candidate(travel: $0, priority: 1, deadline: .max) }
        for (name, policy) in DispatchPolicies.all {
            for count in 0...shown.count {
                let list = Array(shown.prefix(count))
                let choices = [policy.team(for: OpenTask(priority: 1), from: list), policy.task(from: list)]
                #expect(choices.allSatisfy { $0.map { list.indices.contains($0) } ?? true }, "\(name)")
            }
        }
    }
}
