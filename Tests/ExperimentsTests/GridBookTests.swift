import RandomStreams
import Testing

@testable import Experiments
@testable import Mobilization

@Suite struct GridBookTests {
    private func observation(_ grids: [(String, Double?, ResponseStage?)], block: Int) -> Observation {
        var observation = ByHand.observation("t80_min", 1, block: block)
        observation.run.grids = grids.map { .init(minutes: $0.1, slowest: $0.2, lateHouseholds: 0) }
        observation.ground.gridKeys = grids.map { EntityKey(path: $0.0) }
        return observation
    }

    @Test func `a grid is followed by its path through places that have other grids`() throws {
        let summaries = ByHand.summaries([
            observation([("a", 10, .travel), ("b", 40, .order)], block: 0),
            observation([("new", 1, .work), ("a", 30, .travel), ("b", .infinity, nil)], block: 1),
            observation([("b", 50, .notify), ("a", 20, .order)], block: 2),
        ])
        #expect(summaries.count == 2)
        #expect(summaries[0].count == 3 && summaries[0].median == 20)
        #expect(summaries[0].slowest == .travel && summaries[0].slowestCount == 2)
        #expect(summaries[1].reached == 2 && summaries[1].median == 50)
    }

    @Test func `a grid without needs has no time`() throws {
        let summaries = ByHand.summaries([observation([("a", nil, nil)], block: 0)])
        #expect(summaries[0].count == 0 && summaries[0].median == nil && summaries[0].slowest == nil)
    }

    @Test func `how long a grid is an island is the median over the runs, in how many it is one is counted`() {
        var observations = [0, 1, 2].map { observation([("a", 1, nil), ("b", 1, nil)], block: $0) }
        for (number, minutes) in [0.0, 90, 30].enumerated() {
            observations[number].run.grids[0].cutOffMinutes = minutes
        }
        let summaries = ByHand.summaries(observations)
        #expect(summaries[0].islandCount == 2 && summaries[0].cutOffMedian == 30)
        #expect(summaries[1].islandCount == 0 && summaries[1].cutOffMedian == nil)
    }

    @Test func `medians of more runs than are kept are those of all of them, as near as is said`() {
        // 1,200 grids, so that no more than 500 runs are kept.
        func minutes(_ grid: Int, _ run: Int) -> Double? {
            switch grid % 3 {
            case 0: Double((grid + run * 977) % 7000)
            case 1: run % 5 < 3 ? .infinity : Double(run)
            default: run % 2 == 0 ? nil : Double((run * 31 + grid) % 600) / 60_000
            }
        }
        var record = VariantRecord()
        for run in 0..<700 {
            var observation = observation([], block: run)
            observation.run.grids = (0..<1200).map { .init(minutes: minutes($0, run), slowest: nil, lateHouseholds: 0) }
            observation.ground.gridKeys = (0..<1200).map { EntityKey(path: "\($0)") }
            record.add(observation)
        }
        for summary in record.grids.summaries {
            let values = (0..<700).compactMap { minutes(summary.row, $0) }.sorted()
            #expect(summary.count == values.count && summary.reached == values.count { $0.isFinite })
            let (low, high) = (values[(values.count - 1) / 2], values[values.count / 2])
            let median = high.isFinite ? (low + high) / 2 : .infinity
            #expect(
                summary.median == median || ((summary.median ?? .infinity) - median).magnitude <= 0.004 * median,
                "\(summary.row)")
        }
    }
}
