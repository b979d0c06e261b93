import Dispatching
import TestSupport
import Testing

@Suite struct NearestTeamTests {
    private let policy = NearestTeam()

    /// The team that goes to one task with these ways.
    private func team(_ ways: [UInt32?], priority: Int = 1) -> Int? {
        var board = Board([ways])
        board.tasks[0].priority = priority
        return policy.decide(board.situation).pairings.first?.team
    }

    /// The task that one team takes.
    private func task(_ tasks: [(way: UInt32?, priority: Int, deadline: Int64, isOverdue: Bool)]) -> Int? {
        var board = Board(tasks.map { [$0.way] })
        board.teams = 1
        board.tasks = tasks.map {
            Situation.OpenTask(priority: $0.priority, deadline: $0.deadline, isOverdue: $0.isOverdue)
        }
        board.seekers = [.team(0)]
        return policy.decide(board.situation).pairings.first?.task
    }

    @Test func `the nearest team goes, the first of equally near ones`() {
        #expect(team([30, 10, 10, nil]) == 1)
    }

    @Test func `urgency of the task does not make a farther team nearer`() {
        for priority in [0, 1, 100] { #expect(team([30, 20], priority: priority) == 1) }
    }

    @Test func `a team takes the most urgent task, then the one due first, then the nearest, then the first`() {
        #expect(task([(1, 2, 5, false), (90, 1, .max, false), (2, 2, 1, false)]) == 1)
        #expect(task([(1, 1, 50, false), (90, 1, 40, false), (2, 1, .max, false)]) == 1)
        #expect(task([(7, 1, 50, false), (6, 1, 50, false), (6, 1, 50, false)]) == 1)
    }

    @Test func `among equally urgent tasks those that can still be in time come first`() {
        #expect(task([(1, 1, 5, true), (90, 1, 50, false)]) == 1)
        #expect(task([(90, 1, 50, false), (90, 0, 1, true)]) == 1)
        #expect(task([(1, 1, 5, true), (1, 1, 5, true)]) == 0)
    }

    @Test func `where no way leads nobody goes`() {
        #expect(team([]) == nil && task([]) == nil)
        #expect(team([nil, nil]) == nil)
        #expect(task([(nil, 0, 0, false), (nil, 1, 1, false)]) == nil)
        #expect(task([(nil, 0, 0, false), (5, 9, .max, false)]) == 1)
    }

    @Test func `of tasks that seek together each takes the nearest team the others before it have left`() {
        let decision = policy.decide(Board([[3, 5, 9], [1, 2, 4], [1, 1, 1]]).situation)
        #expect(decision.pairings.map(\.team) == [0, 1, 2] && decision.again == nil)
    }

    @Test func `both choices are the first of a stable sort`() {
        var dice = SplitMix(1)
        for _ in 0..<500 {
            var board = Board.random(&dice)
            for team in 0..<board.teams {
                board.seekers = [.team(team)]
                let reachable = board.tasks.indices.filter { board.ways[$0][team] != nil }
                let first = reachable.min {
                    let (one, other) = (board.tasks[$0], board.tasks[$1])
                    if one.priority != other.priority { return one.priority < other.priority }
                    if one.isOverdue != other.isOverdue { return other.isOverdue }
                    if one.deadline != other.deadline { return one.deadline < other.deadline }
                    return (board.ways[$0][team] ?? 0, $0) < (board.ways[$1][team] ?? 0, $1)
                }
                #expect(policy.decide(board.situation).pairings.first?.task == first)
            }
            for task in board.tasks.indices {
                board.seekers = [.task(task)]
                let reachable = (0..<board.teams).filter { board.ways[task][$0] != nil }
                let nearest = reachable.min {
                    (board.ways[task][$0] ?? 0, $0) < (board.ways[task][$1] ?? 0, $1)
                }
                #expect(policy.decide(board.situation).pairings.first?.team == nearest)
            }
        }
    }
}
