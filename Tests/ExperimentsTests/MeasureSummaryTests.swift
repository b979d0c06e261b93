import Results
import Testing

@testable import Experiments

@Suite struct MeasureSummaryTests {
    @Test func `a quantity gets the interval of Student's t`() throws {
        let row = try #require(MeasureSummary(ByHand.sample("calls_made", [1, 2, 3]), variant: "a")).row
        // Mean 2, standard deviation 1, t with 2 degrees of freedom 4.302653: 2 ± 4.302653 / √3.
        #expect(row.count == 3 && row.reached == 3 && row.mean == 2)
        #expect(abs((row.lower ?? 0) - (2 - 2.484138)) < 1e-5)
        #expect(abs((row.upper ?? 0) - (2 + 2.484138)) < 1e-5)
        #expect(row.minimum == 1 && row.p50 == 2 && row.maximum == 3)
    }

    @Test func `a time that was never reached once has no mean but a median`() throws {
        let sample = ByHand.sample("t80_min", [10, .infinity, 30, 20, 50], horizon: 60)
        let row = try #require(MeasureSummary(sample, variant: "a")).row
        #expect(row.count == 5 && row.reached == 4)
        #expect(row.mean == nil && row.lower == nil && row.upper == nil)
        #expect(row.p50 == 30 && row.maximum == .infinity)
    }

    @Test func `a share that was never seen is bounded by three over n`() throws {
        let row = try #require(MeasureSummary(ByHand.sample("t80_reached", [0, 0, 0, 0, 0, 0]), variant: "a")).row
        #expect(row.mean == 0 && row.lower == 0 && row.upper == 0.5)
    }

    @Test func `a share between 0 and 1 is a quantity`() throws {
        let row = try #require(MeasureSummary(ByHand.sample("deadline_missed", [0.2, 0.4]), variant: "a")).row
        // Half the distance times t with 1 degree of freedom, 12.7062.
        #expect(abs((row.upper ?? 0) - (0.3 + 0.1 * 12.7062)) < 1e-4)
    }

    @Test func `replications with nothing to measure are left out`() throws {
        let row = try #require(MeasureSummary(ByHand.sample("deadline_missed", [nil, 0.5, nil, 0.5]), variant: "a")).row
        #expect(row.count == 2 && row.mean == 0.5)
        #expect(MeasureSummary(ByHand.sample("deadline_missed", [nil, nil]), variant: "a") == nil)
    }

    @Test func `one replication has a mean without an interval`() throws {
        let row = try #require(MeasureSummary(ByHand.sample("calls_made", [7]), variant: "a")).row
        #expect(row.mean == 7 && row.lower == nil)
    }
}
