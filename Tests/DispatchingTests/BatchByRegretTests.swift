import Dispatching
import TestSupport
import Testing

@Suite struct BatchByRegretTests {
    @Test func `between two decisions it waits for the next, and with nothing to pair for nothing`() {
        let policy = BatchByRegret(interval: 300)
        #expect(policy.decide(Board([[1]], now: 301).situation) == Decision(again: 600))
        #expect(policy.decide(Board([[1]], now: 599).situation) == Decision(again: 600))
        #expect(policy.decide(Board([[1]], now: 600).situation).pairings.count == 1)
        #expect(policy.decide(Board([], now: 301).situation) == Decision())
        #expect(policy.decide(Board([[]], now: 301).situation) == Decision())
    }

    @Test func `whoever would lose most by its second choice goes first`() {
        // By hand: the first task has both teams near, the second only the first. Nearest-first sends team 0 to task 0, and the second waits 90.
        let board = Board([[1, 2], [3, 90]])
        #expect(
            BatchByRegret(interval: 10).decide(board.situation).pairings
                == [Decision.Pairing(task: 1, team: 0), Decision.Pairing(task: 0, team: 1)])
        #expect(NearestTeam().decide(board.situation).pairings.map(\.team) == [0, 1])
    }

    @Test func `a task only one team can reach comes before all that have a choice, and urgency before that`() {
        var board = Board([[1, 50], [40, nil]])
        #expect(BatchByRegret(interval: 10).decide(board.situation).pairings.map(\.task) == [1, 0])
        board.tasks[0].priority = 0
        let decision = BatchByRegret(interval: 10).decide(board.situation)
        #expect(decision.pairings == [Decision.Pairing(task: 0, team: 0)])
    }

    @Test func `it is the rule worked out anew, from sorted ways, after every pairing`() {
        var dice = SplitMix(5)
        var paired = 0
        for _ in 0..<400 {
            var board = Board.random(&dice)
            board.now = 0
            var teams = Set(0..<board.teams)
            var tasks = Set(board.tasks.indices)
            var expected: [Decision.Pairing] = []
            while true {
                let ranked = tasks.compactMap { task -> (rank: (Int, Int, Int64, Int), team: Int)? in
                    let ways = teams.sorted().compactMap { team in board.ways[task][team].map { (way: $0, team: team) }
                    }
                    .sorted { ($0.way, $0.team) < ($1.way, $1.team) }
                    guard let first = ways.first else { return nil }
                    let loss = ways.count > 1 ? Int64(ways[1].way) : Int64(UInt32.max)
                    let view = board.tasks[task]
                    return ((view.priority, view.isOverdue ? 1 : 0, Int64(first.way) - loss, task), first.team)
                }
                guard let next = ranked.min(by: { $0.rank < $1.rank }) else { break }
                expected.append(Decision.Pairing(task: next.rank.3, team: next.team))
                tasks.remove(next.rank.3)
                teams.remove(next.team)
            }
            let decision = BatchByRegret(interval: 10).decide(board.situation)
            #expect(decision.pairings == expected)
            paired += expected.count
        }
        #expect(paired > 400)
    }
}
