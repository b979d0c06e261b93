import Coverage
import DenseTables
import Testing

@Suite struct CoverageReachTests {
    @Test func `a site reaches the cells within its minutes, to the millisecond`() {
        let travel: [[UInt32]] = [[0, 600_000, 600_001, .max], [900_000, 599_999, 1, 600_000]]
        let reach = CoverageReach(minutes: 10, sites: 2, weights: [1, 2, 4, 8]) { travel[$0][$1] }
        #expect(Array(reach.cells(of: SiteID(0))) == [0, 1])
        #expect(Array(reach.cells(of: SiteID(1))) == [1, 2, 3])
        #expect(reach.total == 15)
        #expect(reach.minutes == 10)
    }

    @Test func `no number of minutes reaches what no road leads to`() {
        let reach = CoverageReach(minutes: 60_000, sites: 1, weights: [1, 2]) { _, cell in cell == 0 ? 5 : .max }
        #expect(Array(reach.cells(of: SiteID(0))) == [0])
    }

    @Test func `the share covered is that of the residents some site reaches, each counted once`() {
        var random = SystemlessGenerator(state: 1)
        for _ in 0..<60 {
            let (reach, travel, weights) = randomReach(&random)
            let chosen = travel.indices.filter { _ in Bool.random(using: &random) }
            var covered = 0
            for (cell, weight) in weights.enumerated() where chosen.contains(where: { travel[$0][cell] <= 600_000 }) {
                covered += weight
            }
            let total = weights.reduce(0, +)
            // A site named twice covers no more than one.
            let share = reach.share(coveredBy: (chosen + chosen).map { SiteID($0) })
            #expect(share == (total == 0 ? 0 : Double(covered) / Double(total)))
        }
    }

    @Test func `where nobody lives nobody is covered`() {
        let empty = CoverageReach(minutes: 10, sites: 1, weights: []) { _, _ in 0 }
        #expect(empty.share(coveredBy: [SiteID(0)]) == 0)
        let deserted = CoverageReach(minutes: 10, sites: 1, weights: [0, 0]) { _, _ in 0 }
        #expect(deserted.share(coveredBy: [SiteID(0)]) == 0)
    }
}

/// Random travel times of a few sites to a few cells, around ten minutes, and the reach made of them.
func randomReach(
    _ random: inout SystemlessGenerator
) -> (reach: CoverageReach, travel: [[UInt32]], weights: [Int]) {
    let (sites, cells) = (Int.random(in: 1...8, using: &random), Int.random(in: 0...20, using: &random))
    let weights = (0..<cells).map { _ in Int.random(in: 0...500, using: &random) }
    let travel = (0..<sites).map { _ in (0..<cells).map { _ in UInt32.random(in: 0...1_200_000, using: &random) } }
    let reach = CoverageReach(minutes: 10, sites: sites, weights: weights) { travel[$0][$1] }
    return (reach, travel, weights)
}

/// A generator of numbers for tests, the same on every machine (SplitMix64).
struct SystemlessGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
