import Dispatching
import Testing

@Suite struct ClaimWindowTests {
    private let policy = ClaimWindow(window: 100, reach: 10)

    @Test func `while the window is open only a team within reach claims, afterwards the nearest is sent`() {
        let far = Board([[11, 30]])
        #expect(policy.decide(far.situation) == Decision(again: 100))
        var later = far
        later.now = 99
        #expect(policy.decide(later.situation) == Decision(again: 100))
        later.now = 100
        #expect(policy.decide(later.situation).pairings == [Decision.Pairing(task: 0, team: 0)])
        #expect(policy.decide(Board([[11, 10]]).situation).pairings == [Decision.Pairing(task: 0, team: 1)])
    }

    @Test func `it asks again when the first window of those left ends`() {
        var board = Board([[50], [50], [50]])
        board.now = 30
        for (task, opened) in [20, 5, 10].enumerated() { board.tasks[task].opened = Int64(opened) }
        #expect(policy.decide(board.situation) == Decision(again: 105))
    }

    @Test func `the most urgent task is claimed first, and a team claims one`() {
        var board = Board([[2], [9]])
        board.tasks[1].priority = 0
        #expect(policy.decide(board.situation) == Decision([Decision.Pairing(task: 1, team: 0)], again: 100))
    }

    @Test func `a task nobody can reach does not ask again once its window is over`() {
        let board = Board([[nil]], now: 100)
        #expect(policy.decide(board.situation) == Decision())
    }
}
