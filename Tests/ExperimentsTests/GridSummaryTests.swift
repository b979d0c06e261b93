import RandomStreams
import Testing

@testable import Experiments
@testable import Mobilization

@Suite struct GridSummaryTests {
    private func observation(_ grids: [(String, Double?, Stage?)], block: Int) -> ExperimentRecord.Observation {
        var observation = ByHand.observation("t80_min", 1, block: block)
        observation.run.grids = grids.map { .init(minutes: $0.1, slowest: $0.2, lateHouseholds: 0) }
        observation.ground.gridKeys = grids.map { EntityKey(path: $0.0) }
        return observation
    }

    @Test func `a grid is followed by its path through places that have other grids`() throws {
        let summaries = GridSummary.all([
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
        let summaries = GridSummary.all([observation([("a", nil, nil)], block: 0)])
        #expect(summaries[0].count == 0 && summaries[0].median == nil && summaries[0].slowest == nil)
    }

    @Test func `how long a grid is an island is the median over the runs, in how many it is one is counted`() {
        var observations = [0, 1, 2].map { observation([("a", 1, nil), ("b", 1, nil)], block: $0) }
        for (number, minutes) in [0.0, 90, 30].enumerated() {
            observations[number].run.grids[0].cutOffMinutes = minutes
        }
        let summaries = GridSummary.all(observations)
        #expect(summaries[0].islandCount == 2 && summaries[0].cutOffMedian == 30)
        #expect(summaries[1].islandCount == 0 && summaries[1].cutOffMedian == nil)
    }
}
