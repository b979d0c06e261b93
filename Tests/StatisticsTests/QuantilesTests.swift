import Statistics
import Testing

@Test func `quantiles follow definition 7 of Hyndman and Fan`() {
    // numpy.quantile([1, 2, 4, 8, 16], [0, .1, .25, .5, .9, 1])
    let values: [Double] = [1, 2, 4, 8, 16]
    let expected = [0: 1, 0.1: 1.4, 0.25: 2, 0.5: 4, 0.9: 12.8, 1: 16]
    for (probability, quantile) in expected {
        #expect(isClose(Quantiles.quantile(probability, ofSorted: values), quantile))
    }
    #expect(Quantiles.quantile(0.5, ofSorted: [1, 2]) == 1.5)
    #expect(Quantiles.quantile(0.3, ofSorted: [5]) == 5)
    #expect(Quantiles.quantile(0.3, ofSorted: []) == nil)
}

@Test func `a quantile on or beyond a time never reached is never reached`() {
    let times: [Double] = [3, 5, .infinity, .infinity]
    #expect(Quantiles.quantile(0, ofSorted: times) == 3)
    #expect(Quantiles.quantile(1.0 / 3, ofSorted: times) == 5)
    #expect(Quantiles.quantile(0.34, ofSorted: times) == .infinity)
    #expect(Quantiles.quantile(0.5, ofSorted: times) == .infinity)
    #expect(Quantiles.quantile(1, ofSorted: times) == .infinity)
    for step in 0...100 {
        #expect(Quantiles.quantile(Double(step) / 100, ofSorted: [.infinity, .infinity]) == .infinity)
    }
}

@Test func `a rounding does not turn a finite quantile into never`() {
    // 0.07 × 100 is 7.000000000000001.
    let times = (0..<8).map { Double($0) } + Array(repeating: Double.infinity, count: 93)
    #expect(Quantiles.quantile(0.07, ofSorted: times) == 7)
}

@Test func `quantiles rise with the probability and are never NaN`() {
    var numbers = SampleNumbers(seed: 3)
    for _ in 0..<200 {
        let size = 1 + Int(numbers.bits() % 12)
        let times = (0..<size).map { _ in numbers.uniform() < 0.3 ? Double.infinity : numbers.normal() }
        let quantiles = Quantiles.quantiles((0...40).map { Double($0) / 40 }, of: times).compactMap { $0 }
        #expect(quantiles.count == 41 && quantiles.allSatisfy { !$0.isNaN })
        #expect(quantiles == quantiles.sorted())
        #expect(quantiles.first == times.min() && quantiles.last == times.max())
    }
}
