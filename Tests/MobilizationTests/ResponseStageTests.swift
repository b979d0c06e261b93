import Testing
import Words

@testable import Mobilization

@Suite struct StageTests {
    @Test func `stages follow one another from the signal to the end of the work`() {
        let names = [
            "detect", "verify", "decide", "order", "notify", "answer", "prepare", "travel", "check_in", "form", "queue",
            "approach", "work",
        ]
        #expect(ResponseStage.allCases.map(\.name) == names)
        #expect(ResponseStage.allCases.map(\.rawValue) == Array(names.indices))
        #expect(Set(ResponseStage.allCases.map(\.label.zh)).count == names.count)
        #expect(Set(ResponseStage.allCases.map(\.label.en)).count == names.count)
    }
}
