import Testing

@testable import Experiments
@testable import Mobilization

@Suite struct CurveTests {
    @Test func `a curve has mean and quantiles at each sample`() {
        let curve = Curve([[0, 10], [1, 20], [2, 30]])
        #expect(curve.mean == [1, 20])
        // Rank 0.1 of 0, 1, 2 and rank 1.9.
        #expect(abs(curve.p5[0] - 0.1) < 1e-12 && abs(curve.p95[1] - 29) < 1e-12)
        #expect(Curve([]).mean.isEmpty)
    }

    @Test func `people at least in a state are those in it and beyond`() {
        let width = PersonState.allCases.count
        var first = [Int32](repeating: 0, count: width)
        first[Int(PersonState.queuing.rawValue)] = 2
        first[Int(PersonState.onPost.rawValue)] = 3
        first[Int(PersonState.declined.rawValue)] = 7
        var observation = ByHand.observation("t80_min", 1)
        observation.run.mobilization = first
        let curves = MobilizationCurves(ByHand.record([observation]))
        #expect(curves.mean(inAny: PersonState.mobilized) == [5])
        #expect(curves.mean(.onPost) == [3])
    }

    @Test func `coverage is a share of each ground's own residents`() {
        var small = ByHand.observation("t80_min", 1)
        small.run.covered = [10, 0, 5, 20, 5, 0]
        small.ground.residents = 20
        var large = ByHand.observation("t80_min", 1)
        large.run.covered = [10, 0, 0, 40, 0, 0]
        large.ground.residents = 40
        let curves = CoverageCurves(ByHand.record([small, large])).curves
        #expect(curves.map(\.mean) == [[0.375], [0], [0.125], [1], [0.125], [0]])
        small.ground.residents = 0
        #expect(CoverageCurves(ByHand.record([small, large])).curves.isEmpty)
    }
}
