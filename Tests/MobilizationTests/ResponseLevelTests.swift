import Testing

@testable import Mobilization

@Suite struct ResponseLevelTests {
    @Test func `levels rise from IV to I, and no response is below all of them`() {
        #expect(ResponseLevel.ordered.map(\.name) == ["IV", "III", "II", "I"])
        #expect(ResponseLevel.allCases.sorted() == [.none] + ResponseLevel.ordered)
        #expect(ResponseLevel.iv < .i)
        #expect(ResponseLevel.allCases.map(\.rawValue) == [0, 1, 2, 3, 4])
    }
}
