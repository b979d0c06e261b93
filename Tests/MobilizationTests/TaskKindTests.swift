import Testing

@testable import Mobilization

@Suite struct TaskKindTests {
    @Test func `a set has the kinds it was made of and no others`() {
        for bits in 0..<8 {
            let kinds = TaskKind.allCases.filter { bits >> Int($0.rawValue) & 1 == 1 }
            let set = TaskKindSet(kinds)
            #expect(TaskKind.allCases.filter { set.has($0) } == kinds)
        }
    }
}
