import RandomStreams
import Testing

@testable import Experiments
@testable import Mobilization

@Suite struct ExperimentRecordTests {
    /// Replication `number` of a made-up variant with 1,500 counts of people and 1,200 grids.
    private func observation(_ number: Int) -> Observation {
        var observation = ByHand.observation("t80_min", Double(number), block: number / 5)
        observation.run.mobilization = (0..<1500).map { Int32(($0 * 31 + number * 17) % 400) }
        observation.run.covered = (0..<1200).map { Int32(($0 * 13 + number * 29) % 1000) }
        observation.run.grids = (0..<1200).map {
            .init(
                minutes: Double(($0 + number * 3) % 90), slowest: .travel, lateHouseholds: 0,
                cutOffMinutes: Double(number % 7))
        }
        observation.ground = GroundTraits(
            block: number / 5, residents: 1000, gridKeys: (0..<1200).map { EntityKey(path: "\(number / 5 % 3)/\($0)") })
        return observation
    }

    private func size(_ variant: VariantRecord) -> Int {
        variant.runs.size + variant.echoes.size + variant.blocks.count + variant.people.size
            + (variant.covered?.size ?? 0) + variant.grids.size
    }

    @Test func `a replication more is a row of measures more, and nothing else`() {
        var record = ExperimentRecord(variants: 1, planned: 5000)
        var sizes: [Int] = []
        for number in 0..<4000 {
            record.add([observation(number)])
            // Always as many rows wait for their sketches: those come in thirty-twos.
            if number % 960 == 959 { sizes.append(size(record.variants[0])) }
        }
        // One measure, its echo, and the block.
        #expect(sizes.count == 4)
        for (before, after) in zip(sizes.dropFirst(), sizes.dropFirst(2)) { #expect(after - before == 960 * 3) }
        #expect(record.replications == 0..<4000 && record.wasInterrupted && record.blockCount == 800)
    }

    @Test func `the first law broken is the first in the order of replications and variants`() {
        var record = ExperimentRecord(variants: 2, planned: 3)
        let whole = ByHand.observation("t80_min", 1)
        var broken = whole
        broken.run.breach = LawBreach(law: .littlesLaw, detail: "made up")
        record.add([whole, whole])
        #expect(record.breach == nil)
        record.add([whole, broken])
        record.add([broken, broken])
        #expect(record.breach?.variant == 1 && record.breach?.replication == 1)
        #expect(!record.wasInterrupted)
    }
}
