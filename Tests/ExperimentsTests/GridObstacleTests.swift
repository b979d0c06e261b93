import Mobilization
import Testing

@testable import Experiments

@Suite struct GridObstacleTests {
    /// Replication 0 of the small street with changes.
    private func run(_ changes: [(String, String)]) throws -> RunRecord {
        try #require(try SmallStreet.record(changes).variants[0].first)
    }

    @Test func `a grid is held up by what its decisive need was still waiting for`() throws {
        // No crew ever has enough people, so neither warnings nor transfers of the first grid are begun.
        let run = try run([(#""minimum": 2, "full": 3, "level": "II""#, #""minimum": 100, "full": 100, "level": "II""#)]
        )
        #expect(run.grids[0].minutes == .infinity)
        #expect(GridObstacle.main(ofGrid: 0, in: run) == .noTeam)
    }

    @Test func `a grid whose decisive need was begun is held up by nothing, whatever else was not`() throws {
        let run = try run([])
        let detail = try #require(run.detail)
        for grid in run.grids.indices {
            let isBegun = detail.decisiveNeed(ofGrid: grid)?.story.started ?? -1 >= 0
            #expect((GridObstacle.main(ofGrid: grid, in: run) == nil) == (isBegun || run.grids[grid].minutes == nil))
        }
    }
}
