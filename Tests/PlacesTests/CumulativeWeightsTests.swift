import Testing

@testable import Places

@Suite struct CumulativeWeightsTests {
    @Test func `each thing has its part of the whole, and one without weight is never chosen`() {
        let weights = CumulativeWeights([1, 0, 3, 4])
        #expect([0.01, 0.12, 0.13, 0.49, 0.51, 0.999].map { weights.index(at: $0) } == [0, 0, 2, 2, 3, 3])
    }
}
