import Testing

@testable import RandomStreams

@Suite struct LogGammaTests {
    @Test func `values agree with 40-digit arithmetic`() {
        let reference: [(Double, Double)] = [
            (0.001, 6.907178885383853), (0.5, 0.5723649429247001), (1.0000001, -5.772155829918507e-08),
            (1.5, -0.12078223763524522), (1.9999, -4.227520877215346e-05), (2.25, 0.1248717148923966),
            (3.7, 1.428072326665388), (7.5, 7.534364236758733), (8, 8.525161361065415), (10, 12.801827480081469),
            (100, 359.1342053695754), (12345.678, 103959.91990554606), (1e10, 220258509288.81058),
        ]
        for (x, expected) in reference {
            #expect(abs(SpecialFunctions.logGamma(x) / expected - 1) < 1e-15, "ln Γ(\(x))")
        }
        #expect(SpecialFunctions.logGamma(1) == 0)
        #expect(SpecialFunctions.logGamma(2) == 0)
        #expect(SpecialFunctions.logGamma(0) == .infinity)
        #expect(SpecialFunctions.logGamma(.infinity) == .infinity)
        #expect(SpecialFunctions.logGamma(.greatestFiniteMagnitude) == .infinity)
        #expect(SpecialFunctions.logGamma(-1).isNaN)
        #expect(SpecialFunctions.logGamma(.nan).isNaN)
    }

    @Test func `it grows by the logarithm of the number from one number to the next`() {
        var x = 0.01
        while x < 20 {
            let step = SpecialFunctions.logGamma(x + 1) - SpecialFunctions.logGamma(x)
            #expect(abs(step - Elementary.log(x)) < 2e-14, "at \(x)")
            x += 0.0371
        }
    }

    @Test func `the logarithm of the beta function keeps its precision with one large parameter`() {
        // B(2, b) = 1 / (b (b + 1)).
        for b in [0.5, 3, 7.9, 8, 100, 1e4, 1e8] {
            let expected = -Elementary.log(b) - Elementary.log(b + 1)
            #expect(abs(SpecialFunctions.logBeta(2, b) - expected) < 1e-14 * max(1, abs(expected)))
            #expect(SpecialFunctions.logBeta(2, b) == SpecialFunctions.logBeta(b, 2))
        }
    }
}
