import Testing

@testable import Mobilization

@Suite struct TeamStateTests {
    @Test func `every state can be reached from the plan, and no team goes back to it`() {
        #expect(closure(of: TeamState.planned) { $0.successors } == Set(TeamState.allCases).subtracting([.planned]))
    }

    @Test func `a team that was ready once goes round and round, and gathers again only once it was disbanded`() {
        let round: Set<TeamState> = [.ready, .underWay, .waiting, .working]
        for state in round { #expect(closure(of: state) { $0.successors.subtracting([.disbanded]) } == round) }
        #expect(TeamState.allCases.filter { $0.successors.contains(.gathering) } == [.planned, .disbanded])
    }

    @Test func `a team works only after it was ready, went there and waited for the other party`() {
        for gate in [TeamState.gathering, .forming, .ready, .underWay, .waiting] {
            #expect(!closure(of: TeamState.planned) { $0.successors.subtracting([gate]) }.contains(.working))
        }
    }
}
