import Statistics
import Testing

@Test func `the comparison agrees with Student's own example`() throws {
    // Hours of sleep gained by ten patients under two drugs (Student 1908).
    let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    let comparison = try #require(PairedComparison(baseline: first, variant: second))
    #expect(isClose(comparison.difference.estimate, 1.58))
    #expect(isClose(comparison.tStatistic, 4.062127683382037))
    #expect(isClose(comparison.pValue, 0.002832890197384273, within: 1e-9))
    #expect(isClose(comparison.difference.lower, 0.7001142367230175, within: 1e-9))
    #expect(isClose(comparison.difference.upper, 2.459885763276983, within: 1e-9))
}

@Test func `identical samples differ by exactly zero`() throws {
    let values = [0.1, 0.7, 1e9, -3.3]
    let comparison = try #require(PairedComparison(baseline: values, variant: values))
    #expect(comparison.difference == ConfidenceInterval(estimate: 0, lower: 0, upper: 0))
    #expect(comparison.tStatistic == 0 && comparison.pValue == 1)
}

@Test func `equal differences are certain and never NaN`() throws {
    let later = try #require(PairedComparison(baseline: [1, 2, 3], variant: [3, 4, 5]))
    #expect(later.difference == ConfidenceInterval(estimate: 2, lower: 2, upper: 2))
    #expect(later.tStatistic == .infinity && later.pValue == 0)
    let sooner = try #require(PairedComparison(baseline: [3, 4, 5], variant: [1, 2, 3]))
    #expect(sooner.tStatistic == -.infinity && sooner.pValue == 0)
}

@Test func `differences that cancel have a mean of zero and a p value of one`() throws {
    let comparison = try #require(PairedComparison(baseline: [0, 0], variant: [1, -1]))
    #expect(comparison.difference.estimate == 0 && comparison.pValue == 1)
    #expect(comparison.difference.lower < 0 && comparison.difference.upper > 0)
}

@Test func `a single pair cannot be compared`() {
    #expect(PairedComparison(baseline: [1], variant: [2]) == nil)
}

@Test func `swapping the samples turns the sign and keeps the p value`() throws {
    var numbers = SampleNumbers(seed: 12)
    for _ in 0..<50 {
        let first = numbers.normals(9)
        let second = numbers.normals(9, mean: 0.5)
        let one = try #require(PairedComparison(baseline: first, variant: second))
        let other = try #require(PairedComparison(baseline: second, variant: first))
        #expect(one.difference.estimate == -other.difference.estimate && one.pValue == other.pValue)
        #expect((one.pValue < 0.05) == !one.difference.contains(0))
    }
}

@Test func `without a true difference, one p value in twenty is below 5 percent`() throws {
    var numbers = SampleNumbers(seed: 77)
    var rejections = 0
    for _ in 0..<2000 {
        let comparison = try #require(PairedComparison(baseline: numbers.normals(8), variant: numbers.normals(8)))
        rejections += comparison.pValue < 0.05 ? 1 : 0
    }
    #expect((60...140).contains(rejections))
}
