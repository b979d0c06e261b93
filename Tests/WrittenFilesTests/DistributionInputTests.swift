import Foundation
import RandomStreams
import TestSupport
import Testing

@testable import WrittenFiles

struct DistributionInputTests {
    @Test(arguments: [
        (#""5 min""#, Distribution.fixed(300_000)), (#"{ "exponential": "20 min" }"#, .exponential(mean: 1_200_000)),
        (#"{ "lognormal": { "median": "1.5 min", "sigma": 0.5 } }"#, .lognormal(median: 90_000, sigma: 0.5)),
        (#"{ "triangular": ["3 min", "6 min", "15 min"] }"#, .triangular(low: 180_000, mode: 360_000, high: 900_000)),
        (#"{ "uniform": ["0 s", "1 h"] }"#, .uniform(low: 0, high: 3_600_000)),
        (#"{ "weibull": { "shape": 1.5, "scale": "20 min" } }"#, .weibull(shape: 1.5, scale: 1_200_000)),
        (#"{ "gamma": { "scale": "1 min", "shape": 2 } }"#, .gamma(shape: 2, scale: 60_000)),
        (
            #"{ "empirical": [[0.1, "2 min"], ["50%", "4 min"], [1, "9 min"]] }"#,
            .empirical([
                EmpiricalPoint(cumulative: 0.1, value: 120_000), EmpiricalPoint(cumulative: 0.5, value: 240_000),
                EmpiricalPoint(cumulative: 1, value: 540_000),
            ])
        ),
        (
            #"{ "chance": 0.46, "then": { "exponential": "20 min" } }"#,
            .chance(0.46, then: .exponential(mean: 1_200_000))
        ),
        (#"{ "then": "1 s", "chance": "50%" }"#, .chance(0.5, then: .fixed(1000))),
        (#"{ "value": { "uniform": ["1 s", "1 s"] }, "source": "x" }"#, .uniform(low: 1000, high: 1000)),
    ])
    func `every distribution is read`(_ text: String, _ distribution: Distribution) {
        let result = decodeInput(text, .durationDistribution)
        #expect(result.faults == [])
        #expect(result.value == distribution)
    }

    @Test(arguments: [
        ("5", "8: x: this is 5"), (#"{}"#, "8: x: this is an object"),
        (#"{ "normal": "5 min" }"#, "10: x.normal: the key \"normal\""),
        (#"{ "lognormal": "5 min" }"#, "23: x.lognormal: this is \"5 min\""),
        (#"{ "lognormal": { "median": "5 min" } }"#, "23: x.lognormal.sigma: the key \"sigma\" is missing"),
        (#"{ "lognormal": { "median": "0 min", "sigma": 1 } }"#, "35: x.lognormal.median: \"0 min\" is out of range"),
        (#"{ "lognormal": { "median": "5 min", "sigma": -1 } }"#, "53: x.lognormal.sigma: -1 is out of range"),
        (
            #"{ "lognormal": { "median": "5 min", "sigma": 1, "mean": 1 } }"#,
            "56: x.lognormal.mean: the key \"mean\" is not known"
        ),
        (#"{ "exponential": "5 km" }"#, "25: x.exponential: the unit \"km\""),
        (#"{ "triangular": ["3 min", "2 min", "5 min"] }"#, "24: x.triangular: the values do not ascend"),
        (#"{ "uniform": ["3 min"] }"#, "21: x.uniform: the list has length 1, expected a list of 2"),
        (#"{ "weibull": { "shape": 0, "scale": "1 min" } }"#, "32: x.weibull.shape: 0 is out of range"),
        (#"{ "empirical": [] }"#, "23: x.empirical: this is a list"),
        (#"{ "empirical": [[0.1, "2 min"], [0.1, "3 min"]] }"#, "40: x.empirical[1]: the values do not ascend"),
        (
            #"{ "empirical": [[0.1, "2 min"], [0.9, "3 min"]] }"#,
            "40: x.empirical[1]: the last cumulative share is not 1"
        ),
        (#"{ "chance": 0.5, "then": { "exponential": 5 } }"#, "50: x.then.exponential: 5 has no unit"),
        (#"{ "chance": 0.5, "uniform": ["1 s", "2 s"] }"#, "25: x.uniform: the key"),
        (#"{ "chance": 1.5, "then": "1 min" }"#, "20: x.chance: 1.5 is out of range"),
        (#"{ "chance": 0.5 }"#, "8: x.then: the key \"then\" is missing"),
        (#"{ "exponential": "1 min", "uniform": ["1 s", "2 s"] }"#, "34: x.uniform: the key \"uniform\" is not known"),
        (#"{ "exponential": "1 min", "then": "1 s" }"#, "34: x.then: the key \"then\" is not known"),
        (#"{ "exponental": "1 min" }"#, "10: x.exponental: the key \"exponental\" is not known"),
    ])
    func `a wrong distribution is a fault at the wrong part`(_ text: String, _ fault: String) {
        let faults = decodeInput(text, .durationDistribution).faults
        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix("test.jsonc:1:" + fault) == true, "\(faults)")
    }

    @Test func `chances within chances end with the nesting of the file, on a small stack too`() async {
        let text =
            String(repeating: #"{ "chance": 0.5, "then": "#, count: 150) + "\"1 min\""
            + String(repeating: "}", count: 150)
        let isClean = await withCheckedContinuation { continuation in
            let thread = Thread {
                continuation.resume(returning: decodeInput(text, .durationDistribution).faults == [])
            }
            thread.stackSize = 512 << 10
            thread.start()
        }
        #expect(isClean)
    }

    @Test func `a range is about the center, and a draw stretches the whole`() {
        let text = #"{ "value": { "lognormal": { "median": "2 min", "sigma": 0.5 } }, "range": ["1 min", "6 min"] }"#
        for (uniform, median) in [(0.0, 60_000.0), (0.25, 90_000), (0.5, 120_000), (0.75, 240_000), (1, 360_000)] {
            let result = decodeInput(text, .durationDistribution, draw: AssumptionDraw { _ in uniform })
            #expect(result.faults == [])
            #expect(result.value == .lognormal(median: median, sigma: 0.5))
        }
    }

    @Test func `a range of shares is about the chance, one of durations about what then happens`() {
        let shares = #"{ "value": { "chance": 0.4, "then": "10 min" }, "range": ["20%", 0.5] }"#
        let drawn = decodeInput(shares, .durationDistribution, draw: AssumptionDraw { _ in 0 })
        #expect(drawn.value == .chance(0.2, then: .fixed(600_000)))
        let times =
            #"{ "value": { "chance": 0.4, "then": { "exponential": "10 min" } }, "range": ["5 min", "20 min"] }"#
        let stretched = decodeInput(times, .durationDistribution, draw: AssumptionDraw { _ in 1 })
        #expect(stretched.value == .chance(0.4, then: .exponential(mean: 1_200_000)))
    }

    @Test func `a delay of zero can grow, a distribution around zero cannot be stretched`() {
        let fixed = #"{ "value": "0 s", "range": ["0 s", "4 s"] }"#
        #expect(decodeInput(fixed, .durationDistribution, draw: AssumptionDraw { _ in 0.75 }).value == .fixed(2000))
        let triangle = #"{ "value": { "triangular": ["0 s", "0 s", "4 s"] }, "range": ["0 s", "4 s"] }"#
        #expect(decodeInput(triangle, .durationDistribution).faults.count == 1)
    }

    @Test func `a center outside its range is a fault`() {
        let text = #"{ "value": { "exponential": "9 min" }, "range": ["1 min", "6 min"] }"#
        #expect(
            decodeInput(text, .durationDistribution).faults == [
                #"test.jsonc:1:19: x: the value { "exponential": "9 min" } lies outside its range, "#
                    + #"expected a value within ["1 min", "6 min"]"#
            ])
    }
}
