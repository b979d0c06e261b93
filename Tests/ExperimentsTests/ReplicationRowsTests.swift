import Results
import Testing

@testable import Experiments
@testable import Mobilization

@Suite struct ReplicationRowsTests {
    @Test func `rows go by variant, replication and measure, and what there is nothing of has none`() {
        var record = ExperimentRecord(variants: 2, planned: 2)
        let (calls, t80) = (ByHand.observation("calls_made", 3), ByHand.observation("t80_min", .infinity))
        record.add([calls, t80])
        record.add([ByHand.observation("t80_min", nil), calls])
        #expect(
            Array(ReplicationRows(record, variants: ["a", "b"])) == [
                [.string("a"), .integer(0), .string("calls_made"), .number(3)],
                [.string("b"), .integer(0), .string("t80_min"), .number(.infinity)],
                [.string("b"), .integer(1), .string("calls_made"), .number(3)],
            ])
        #expect(Array(ReplicationRows(ExperimentRecord(variants: 1, planned: 1), variants: ["a"])).isEmpty)
    }
}
