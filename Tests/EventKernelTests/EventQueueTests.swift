import Testing

@testable import EventKernel

struct EventQueueTests {
    @Test func `the earliest event comes first and moves the clock`() {
        var queue = EventQueue<Int32>()
        #expect(queue.now == .zero)
        queue.schedule(3, at: SimulationTime(milliseconds: 300))
        queue.schedule(1, at: SimulationTime(milliseconds: 100))
        queue.schedule(2, after: 200)
        for event in 1...3 {
            #expect(queue.count == 4 - event)
            #expect(queue.next() == Int32(event))
            #expect(queue.now.milliseconds == Int64(event) * 100)
        }
        #expect(queue.isEmpty == true)
        #expect(queue.next() == nil)
        #expect(queue.now.milliseconds == 300)
    }

    @Test(arguments: [0, 1, 5000, 1 << 45]) func `equal events happen in the order of scheduling`(time: Int64) {
        var queue = EventQueue<Int32>()
        for event in 0..<1000 { queue.schedule(Int32(event), at: SimulationTime(milliseconds: time)) }
        for event in 0..<1000 { #expect(queue.next() == Int32(event)) }
        #expect(queue.next() == nil)
    }

    @Test(arguments: [1, 200]) func `priority decides among events of one millisecond`(copies: Int) {
        var queue = EventQueue<Int32>()
        let time = SimulationTime(milliseconds: 77)
        for _ in 0..<copies {
            for priority in EventPriority.allCases.reversed() {
                queue.schedule(Int32(priority.rawValue), at: time, priority: priority)
            }
        }
        for priority in EventPriority.allCases {
            for _ in 0..<copies { #expect(queue.next() == Int32(priority.rawValue)) }
        }
    }

    @Test func `what is told happens at this instant, after all that is due and before later priorities`() {
        var queue = EventQueue<Int32>()
        let time = SimulationTime(milliseconds: 50)
        queue.schedule(0, at: time)
        queue.schedule(1, at: time)
        queue.schedule(4, at: time, priority: .last)
        #expect(queue.next() == 0)
        queue.tell(2)
        queue.schedule(5, after: 1)
        queue.schedule(3, at: time, priority: .late)
        for event in 1...5 { #expect(queue.next() == Int32(event)) }
        #expect(queue.statistics.laneEvents == 2)
    }

    @Test func `an event scheduled with an earlier priority at this instant comes next`() {
        var queue = EventQueue<Int32>()
        for _ in 0..<3 { queue.schedule(9, at: SimulationTime(milliseconds: 10), priority: .late) }
        #expect(queue.next() == 9)
        queue.schedule(1, at: queue.now, priority: .first)
        #expect(queue.next() == 1)
        #expect(queue.next() == 9)
    }

    @Test(arguments: 0..<40) func `the order is that of a sorted array, whatever is done`(seed: Int) {
        var trial = QueueTrial(seed: seed)
        for step in 0..<600 {
            trial.step(step)
            if step % 60 == 0 { trial.queue.checkInvariants() }
        }
        trial.finish()
    }

    @Test func `two queues that are told the same do the same`() {
        func transcript() -> [Int64] {
            var draws = TestDraws(seed: 12)
            var queue = EventQueue<Int32>()
            var lines: [Int64] = []
            for event in 0..<2000 {
                queue.schedule(Int32(event), after: draws.delayOfAnyScale())
                if event % 3 == 0, let next = queue.next() { lines += [Int64(next), queue.now.milliseconds] }
            }
            while let next = queue.next() { lines.append(Int64(next)) }
            return lines
        }
        #expect(transcript() == transcript())
    }

    @Test func `statistics count what was done`() {
        var queue = EventQueue<Int32>()
        for event in 0..<10 { queue.schedule(Int32(event), after: 5) }
        let token = queue.scheduleCancelable(10, at: SimulationTime(milliseconds: 9))
        #expect(queue.cancel(token) == true)
        #expect(queue.next() == 0)
        queue.tell(11)
        while queue.next() != nil {}
        let statistics = queue.statistics
        #expect(statistics.scheduled == 12)
        #expect(statistics.laneEvents == 1)
        #expect(statistics.canceled == 1)
        #expect(statistics.largestCount == 10)
    }
}
