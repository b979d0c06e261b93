import Dispatching
import Testing

@Suite struct NearestTeamTests {
    private let policy = NearestTeam()

    private func candidates(_ list: [(travel: UInt32, priority: Int, deadline: Int64)]) -> [Candidate] {
        list.map { Candidate(travel: $0.travel, priority: $0.priority, deadline: $0.deadline) }
    }

    @Test func `the nearest team goes, the first of equally near ones`() {
        let teams = candidates([(30, 1, 0), (10, 9, 0), (10, 1, 0), (.max, 1, 0)])
        #expect(policy.team(for: OpenTask(priority: 1), from: teams) == 1)
    }

    @Test func `urgency of the task does not make a farther team nearer`() {
        for priority in [0, 1, 100] {
            let teams = candidates([(30, 0, 5), (20, 7, .max)])
            #expect(policy.team(for: OpenTask(priority: priority), from: teams) == 1)
        }
    }

    @Test func `a team takes the most urgent task, then the one due first, then the nearest, then the first`() {
        #expect(policy.task(from: candidates([(1, 2, 5), (90, 1, .max), (2, 2, 1)])) == 1)
        #expect(policy.task(from: candidates([(1, 1, 50), (90, 1, 40), (2, 1, .max)])) == 1)
        #expect(policy.task(from: candidates([(7, 1, 50), (6, 1, 50), (6, 1, 50)])) == 1)
    }

    @Test func `among equally urgent tasks those that can still be in time come first`() {
        let late = Candidate(travel: 1, priority: 1, deadline: 5, isOverdue: true)
        let inTime = Candidate(travel: 90, priority: 1, deadline: 50)
        let moreUrgent = Candidate(travel: 90, priority: 0, deadline: 1, isOverdue: true)
        #expect(policy.task(from: [late, inTime]) == 1)
        #expect(policy.task(from: [inTime, moreUrgent]) == 1)
        #expect(policy.task(from: [late, late]) == 0)
    }

    @Test func `where no way leads nobody goes`() {
        #expect(policy.team(for: OpenTask(priority: 1), from: []) == nil)
        #expect(policy.task(from: []) == nil)
        let cutOff = candidates([(.max, 0, 0), (.max, 1, 1)])
        #expect(policy.team(for: OpenTask(priority: 1), from: cutOff) == nil)
        #expect(policy.task(from: cutOff) == nil)
        #expect(policy.task(from: candidates([(.max, 0, 0), (5, 9, .max)])) == 1)
    }

    @Test func `both choices are the first of a stable sort`() {
        var number: UInt64 = 1
        func next(_ limit: UInt64) -> UInt64 {
            number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (number >> 33) % limit
        }
        for _ in 0..<300 {
            let list = (0..<next(8)).map { _ in
                let travel = next(4)
                return Candidate(
                    travel: travel == 0 ? .max : UInt32(travel), priority: Int(next(3)), deadline: Int64(next(3)),
                    isOverdue: next(2) == 0)
            }
            let reachable = list.indices.filter { list[$0].travel < .max }
            let nearest = reachable.min { (list[$0].travel, $0) < (list[$1].travel, $1) }
            #expect(policy.team(for: OpenTask(priority: 1), from: list) == nearest)
            let first = reachable.min {
                let (one, other) = (list[$0], list[$1])
                if one.priority != other.priority { return one.priority < other.priority }
                if one.isOverdue != other.isOverdue { return other.isOverdue }
                if one.deadline != other.deadline { return one.deadline < other.deadline }
                return (one.travel, $0) < (other.travel, $1)
            }
            #expect(policy.task(from: list) == first)
        }
    }
}
