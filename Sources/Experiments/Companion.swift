import Dispatch
import Synchronization

/// A second thread of a worker, on which it does what may take long, so that it can leave it alone when nobody waits any more.
///
/// A large place takes seconds to make and a large run seconds to simulate. To ask on every path in there whether to go on would be
/// in everybody's way and forgotten in the next one; what is left alone here goes on unheeded until the process ends.
final class Companion: Sendable {
    /// How soon a stop is noticed, in milliseconds.
    private static let patience = 50

    private let queue = DispatchQueue(label: "pingji.companion")

    /// What `work` comes to, or nil soon after `isStopped` says yes.
    ///
    /// - Complexity: some 10 µs beside the work.
    func result<Outcome: Sendable>(
        unless isStopped: () -> Bool, of work: @escaping @Sendable () -> Outcome
    ) -> Outcome? {
        let slot = Slot<Outcome>()
        queue.async { slot.put(work()) }
        while slot.ready.wait(timeout: .now() + .milliseconds(Self.patience)) == .timedOut {
            if isStopped() { return nil }
        }
        return slot.outcome.withLock { $0 }
    }

    private final class Slot<Outcome: Sendable>: Sendable {
        let outcome = Mutex<Outcome?>(nil)
        let ready = DispatchSemaphore(value: 0)

        func put(_ value: Outcome) {
            outcome.withLock { $0 = value }
            ready.signal()
        }
    }
}
