import Testing

@testable import EventKernel

struct EventQueueCancelingTests {
    @Test func `a canceled event does not happen and does not move the clock`() {
        var queue = EventQueue<Int32>()
        let token = queue.scheduleCancelable(1, at: SimulationTime(milliseconds: 10))
        queue.schedule(2, at: SimulationTime(milliseconds: 20))
        #expect(queue.cancel(token) == true)
        #expect(queue.count == 1)
        #expect(queue.next(until: SimulationTime(milliseconds: 15)) == nil)
        #expect(queue.now == .zero)
        #expect(queue.next() == 2)
        #expect(queue.next() == nil)
    }

    @Test func `canceling twice, or after the event, has no effect`() {
        var queue = EventQueue<Int32>()
        let first = queue.scheduleCancelable(1, at: SimulationTime(milliseconds: 10))
        let second = queue.scheduleCancelable(2, at: SimulationTime(milliseconds: 20))
        #expect(queue.cancel(second) == true)
        #expect(queue.cancel(second) == false)
        #expect(queue.next() == 1)
        #expect(queue.cancel(first) == false)
        #expect(queue.next() == nil)
        #expect(queue.cancel(second) == false)
        #expect(queue.isEmpty == true)
    }

    @Test func `an event canceled before a horizon that holds the next one back stays canceled`() {
        var queue = EventQueue<Int32>()
        let token = queue.scheduleCancelable(1, at: SimulationTime(milliseconds: 10))
        queue.schedule(2, at: SimulationTime(milliseconds: 20))
        #expect(queue.cancel(token) == true)
        #expect(queue.next(until: SimulationTime(milliseconds: 15)) == nil)
        #expect(queue.cancel(token) == false)
        queue.schedule(3, at: SimulationTime(milliseconds: 5))
        #expect(queue.next() == 3)
        #expect(queue.next() == 2)
    }

    /// The hard case: of the events of one instant some have happened and some have not.
    @Test(arguments: [1, 3, 300], EventPriority.allCases)
    func `among events of the present instant, those that wait can be canceled`(copies: Int, priority: EventPriority) {
        var queue = EventQueue<Int32>()
        let time = SimulationTime(milliseconds: 64)
        var tokens = (0..<copies).map { queue.scheduleCancelable(Int32($0), at: time, priority: priority) }
        queue.schedule(-1, at: time, priority: .first)
        #expect(queue.next() == (priority == .first ? 0 : -1))
        tokens += (copies..<(2 * copies)).map { queue.scheduleCancelable(Int32($0), at: time, priority: priority) }
        var happened = priority == .first ? 1 : 0
        for victim in stride(from: 2 * copies - 1, to: 0, by: -2) {
            #expect(queue.cancel(tokens[victim]) == (victim >= happened))
        }
        queue.checkInvariants()
        while let event = queue.next() {
            if event < 0 { continue }
            #expect(event % 2 == 0)
            happened += 1
            for token in tokens.prefix(Int(event) + 1) { #expect(queue.cancel(token) == false) }
        }
        #expect(happened == copies)
    }

    @Test func `events canceled in bulk leave the memory before their time comes`() {
        var queue = EventQueue<Int32>()
        var dead = 0
        var tokens: [EventToken] = []
        for _ in 0..<20_000 {
            // A time-out of ten years that never runs out.
            let token = queue.scheduleCancelable(0, at: queue.now + 315_360_000_000)
            queue.schedule(1, after: 1000)
            if !queue.cancel(token) || queue.next() != 1 { Issue.record("something else happened") }
            if tokens.count < 1000 { tokens.append(token) }
            dead = max(dead, queue.deadCount)
        }
        for token in tokens { #expect(queue.cancel(token) == false) }
        #expect(dead > 500)
        #expect(dead <= 1025)
        queue.checkInvariants()
        #expect(queue.isEmpty == true)
        #expect(queue.statistics.canceled == 20_000)
    }

    @Test func `an event scheduled after a cancellation takes its place`() {
        var queue = EventQueue<Int32>()
        let time = SimulationTime(milliseconds: 500)
        let token = queue.scheduleCancelable(1, at: time)
        #expect(queue.cancel(token) == true)
        let replacement = queue.scheduleCancelable(2, at: time)
        #expect(replacement != token)
        #expect(queue.next() == 2)
    }
}
