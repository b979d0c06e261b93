import Testing

@testable import Mobilization

@Suite struct PersonStateTests {
    @Test func `everybody can get to every state, and home again from every one`() {
        for state in PersonState.allCases {
            #expect(closure(of: state) { $0.successors } == Set(PersonState.allCases), "\(state)")
        }
    }

    @Test func `until they are released people go forward only, but for the round from one task or shift to the next`()
    {
        let rounds: [PersonState: Set<PersonState>] = [
            .onPost: [.ready], .resting: [.ready], .declined: [.called], .noShow: [.called],
        ]
        for state in PersonState.allCases {
            for next in state.successors where next != .standing && rounds[state]?.contains(next) != true {
                #expect(next.rawValue > state.rawValue)
            }
        }
    }

    @Test func `whoever has come goes home only by being released`() {
        for state in PersonState.mobilized {
            let around = closure(of: state) { $0.successors.subtracting([.returning]) }
            #expect(!around.contains(.standing), "\(state)")
        }
        #expect(Set(PersonState.wayBack).isDisjoint(with: [.standing, .called, .onPost]))
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
