import RandomStreams
import Testing

@testable import Statistics

@Suite struct SkewnessCorrectionTests {
    @Test func `a level sample and a small one are left alone`() {
        #expect(SkewnessCorrection(deviations: (-10...10).map { Double($0) }) == nil)
        #expect(SkewnessCorrection(deviations: [1, 0, 0, -1, 5]) == nil)
        #expect(SkewnessCorrection(deviations: Array(repeating: 0, count: 40)) == nil)
    }

    @Test func `the correction follows Hall's polynomial`() throws {
        // Nineteen at −1 and one at 19: skewness 324 / 19^1.5 · … by hand: squares 380 / 20 = 19, cubes (6859 − 19) / 20 = 342.
        let deviations = Array(repeating: -1.0, count: 19) + [19]
        let correction = try #require(SkewnessCorrection(deviations: deviations))
        let skewness = 342 / (19 * 19.0.squareRoot())
        let (third, x) = (skewness / 3, 1.5 / 20.0.squareRoot())
        let hall = x + third * x * x + third * third * x * x * x / 3 + skewness / (6 * 20)
        #expect((correction.corrected(1.5) - 20.0.squareRoot() * hall).magnitude < 1e-12)
    }

    @Test func `there and back again is where one was, and turning the sample turns everything`() throws {
        var numbers = SampleNumbers(seed: 4)
        for _ in 0..<50 {
            let deviations = (0..<25).map { _ in -Elementary.log(numbers.uniform()) - 1 }
            let one = try #require(SkewnessCorrection(deviations: deviations))
            let other = try #require(SkewnessCorrection(deviations: deviations.map { -$0 }))
            for step in -8...8 {
                let statistic = Double(step) / 2
                #expect((one.uncorrected(one.corrected(statistic)) - statistic).magnitude < 1e-9)
                #expect(other.corrected(-statistic) == -one.corrected(statistic))
            }
        }
    }
}
