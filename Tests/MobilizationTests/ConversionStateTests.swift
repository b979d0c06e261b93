import Testing

@testable import Mobilization

@Suite struct ConversionStateTests {
    @Test func `every organization can get to every state and back to everyday work`() {
        for state in ConversionState.allCases {
            #expect(closure(of: state) { $0.successors } == Set(ConversionState.allCases))
        }
    }

    @Test func `nobody is in an emergency without having been alerted and having converted`() {
        for gate in [ConversionState.alerted, .converting] {
            #expect(!closure(of: ConversionState.standing) { $0.successors.subtracting([gate]) }.contains(.emergency))
        }
    }

    @Test func `a false alarm leads straight back, an emergency only through standing down and recovering`() {
        #expect(ConversionState.alerted.successors.contains(.standing))
        for gate in [ConversionState.standingDown, .recovering] {
            #expect(!closure(of: ConversionState.emergency) { $0.successors.subtracting([gate]) }.contains(.standing))
        }
    }
}
