import Statistics
import Testing

private let printedRows: [(Double, [Double])] = [
    (1.0, [6.314, 12.706, 63.657]), (2, [2.920, 4.303, 9.925]), (5, [2.015, 2.571, 4.032]),
    (10, [1.812, 2.228, 3.169]), (30, [1.697, 2.042, 2.750]), (60, [1.671, 2.000, 2.660]),
    (120, [1.658, 1.980, 2.617]),
]

private let exactQuantiles: [(Double, Double, Double)] = [
    (1.0, 0.975, 12.7062047361746933), (29, 0.975, 2.04522964213270387), (29, 0.9999, 4.25389411843232023),
    (2.5, 0.51, 0.0276438413318401028), (0.5, 0.9, 10.2703244102345107), (1e4, 0.975, 1.96020123989062588),
    (1e6, 0.975, 1.95996635681410666),
]

private let exactProbabilities: [(Double, Double, Double)] = [
    (1.0, -3.0, 0.102416382349566726), (2.5, 0.5, 0.671151040065142655), (29, 2, 0.972528181408516405),
    (29, -8, 4.00628782481585137e-9), (1e4, -3, 0.00135322409499883314), (0.5, 2, 0.777242554908434384),
    (3, 1e-6, 0.500000367552596948),
]

@Test(arguments: printedRows)
func `quantiles are those of the printed table`(degreesOfFreedom: Double, row: [Double]) {
    for (probability, printed) in zip([0.95, 0.975, 0.995], row) {
        let quantile = StudentT.quantile(probability, degreesOfFreedom: degreesOfFreedom)
        #expect((quantile - printed).magnitude <= 0.0005)
        #expect(StudentT.quantile(1 - probability, degreesOfFreedom: degreesOfFreedom) < 0)
    }
}

@Test(arguments: exactQuantiles)
func `quantiles agree with 40-digit arithmetic`(degreesOfFreedom: Double, probability: Double, expected: Double) {
    let quantile = StudentT.quantile(probability, degreesOfFreedom: degreesOfFreedom)
    #expect(isClose(quantile, expected, within: 1e-11))
}

@Test(arguments: exactProbabilities)
func `probabilities agree with 40-digit arithmetic`(degreesOfFreedom: Double, value: Double, expected: Double) {
    let probability = StudentT.cumulative(value, degreesOfFreedom: degreesOfFreedom)
    #expect(isClose(probability, expected, within: 1e-11))
}

@Test func `one degree of freedom is Cauchy's distribution and two have a closed form`() {
    #expect(isClose(StudentT.cumulative(1, degreesOfFreedom: 1), 0.75))
    for value in [-20.0, -1, -0.01, 0, 0.3, 2, 50] {
        let closed = 0.5 + value / (2 * (2 + value * value).squareRoot())
        #expect(isClose(StudentT.cumulative(value, degreesOfFreedom: 2), closed, within: 1e-10))
    }
}

@Test(arguments: [0.3, 1, 2, 7.5, 29, 400])
func `the quantile inverts the probability`(degreesOfFreedom: Double) {
    #expect(StudentT.quantile(0.5, degreesOfFreedom: degreesOfFreedom) == 0)
    var previous = -Double.infinity
    for step in 1..<200 {
        let probability = Double(step) / 200
        let value = StudentT.quantile(probability, degreesOfFreedom: degreesOfFreedom)
        #expect(value > previous)
        #expect(isClose(StudentT.cumulative(value, degreesOfFreedom: degreesOfFreedom), probability, within: 1e-10))
        previous = value
    }
}

@Test func `quantiles just above the middle keep their digits`() {
    // Cauchy's quantile is tan π(p − 1/2), here of a tiny angle.
    let quantile = StudentT.quantile(0.5 + 0x1p-20, degreesOfFreedom: 1)
    #expect(isClose(quantile, .pi * 0x1p-20, within: 1e-11))
}

@Test func `an infinite statistic has a p value of zero`() {
    #expect(StudentT.twoSidedProbability(.infinity, degreesOfFreedom: 9) == 0)
    #expect(StudentT.twoSidedProbability(1e200, degreesOfFreedom: 9) == 0)
    #expect(StudentT.twoSidedProbability(0, degreesOfFreedom: 9) == 1)
    #expect(StudentT.cumulative(-.infinity, degreesOfFreedom: 3) == 0)
    #expect(StudentT.cumulative(.infinity, degreesOfFreedom: 3) == 1)
}
