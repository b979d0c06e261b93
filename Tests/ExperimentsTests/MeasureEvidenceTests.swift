import Testing

@testable import Experiments

@Suite struct MeasureEvidenceTests {
    @Test func `luck is half the mean squared difference of run and echo`() throws {
        // Within one block, values 0 and 10, variance 50; gaps of 6, so luck has a variance of 18.
        let sample = ByHand.sample("calls_made", [0, 10], echoes: [6, 4])
        let evidence = MeasureEvidence(sample, drawsAssumptions: true)
        #expect(abs((evidence.luck ?? 0) - 18.0 / 50) < 1e-12)
        #expect(evidence.place == 0)
        #expect(abs((evidence.assumptions ?? 0) - 32.0 / 50) < 1e-12)
    }

    @Test func `what blocks differ by more than replications is the place's`() throws {
        // Blocks 0, 2 and 10, 12: mean squares 100 between and 2 within, so the place has 1 − 2/100 of the mean's variance.
        let sample = ByHand.sample("calls_made", [0, 2, 10, 12], echoes: [1, 1, 11, 11], blocks: [0, 0, 1, 1])
        let evidence = MeasureEvidence(sample, drawsAssumptions: true)
        #expect(abs((evidence.place ?? 0) - 0.98) < 1e-12)
        // Gaps of 1: luck has 0.5 of the 2 within.
        #expect(abs((evidence.luck ?? 0) - 0.02 / 4) < 1e-12)
        #expect(abs((evidence.luck ?? 0) + (evidence.place ?? 0) + (evidence.assumptions ?? 0) - 1) < 1e-12)
    }

    @Test func `no share is ever negative`() {
        // Echoes that differ wildly: luck would have more than there is.
        let sample = ByHand.sample("calls_made", [1, 2, 1, 2], echoes: [90, 3, 70, 8], blocks: [0, 0, 1, 1])
        let evidence = MeasureEvidence(sample, drawsAssumptions: true)
        #expect(evidence.luck == 1 && evidence.place == 0 && evidence.assumptions == 0)
    }

    @Test func `with one replication a block the place cannot be told from the assumptions`() {
        let evidence = MeasureEvidence(
            ByHand.sample("calls_made", [1, 5], echoes: [2, 5], blocks: [0, 1]), drawsAssumptions: true)
        #expect(evidence.luck != nil && evidence.place == nil && evidence.assumptions == nil)
    }

    @Test func `where nothing varies there is nothing to divide`() {
        let evidence = MeasureEvidence(ByHand.sample("calls_made", [3, 3, 3]), drawsAssumptions: true)
        #expect(evidence.luck == nil && evidence.place == nil && evidence.assumptions == nil)
    }

    @Test func `where nothing else is drawn all is luck`() {
        let evidence = MeasureEvidence(ByHand.sample("calls_made", [3, 4, 9]), drawsAssumptions: false)
        #expect(evidence.luck == 1 && evidence.place == 0 && evidence.assumptions == 0)
    }
}
