import DenseTables
import Places
import Testing

@testable import Mobilization

@Suite struct DecisiveNeedTests {
    /// The decisive one of waits in minutes, nil for never, by number.
    private func decisive(_ waits: [Int64?]) -> DecisiveNeed? {
        DecisiveNeed.of(waits.enumerated().map { (wait: $1.map { at($0) } ?? .max, task: TaskID($0)) })
    }

    @Test func `of five needs the fourth to be begun decides`() {
        #expect(decisive([50, 10, 40, 20, 30]) == DecisiveNeed(task: TaskID(2), wait: at(40)))
        #expect(decisive([7]) == DecisiveNeed(task: TaskID(0), wait: at(7)))
        #expect(decisive([10, 20]) == DecisiveNeed(task: TaskID(1), wait: at(20)))
        #expect(decisive([]) == nil)
    }

    @Test func `of equal waits the earlier need comes first`() {
        #expect(decisive([10, 30, 30, 30, 30])?.task == TaskID(3))
    }

    @Test func `needs never begun come last, and decide where they are more than a fifth`() {
        #expect(decisive([nil, 10, 20, 30, 40]) == DecisiveNeed(task: TaskID(4), wait: at(40)))
        #expect(decisive([nil, 10, nil, 30, 40]) == DecisiveNeed(task: TaskID(0), wait: nil))
    }

    @Test func `a grid's minutes, its slowest stage and its stages are of one need`() throws {
        var (begun, open) = (0, 0)
        for number in 0..<60 as Range<UInt64> {
            let record = try RandomTown.make(number).outcome().record
            let detail = try #require(record.detail)
            for (index, grid) in record.grids.enumerated() {
                guard let need = detail.decisiveNeed(ofGrid: index) else {
                    #expect(grid.minutes == nil)
                    continue
                }
                #expect(need.record.grid == GridID(index))
                guard let stages = need.stages else {
                    #expect(grid.minutes == .infinity && grid.slowest == nil)
                    open += 1
                    continue
                }
                begun += 1
                let response = stages.dropLast().reduce(0, +)
                #expect(grid.minutes == Double(response) / 60_000)
                #expect(stages[try #require(grid.slowest).rawValue] == stages.dropLast().max())
            }
        }
        #expect(begun > 20 && open > 20)
    }
}
