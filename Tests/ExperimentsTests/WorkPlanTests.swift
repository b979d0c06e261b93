import Testing

@testable import Experiments

@Suite struct WorkPlanTests {
    private typealias Key = WorkPlan.GroundKey

    private func jobs(_ plan: WorkPlan) -> [WorkPlan.Job] {
        var jobs: [WorkPlan.Job] = []
        while let job = plan[jobs.count] { jobs.append(job) }
        return jobs
    }

    @Test func `the grounds of the next block are made before the runs of this one`() {
        let plan = WorkPlan(places: [0, 0], replications: 3, blockSize: 2)
        let (first, second) = (Key(variant: 0, block: 0), Key(variant: 0, block: 1))
        #expect(
            jobs(plan) == [
                .makeGround(first), .makeGround(second), .run(replication: 0, grounds: [first, first]),
                .run(replication: 1, grounds: [first, first]), .run(replication: 2, grounds: [second, second]),
            ])
        #expect(plan.uses(of: first) == 4 && plan.uses(of: second) == 2)
    }

    @Test(arguments: [1, 2, 3, 7, 20], [1, 2, 5, 7, 20])
    func `every replication is run once, in order, on grounds made before and used up after`(
        replications: Int, blockSize: Int
    ) {
        for places in [[0], [0, 0, 0], [0, 1, 0], [0, 1, 2]] {
            let plan = WorkPlan(places: places, replications: replications, blockSize: blockSize)
            var left: [Key: Int] = [:]
            var runs: [Int] = []
            for job in jobs(plan) {
                switch job {
                case .makeGround(let key):
                    #expect(left[key] == nil)
                    left[key] = plan.uses(of: key)
                case .run(let replication, let grounds):
                    runs.append(replication)
                    #expect(grounds == places.map { Key(variant: $0, block: replication / blockSize) })
                    for ground in grounds { left[ground]? -= 1 }
                }
                // No more than two blocks are ever there.
                #expect(Set(left.filter { $0.value > 0 }.keys.map(\.block)).count <= 2)
            }
            #expect(runs == Array(0..<replications))
            #expect(left.values.allSatisfy { $0 == 0 })
        }
    }
}
