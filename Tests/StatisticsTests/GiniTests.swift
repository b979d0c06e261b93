import Statistics
import Testing

@Test func `equal loads have a coefficient of zero, one bearer of all n minus 1 over n`() {
    #expect(Gini.coefficient(of: [3, 3, 3, 3]) == 0)
    #expect(Gini.coefficient(of: [0, 0, 0, 12]) == 0.75)
    #expect(Gini.coefficient(of: [7]) == 0)
}

@Test func `no members and no load count as equal`() {
    #expect(Gini.coefficient(of: []) == 0)
    #expect(Gini.coefficient(of: [0, 0]) == 0)
}

@Test func `the coefficient is half the relative mean difference, in any order and unit`() {
    var numbers = SampleNumbers(seed: 8)
    for _ in 0..<20 {
        let loads = (0..<15).map { _ in numbers.uniform() * 24 }
        var differences = 0.0
        for first in loads { for second in loads { differences += (first - second).magnitude } }
        let expected = differences / (2 * 15 * loads.reduce(0, +))
        #expect(isClose(Gini.coefficient(of: loads), expected, within: 1e-10))
        #expect(isClose(Gini.coefficient(of: loads.reversed().map { $0 * 60 }), expected, within: 1e-10))
    }
}
