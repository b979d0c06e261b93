import TestSupport
import Testing

@testable import Dispatching

@Suite struct DispatchPolicyTests {
    private let policies: [any DispatchPolicy] = [
        NearestTeam(), BatchByRegret(interval: 10), ClaimWindow(window: 10, reach: 2),
    ]

    @Test func `every policy of the table is tried here`() {
        #expect(policies.map { type(of: $0).name } == DispatchPolicies.names)
    }

    @Test func `every policy sends each team once, each task one team, and only where a way leads`() {
        var dice = SplitMix(1)
        for _ in 0..<600 {
            let board = Board.random(&dice)
            for policy in policies {
                let decision = policy.decide(board.situation)
                #expect(Set(decision.pairings.map(\.task)).count == decision.pairings.count)
                #expect(Set(decision.pairings.map(\.team)).count == decision.pairings.count)
                #expect(decision.pairings.allSatisfy { board.ways[$0.task][$0.team] != nil })
                #expect(decision == policy.decide(board.situation))
                if let again = decision.again { #expect(again > board.now) }
            }
        }
    }

    @Test func `a policy that weighs everything leaves no pair that could go, unless it wants to be asked again`() {
        var dice = SplitMix(2)
        var left = 0
        for _ in 0..<600 {
            let board = Board.random(&dice)
            for policy in policies where policy.weighsEverything {
                let decision = policy.decide(board.situation)
                let tasks = board.tasks.indices.filter { task in !decision.pairings.contains { $0.task == task } }
                let teams = (0..<board.teams).filter { team in !decision.pairings.contains { $0.team == team } }
                let couldGo = tasks.contains { task in teams.contains { board.ways[task][$0] != nil } }
                if couldGo { #expect(decision.again != nil) }
                left += couldGo ? 1 : 0
            }
        }
        #expect(left > 100)
    }
}
