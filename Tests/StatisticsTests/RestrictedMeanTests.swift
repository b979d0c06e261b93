import Statistics
import Testing

@Test func `times all reached have a plain mean`() {
    let summary = RestrictedMean(times: [10, 20, 30], horizon: 100)
    #expect(summary.count == 3 && summary.reached == 3)
    #expect(summary.mean == 20 && summary.restricted?.estimate == 20)
    #expect(summary.meanInterval == MeanInterval.interval(of: [10, 20, 30]))
    #expect(summary.quantile(0.5) == 20)
}

@Test func `a time never reached empties the mean and enters everything else`() {
    let summary = RestrictedMean(times: [10, .infinity, 30, 50], horizon: 100)
    #expect(summary.count == 4 && summary.reached == 3)
    #expect(summary.mean == nil && summary.meanInterval == nil)
    #expect(summary.restricted == MeanInterval.interval(of: [10, 100, 30, 50]))
    #expect(summary.reachedShare == WilsonInterval.interval(successes: 3, of: 4))
    #expect(summary.quantile(0.5) == 40)
    #expect(summary.quantile(0.9) == .infinity)
}

@Test func `a time beyond the horizon was not observed`() {
    let summary = RestrictedMean(times: [10, 100, 100.001], horizon: 100)
    #expect(summary.reached == 2)
    #expect(summary.quantile(1) == .infinity)
    #expect(summary.restricted?.estimate == 70)
}

@Test func `a goal never reached at all is never, not zero`() {
    let summary = RestrictedMean(times: [.infinity, .infinity], horizon: 60)
    #expect(summary.reached == 0 && summary.mean == nil)
    #expect(summary.restricted == ConfidenceInterval(estimate: 60, lower: 60, upper: 60))
    #expect(summary.reachedShare?.lower == 0 && summary.reachedShare?.upper == 1)
    #expect(summary.quantile(0.1) == .infinity)
}

@Test func `no replications and one replication are summarized without NaN`() {
    let none = RestrictedMean(times: [], horizon: 60)
    #expect(none.mean == nil && none.restricted == nil && none.reachedShare == nil && none.quantile(0.5) == nil)
    let one = RestrictedMean(times: [5], horizon: 60)
    #expect(one.mean == 5 && one.meanInterval == nil && one.restricted == nil && one.quantile(0.9) == 5)
}

@Test func `variants are compared by restricted mean and by share reached`() throws {
    let baseline: [Double] = [40, .infinity, 50, .infinity]
    let variant: [Double] = [30, 60, 50, .infinity]
    let means = try #require(RestrictedMean.difference(baseline: baseline, variant: variant, horizon: 100))
    #expect(means.difference.estimate == -(10.0 + 40 + 0 + 0) / 4)
    let shares = try #require(RestrictedMean.reachedDifference(baseline: baseline, variant: variant, horizon: 100))
    #expect(shares.difference.estimate == 0.25)
    let same = try #require(RestrictedMean.reachedDifference(baseline: baseline, variant: baseline, horizon: 100))
    #expect(same.difference == ConfidenceInterval(estimate: 0, lower: 0, upper: 0) && same.pValue == 1)
}
