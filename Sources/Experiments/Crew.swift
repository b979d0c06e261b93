import Dispatch
import Synchronization

/// Workers on threads of their own, which whoever waits for them can leave alone.
///
/// A large place takes seconds to make and a large run seconds to simulate. To ask on every path in there whether to go on would be
/// in everybody's way and forgotten in the next one. So the caller does no work itself and waits; once it is told to stop, it goes on,
/// and what the workers are at goes on unheeded until it is done or the process ends.
struct Crew {
    /// How soon a stop is noticed, in milliseconds.
    private static let patience = 50

    /// How many work at the same time.
    let size: Int

    /// Lets every worker do `work`, and returns once all are done or soon after `isStopped` says yes.
    ///
    /// - Complexity: some 50 ms from a stop to going on.
    func run(unless isStopped: () -> Bool, _ work: @escaping @Sendable () -> Void) {
        let group = DispatchGroup()
        // A queue of its own gives each a thread, however few processors there are.
        for number in 0..<size { DispatchQueue(label: "pingji.worker.\(number)").async(group: group, execute: work) }
        while group.wait(timeout: .now() + .milliseconds(Self.patience)) == .timedOut {
            if isStopped() { return }
        }
    }
}
