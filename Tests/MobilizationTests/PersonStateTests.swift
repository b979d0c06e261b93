import Testing

@testable import Mobilization

@Suite struct PersonStateTests {
    @Test func `everybody can get to every state, and those who stand by cannot be sent back`() {
        let reachable = closure(of: PersonState.standing) { $0.successors }
        #expect(reachable == Set(PersonState.allCases).subtracting([.standing]))
    }

    @Test func `people go forward only, but for the round from one task to the next`() {
        for state in PersonState.allCases {
            for next in state.successors where !(state == .onPost && next == .ready) {
                #expect(next.rawValue > state.rawValue)
            }
        }
    }

    @Test func `only those who declined or did not come after all have nowhere to go`() {
        #expect(PersonState.allCases.filter { $0.successors.isEmpty } == [.declined, .noShow])
    }

    @Test func `nobody comes to a post without having been called, reached, got ready, come and formed a team`() {
        // Taking any one of these states out cuts the way from the roster to the post.
        let gates: [PersonState] = [
            .called, .reached, .preparing, .traveling, .queuing, .checkingIn, .waiting, .forming, .ready, .underWay,
        ]
        for gate in gates {
            let reachable = closure(of: PersonState.standing) { $0.successors.subtracting([gate]) }
            #expect(!reachable.contains(.onPost), "around \(gate)")
        }
    }
}

/// Everything that can be reached from a state in one step or more.
func closure<State: Hashable>(of state: State, _ successors: (State) -> Set<State>) -> Set<State> {
    var reached: Set<State> = []
    var open = Array(successors(state))
    while let next = open.popLast() {
        if reached.insert(next).inserted { open += successors(next) }
    }
    return reached
}
