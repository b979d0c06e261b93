import Testing

@testable import EventKernel

struct EventQueueTakingTests {
    @Test func `nothing is taken after the horizon, and the clock stays`() {
        var queue = EventQueue<Int32>()
        queue.schedule(1, at: SimulationTime(milliseconds: 10))
        queue.schedule(2, at: SimulationTime(milliseconds: 1000))
        #expect(queue.next(until: SimulationTime(milliseconds: 9)) == nil)
        #expect(queue.now == .zero)
        #expect(queue.next(until: SimulationTime(milliseconds: 10)) == 1)
        #expect(queue.next(until: SimulationTime(milliseconds: 999)) == nil)
        #expect(queue.now.milliseconds == 10)
        #expect(queue.count == 1)
        #expect(queue.next(until: SimulationTime(milliseconds: 1000)) == 2)
    }

    @Test func `a horizon in the past lets nothing happen, not even what is due now`() {
        var queue = EventQueue<Int32>()
        queue.schedule(1, at: SimulationTime(milliseconds: 10))
        #expect(queue.next() == 1)
        queue.tell(2)
        #expect(queue.next(until: SimulationTime(milliseconds: 9)) == nil)
        #expect(queue.next(until: SimulationTime(milliseconds: -5)) == nil)
        #expect(queue.next(until: SimulationTime(milliseconds: 10)) == 2)
    }

    @Test(arguments: 0..<20) func `events can be scheduled before those that a horizon held back`(seed: Int) {
        var draws = TestDraws(seed: seed)
        var queue = EventQueue<Int32>()
        var expected: [Int64] = []
        func add(_ count: Int, _ time: (inout TestDraws) -> Int64) {
            for _ in 0..<count {
                let milliseconds = time(&draws)
                queue.schedule(0, at: SimulationTime(milliseconds: milliseconds))
                expected.append(milliseconds)
            }
        }
        let gap = Int64(1) << Int64(draws.below(40))
        add(300) { gap + 50 + Int64($0.below(1000)) }
        #expect(queue.next(until: SimulationTime(milliseconds: gap + 49)) == nil)
        queue.checkInvariants()
        add(1500) { Int64($0.below(Int(gap) + 50)) }
        queue.checkInvariants()
        add(300) { gap + Int64($0.below(1000)) }
        for time in expected.sorted() {
            #expect(queue.next() != nil)
            #expect(queue.now.milliseconds == time)
        }
        #expect(queue.isEmpty == true)
    }

    @Test func `stepping through time in windows takes the same events in the same order`() {
        func order(window: Int64) -> [Int32] {
            var draws = TestDraws(seed: 5)
            var queue = EventQueue<Int32>()
            for event in 0..<1000 { queue.schedule(Int32(event), after: Int64(draws.below(20_000))) }
            var order: [Int32] = []
            var horizon: Int64 = 0
            while !queue.isEmpty {
                horizon += window
                while let event = queue.next(until: SimulationTime(milliseconds: horizon)) {
                    order.append(event)
                    if event % 4 == 0 { queue.schedule(event + 1001, after: 1 + Int64(event)) }
                }
                #expect(queue.now.milliseconds <= horizon)
            }
            return order
        }
        let whole = order(window: 1 << 40)
        #expect(whole.count == 1250)
        #expect(order(window: 1) == whole)
        #expect(order(window: 37) == whole)
        #expect(order(window: 4096) == whole)
    }
}
