import RandomStreams
import Testing

@Suite struct NormalDistributionTests {
    @Test func `probabilities agree with 40-digit arithmetic, also far in the tail`() {
        let reference: [(Double, Double)] = [
            (-37, 5.725571222524577e-300), (-20, 2.7536241186062337e-89), (-8, 6.220960574271784e-16),
            (-5.7, 5.990371401063528e-09), (-5.6, 1.071759025831093e-08), (-3, 0.0013498980316300946),
            (-1.96, 0.024997895148220435), (-0.68, 0.2482522304535705), (-0.67, 0.2514288950953101),
            (-1e-10, 0.49999999996010575), (0, 0.5), (0.5, 0.6914624612740131), (1, 0.8413447460685429),
            (2.5, 0.9937903346742238), (6, 0.9999999990134123),
        ]
        for (z, expected) in reference {
            #expect(abs(SpecialFunctions.normalCumulative(z) / expected - 1) < 1e-15, "at \(z)")
        }
        #expect(SpecialFunctions.normalCumulative(-.infinity) == 0)
        #expect(SpecialFunctions.normalCumulative(.infinity) == 1)
        #expect(SpecialFunctions.normalCumulative(.nan).isNaN)
    }

    @Test func `quantiles agree with 40-digit arithmetic`() {
        let reference: [(Double, Double)] = [
            (1e-300, -37.0470962993612), (1e-20, -9.262340089798407), (1e-9, -5.9978070150076865),
            (0.001, -3.0902323061678136), (0.025, -1.9599639845400543), (0.074, -1.4466320671589785),
            (0.076, -1.4325027208258116), (0.25, -0.6744897501960817), (0.6, 0.2533471031357997),
            (0.975, 1.9599639845400538), (0.999, 3.090232306167813),
        ]
        for (probability, expected) in reference {
            #expect(abs(SpecialFunctions.normalQuantile(probability) / expected - 1) < 1e-15, "at \(probability)")
        }
        #expect(SpecialFunctions.normalQuantile(0.5) == 0)
        #expect(SpecialFunctions.normalQuantile(0) == -.infinity)
        #expect(SpecialFunctions.normalQuantile(1) == .infinity)
        for bad in [-0.5, 1.5, .nan] { #expect(SpecialFunctions.normalQuantile(bad).isNaN) }
    }

    @Test func `quantile and probability undo each other`() {
        for step in -370...80 {
            let z = Double(step) / 10
            let back = SpecialFunctions.normalQuantile(SpecialFunctions.normalCumulative(z))
            // Near 1 a probability has only absolute precision: one unit of it, over the density.
            let rounding = z > 0 ? 0x1p-53 * 2.51 * Elementary.exp(z * z / 2) : 0
            #expect(abs(back - z) < 2e-15 * max(1, abs(z)) + rounding, "at \(z)")
        }
    }

    @Test func `both ends are mirror images`() {
        for step in 1..<512 {
            let probability = Double(step) / 1024
            #expect(
                SpecialFunctions.normalQuantile(probability) == -SpecialFunctions.normalQuantile(1 - probability))
        }
    }

    @Test func `the quantile never falls, not even where two formulas meet`() {
        let seams = [0.075, 0.5, 0.925, 1.388794386496402e-11]
        for seam in seams {
            var probability = seam * (1 - 1e-13)
            var last = -Double.infinity
            for _ in 0..<2000 {
                let value = SpecialFunctions.normalQuantile(probability)
                #expect(value >= last - 4 * abs(value).ulp)
                last = value
                probability = probability.nextUp
            }
        }
    }
}
