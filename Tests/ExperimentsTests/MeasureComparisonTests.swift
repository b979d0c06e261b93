import Testing

@testable import Experiments

@Suite struct MeasureComparisonTests {
    private func compare(
        _ name: String, _ baseline: [Double?], _ variant: [Double?], echoes: ([Double?], [Double?])? = nil,
        simultaneous: Int? = 1
    ) throws -> MeasureComparison {
        try #require(
            MeasureComparison(
                ByHand.sample(name, variant, echoes: echoes?.1),
                with: ByHand.sample(name, baseline, echoes: echoes?.0), simultaneous: simultaneous))
    }

    @Test func `the difference is paired`() throws {
        let result = try compare("calls_made", [10, 20, 30], [11, 22, 33])
        // Differences 1, 2, 3.
        #expect(result.meanDifference == 2 && result.pairs == 3)
        #expect(abs((result.lower ?? 0) - (2 - 2.484138)) < 1e-5)
    }

    @Test func `never counts as the horizon, and the share that got there is compared beside it`() throws {
        let result = try compare("t80_min", [20, 30], [.infinity, 40])
        #expect(result.meanDifference == (40 + 10) / 2)
        #expect(result.reachedDifference == -0.5)
        #expect(try compare("calls_made", [1, 2], [2, 4]).reachedDifference == nil)
    }

    @Test func `intervals of several comparisons hold at once`() throws {
        let alone = try compare("t80_min", [20, 30, 25, 28], [18, 29, 22, 27], simultaneous: 1)
        let among = try compare("t80_min", [20, 30, 25, 28], [18, 29, 22, 27], simultaneous: 6)
        #expect(alone.meanDifference == among.meanDifference)
        // Student t with 3 degrees of freedom: 6.232 for six comparisons (Bonferroni tables), 3.182 for one.
        let ratio = ((among.upper ?? 0) - (among.lower ?? 0)) / ((alone.upper ?? 0) - (alone.lower ?? 0))
        #expect(abs(ratio - 6.232 / 3.182) < 0.001)
        #expect(abs((among.pValue ?? 0) - min(1, 6 * (alone.pValue ?? 0))) < 1e-12)
    }

    @Test func `less of a time is better and less of a reach is worse`() throws {
        let (before, after) = ([30.0, 40, 50, 60], [20.0, 31, 40, 50])
        #expect(try compare("t80_min", before, after).verdict == .better)
        #expect(try compare("t80_min", after, before).verdict == .worse)
        #expect(try compare("coverage_10min", [0.5, 0.6, 0.7], [0.4, 0.5, 0.61]).verdict == .worse)
        #expect(try compare("turnouts", before, after).verdict == .lower)
        #expect(try compare("turnouts", after, before).verdict == .higher)
    }

    @Test func `what may be either is undecided and what is equal is the same`() throws {
        #expect(try compare("t80_min", [30, 40, 50], [29, 41, 50]).verdict == .undecided)
        #expect(try compare("t80_min", [30], [20]).verdict == .undecided)
        let same = try compare("t80_min", [30, .infinity, 50], [30, .infinity, 50])
        #expect(same.verdict == .same && same.meanDifference == 0 && same.lower == 0 && same.upper == 0)
        #expect(same.pValue == 1 && same.reachedDifference == 0)
    }

    @Test func `a measure that decides nothing gets no verdict`() throws {
        let result = try compare("t80_min", [30, 40, 50], [10, 20, 31], simultaneous: nil)
        #expect(result.verdict == .exploratory && !result.decides && result.setsHolding == nil)
    }

    @Test func `a replication missing in one variant is left out of both`() throws {
        let result = try compare("deadline_missed", [0.5, nil, 0.4], [0.4, 0.1, nil])
        #expect(result.pairs == 1 && abs(result.meanDifference + 0.1) < 1e-12)
        #expect(
            MeasureComparison(
                ByHand.sample("t80_min", [nil, 1]), with: ByHand.sample("t80_min", [1, nil]), simultaneous: 1) == nil)
    }

    @Test func `assumption sets are judged on run and echo together`() throws {
        // Sets: −10 and −10; −10 and +4; −10 and +12; −10 and +10.
        let result = try compare(
            "t80_min", [30, 30, 30, 30], [20, 20, 20, 20], echoes: ([30, 30, 30, 30], [20, 34, 42, 40]))
        #expect(result.verdict == .better)
        #expect(result.setsBetter == 2 && result.setsWorse == 1 && result.setsHolding == 2)
    }
}
