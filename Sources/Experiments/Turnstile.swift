import Dispatch
import Synchronization

/// Takes results in whatever order they are finished, hands them on in the order of their numbers, and lets nobody run far ahead.
///
/// A worker enters before it is given a number and is out once the result of that number has been handed on, so that at most `width`
/// numbers are under way or wait for their turn. Because numbers are given in order, and to those inside alone, whoever
/// has the lowest one is inside: nobody it could wait for is outside. Handing on happens one result at a time.
final class Turnstile<Item: Sendable>: Sendable {
    private struct State {
        /// The number whose turn it is.
        var next = 0
        /// The results that wait for their turn, by the remainder of their number.
        var waiting: [Item?]
    }

    private let width: Int
    private let places = DispatchSemaphore(value: 0)
    private let isClosed = Atomic(false)
    private let state: Mutex<State>
    private let receive: @Sendable (Item) -> Void

    /// Lets `width` workers in at a time; `receive` gets the results, numbered from 0, in order.
    init(width: Int, receive: @escaping @Sendable (Item) -> Void) {
        precondition(width > 0, "nobody could ever enter")
        self.width = width
        self.receive = receive
        state = Mutex(State(waiting: Array(repeating: nil, count: width)))
        for _ in 0..<width { places.signal() }
    }

    /// How many results wait for their turn.
    var waitingCount: Int { state.withLock { $0.waiting.count { $0 != nil } } }

    /// Waits for a place and takes it; no once it is closed.
    func enter() -> Bool {
        places.wait()
        guard isClosed.load(ordering: .acquiring) else { return true }
        // The next one that waits must see it as well.
        places.signal()
        return false
    }

    /// Gives a place back without having taken a number.
    func leave() { places.signal() }

    /// Lets nobody in any more; whoever is inside may still hand in a result.
    func close() {
        isClosed.store(true, ordering: .releasing)
        places.signal()
    }

    /// Hands in the result of `number`, and hands on all those whose turn it is.
    func put(_ result: Item, at number: Int) {
        state.withLock { state in
            precondition(number - state.next < width, "number \(number) was never let in")
            state.waiting[number % width] = result
            while let due = state.waiting[state.next % width].take() {
                receive(due)
                state.next += 1
                places.signal()
            }
        }
    }
}
