import Statistics
import Testing

@Test func `fewer than two values have no interval`() {
    #expect(MeanInterval.interval(of: [Double]()) == nil)
    #expect(MeanInterval.interval(of: [3]) == nil)
}

@Test func `the interval agrees with a worked example`() {
    // Law, Simulation Modeling and Analysis, example 4.27: ten observations, 90 % interval 1.34 ± 0.24.
    let values = [1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09]
    let interval = MeanInterval.interval(of: values, confidence: 0.9)
    #expect(isClose(interval?.estimate, 1.343))
    #expect(((interval?.upper ?? 0) - 1.343 - 0.24).magnitude < 0.005)
    #expect((1.343 - (interval?.lower ?? 0) - 0.24).magnitude < 0.005)
}

@Test func `equal values have an interval of no width`() {
    #expect(MeanInterval.interval(of: [0.1, 0.1, 0.1]) == ConfidenceInterval(estimate: 0.1, lower: 0.1, upper: 0.1))
}

@Test(arguments: [2, 5, 30])
func `95 percent intervals of normal samples contain the truth in 93 to 97 percent`(size: Int) throws {
    var numbers = SampleNumbers(seed: UInt64(size))
    var hits = 0
    for _ in 0..<2000 {
        let interval = try #require(MeanInterval.interval(of: numbers.normals(size, mean: 10)))
        hits += interval.contains(10) ? 1 : 0
    }
    #expect((1860...1940).contains(hits))
}
