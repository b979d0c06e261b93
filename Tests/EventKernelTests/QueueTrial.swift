import EventKernel
import Testing

/// A queue and a sorted array to which the same random things are done.
struct QueueTrial: ~Copyable {
    var queue = EventQueue<Int32>()
    private var reference = ReferenceQueue()
    private var draws: TestDraws
    private var tokens: [(token: EventToken, entry: ReferenceQueue.Entry)] = []
    private var payload: Int32 = 0
    private let longestDelay: Int64
    private let cancelsOften: Bool

    init(seed: Int) {
        draws = TestDraws(seed: seed)
        longestDelay = [1, 3, 100, 5000, 1 << 20, 1 << 42][draws.below(6)]
        cancelsOften = draws.below(3) == 0
    }

    /// Does one random thing to both; the population grows or shrinks with the number of the step.
    mutating func step(_ number: Int) {
        let grows = number / 100 % 2 == 0
        switch draws.below(20) {
        case 0: schedule(at: queue.now.milliseconds)
        case 1: tell()
        case 2:
            let time = queue.now.milliseconds + delay()
            for _ in 0..<draws.below(200) { schedule(at: time) }
        case 3: for _ in 0..<draws.below(cancelsOften ? 20 : 2) { cancel() }
        case 4:
            let horizon = queue.now.milliseconds + delay() - 1
            while take(until: horizon) {}
        case 5...11: for _ in 0..<(grows ? 3 : 1) { schedule(at: queue.now.milliseconds + delay()) }
        default: for _ in 0..<(grows ? 1 : 12) { take(until: .max) }
        }
        #expect(queue.count == reference.count)
        #expect(queue.isEmpty == (reference.count == 0))
    }

    /// Takes everything that is left.
    mutating func finish() {
        while take(until: .max) {}
        for (token, _) in tokens where queue.cancel(token) { Issue.record("an event was canceled after its time") }
        #expect(queue.isEmpty == true)
    }

    private mutating func delay() -> Int64 {
        draws.below(4) == 0 ? draws.delayOfAnyScale() % longestDelay : Int64(draws.below(Int(longestDelay)))
    }

    private mutating func schedule(at milliseconds: Int64) {
        let time = SimulationTime(milliseconds: milliseconds)
        let priority = draws.below(2) == 0 ? .normal : EventPriority.allCases[draws.below(5)]
        payload += 1
        let entry = reference.schedule(payload, at: milliseconds, priority: priority)
        if draws.below(3) == 0 {
            tokens.append((queue.scheduleCancelable(payload, at: time, priority: priority), entry))
        } else {
            queue.schedule(payload, at: time, priority: priority)
        }
    }

    private mutating func tell() {
        payload += 1
        _ = reference.schedule(payload, at: queue.now.milliseconds, priority: .normal)
        queue.tell(payload)
    }

    private mutating func cancel() {
        guard let (token, entry) = tokens.randomElement(using: &draws) else { return }
        if queue.cancel(token) != reference.cancel(entry) { Issue.record("wrong answer to canceling \(entry)") }
    }

    /// Takes one event from both, and returns false if there was none.
    @discardableResult
    private mutating func take(until horizon: Int64) -> Bool {
        let expected = reference.next(until: horizon)
        let taken = queue.next(until: SimulationTime(milliseconds: horizon))
        if taken != expected || queue.now.milliseconds != reference.now {
            Issue.record("\(String(describing: taken)) was taken instead of \(String(describing: expected))")
        }
        return taken != nil
    }
}
