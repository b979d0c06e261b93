import Foundation

/// The p-value of a Kolmogorov–Smirnov test of `sample` against a continuous cumulative distribution (Stephens 1970).
func kolmogorovSmirnov(_ sample: [Double], _ cumulative: (Double) -> Double) -> Double {
    let count = Double(sample.count)
    var distance = 0.0
    for (index, value) in sample.sorted().enumerated() {
        let probability = cumulative(value)
        distance = max(distance, probability - Double(index) / count, Double(index + 1) / count - probability)
    }
    let lambda = (count.squareRoot() + 0.12 + 0.11 / count.squareRoot()) * distance
    if lambda < 0.2 { return 1 }
    var sum = 0.0
    for term in 1...100 {
        sum += (term % 2 == 1 ? 2 : -2) * exp(-2 * Double(term * term) * lambda * lambda)
    }
    return min(max(sum, 0), 1)
}

/// Whether p-values of independent tests look as they should if all hypotheses are true: uniform, none impossible.
///
/// True hypotheses fail this about twice in a thousand families; the seeds of tests are fixed, so a failure stays.
func isPlausible(_ pValues: [Double]) -> Bool {
    guard let least = pValues.min() else { return false }
    return least * Double(pValues.count) > 0.001 && kolmogorovSmirnov(pValues) { $0 } > 0.001
}
