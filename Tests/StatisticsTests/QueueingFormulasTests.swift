import Testing

@testable import Statistics

@Suite struct QueueingFormulasTests {
    /// Units, load in erlang, share blocked, share delayed, mean wait in mean works: computed to six digits elsewhere.
    private static let table: [(units: Int, load: Double, blocked: Double, delayed: Double, wait: Double)] = [
        (1, 0.5, 0.333333, 0.500000, 1.000000), (2, 1, 0.200000, 0.333333, 0.333333),
        (3, 1.5, 0.134328, 0.236842, 0.157895), (5, 3, 0.110054, 0.236152, 0.118076),
        (5, 4, 0.199067, 0.554113, 0.554113), (10, 5, 0.018385, 0.036105, 0.007221),
        (10, 8, 0.121661, 0.409180, 0.204590), (20, 12, 0.009796, 0.024134, 0.003017),
        (20, 15, 0.045593, 0.160429, 0.032086), (50, 40, 0.018691, 0.086953, 0.008695),
    ]

    @Test func `the formulas give the published table`() {
        for row in Self.table {
            #expect(abs(QueueingFormulas.erlangB(units: row.units, load: row.load) - row.blocked) < 1e-6)
            #expect(abs(QueueingFormulas.erlangC(units: row.units, load: row.load) - row.delayed) < 1e-6)
            #expect(abs(QueueingFormulas.meanWait(units: row.units, load: row.load) - row.wait) < 1e-6)
        }
    }

    @Test func `the blocked share is that of the truncated Poisson distribution`() {
        for units in 1...12 {
            for load in [0.1, 1, 3, 11.5] {
                var term = 1.0
                var sum = 1.0
                for busy in 1...units {
                    term *= load / Double(busy)
                    sum += term
                }
                #expect(abs(QueueingFormulas.erlangB(units: units, load: load) - term / sum) < 1e-12)
            }
        }
    }

    @Test func `a thousand units do not overflow`() {
        let blocked = QueueingFormulas.erlangB(units: 1000, load: 950)
        #expect(blocked > 0 && blocked < 0.02)
        #expect(QueueingFormulas.erlangB(units: 0, load: 3) == 1)
        #expect(QueueingFormulas.erlangB(units: 3, load: 0) == 0)
    }

    @Test func `too much load makes everybody wait forever`() {
        #expect(QueueingFormulas.erlangC(units: 3, load: 3) == 1)
        #expect(QueueingFormulas.meanWait(units: 3, load: 3.5) == .infinity)
        #expect(QueueingFormulas.meanWaitForOneUnit(load: 1, squaredVariation: 0) == .infinity)
    }

    @Test func `one unit agrees with the formula of Pollaczek and Khinchine`() {
        for load in [0.1, 0.5, 0.8, 0.99] {
            let general = QueueingFormulas.meanWaitForOneUnit(load: load, squaredVariation: 1)
            #expect(abs(general / QueueingFormulas.meanWait(units: 1, load: load) - 1) < 1e-12)
        }
        // M/D/1 at four fifths: 1.6 calls wait, half of those of M/M/1.
        #expect(abs(0.8 * QueueingFormulas.meanWaitForOneUnit(load: 0.8, squaredVariation: 0) - 1.6) < 1e-12)
    }
}
