import Statistics
import Testing

@Test func `mean squares and shares agree with a worked example`() throws {
    // Groups {1, 3}, {5, 7}, {9, 11}: means 2, 6, 10; between 2·32/2 = 32, within 6/3 = 2, variance between (32 − 2)/2 = 15.
    let shares = try #require(VarianceShares(groups: [[1, 3], [5, 7], [9, 11]]))
    #expect(isClose(shares.betweenMeanSquare, 32) && isClose(shares.withinMeanSquare, 2))
    #expect(isClose(shares.betweenVariance, 15))
    #expect(isClose(shares.betweenShare, 15.0 / 17) && isClose(shares.withinShare, 2.0 / 17))
    // The overall mean varies by 15/3 from the groups and 2/6 from within.
    #expect(isClose(shares.betweenShareOfMean, 5 / (5 + 1.0 / 3)))
}

@Test func `groups of unequal size use the effective size`() throws {
    // Sizes 1 and 3: effective size (4 − 10/4)/1 = 1.5.
    let shares = try #require(VarianceShares(groups: [[10], [3, 4, 5]]))
    // Means 10 and 4, grand mean 5.5: between 1·4.5² + 3·1.5² = 27, within (1 + 0 + 1)/2 = 1.
    #expect(isClose(shares.betweenMeanSquare, 27) && isClose(shares.withinMeanSquare, 1))
    #expect(isClose(shares.betweenVariance, 26 / 1.5))
    #expect(isClose(shares.betweenShareOfMean, 26 / 1.5 * 10 / 16 / (26 / 1.5 * 10 / 16 + 0.25)))
}

@Test func `a negative estimate becomes zero and nothing that varies gives no share`() throws {
    let alike = try #require(VarianceShares(groups: [[0, 10], [10, 0]]))
    #expect(alike.betweenVariance == 0 && alike.betweenShare == 0 && alike.withinShare == 1)
    let constant = try #require(VarianceShares(groups: [[0.1, 0.1, 0.1], [0.1, 0.1]]))
    #expect(constant.betweenShare == 0 && constant.withinShare == 0 && constant.betweenShareOfMean == 0)
    let separate = try #require(VarianceShares(groups: [[1, 1], [2, 2]]))
    #expect(separate.betweenShare == 1 && separate.betweenShareOfMean == 1)
}

@Test func `what cannot be told apart has no answer`() {
    #expect(VarianceShares(groups: []) == nil)
    #expect(VarianceShares(groups: [[1, 2, 3]]) == nil)
    #expect(VarianceShares(groups: [[1], [2], [3]]) == nil)
    #expect(VarianceShares(groups: [[1, 2], []]) == nil)
}

@Test(arguments: [0.0, 0.2, 0.5, 0.9])
func `the share is recovered from many groups`(truth: Double) throws {
    var numbers = SampleNumbers(seed: 31)
    let groups = (0..<1000).map { _ in
        let effect = truth.squareRoot() * numbers.normal()
        return numbers.normals(5).map { effect + (1 - truth).squareRoot() * $0 }
    }
    let shares = try #require(VarianceShares(groups: groups))
    #expect((shares.betweenShare - truth).magnitude < 0.05)
    #expect(shares.betweenShare >= 0 && isClose(shares.betweenShare + shares.withinShare, 1))
}
