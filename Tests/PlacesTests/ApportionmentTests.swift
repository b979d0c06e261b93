import Testing

@testable import Places

@Suite struct ApportionmentTests {
    @Test func `parts add up to the total and stay within one of their quota`() {
        for total in [0, 1, 7, 100, 435_600] {
            for weights in [[1.0], [1, 1, 1], [0.1, 0.2, 0.7], [5, 0, 3, 3, 3, 11]] {
                let parts = apportion(total, by: weights)
                let sum = weights.reduce(0, +)
                #expect(parts.reduce(0, +) == total)
                for (part, weight) in zip(parts, weights) {
                    #expect(abs(Double(part) - Double(total) * weight / sum) < 1)
                }
            }
        }
    }

    @Test func `the largest remainders get what is left, the earlier of equal ones first`() {
        #expect(apportion(10, by: [1.5, 1.4, 0.1]) == [5, 5, 0])
        #expect(apportion(4, by: [1, 1, 1]) == [2, 1, 1])
        #expect(apportion(3, by: [0, 0]) == [2, 1])
        #expect(apportion(3, by: []).isEmpty)
    }
}
