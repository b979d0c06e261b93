import EventKernel
import Testing

struct EventQueueLimitTests {
    @Test func `scheduling in the past stops the program`() async {
        await #expect(processExitsWith: .failure) {
            var queue = EventQueue<Int32>()
            queue.schedule(1, at: SimulationTime(milliseconds: 10))
            _ = queue.next()
            queue.schedule(2, at: SimulationTime(milliseconds: 9))
        }
    }

    @Test func `a negative delay stops the program`() async {
        await #expect(processExitsWith: .failure) {
            var queue = EventQueue<Int32>()
            queue.schedule(1, after: -1)
        }
    }

    @Test func `a time that does not fit into 48 bits stops the program`() async {
        await #expect(processExitsWith: .failure) {
            var queue = EventQueue<Int32>()
            queue.schedule(1, at: SimulationTime(milliseconds: 1 << 48))
        }
    }

    @Test func `events that keep calling one another in one instant stop the program`() async {
        await #expect(processExitsWith: .failure) {
            var queue = EventQueue<Int32>(instantLimit: 1000)
            queue.schedule(1, after: 5)
            while let event = queue.next() { queue.tell(event) }
        }
    }

    @Test func `the limit of an instant begins anew with the next`() {
        var queue = EventQueue<Int32>(instantLimit: 10)
        for _ in 0..<100 { queue.schedule(1, after: 5) }
        #expect(queue.next() == 1)
        for instant in 1...3 {
            for _ in 0..<10 { queue.tell(0) }
            queue.schedule(1, after: 7)
            while queue.now.milliseconds < Int64(5 + 7 * instant) { #expect(queue.next() != nil) }
        }
        #expect(queue.statistics.laneEvents == 30)
    }

    @Test func `the last time that fits is as good as any other`() {
        var queue = EventQueue<Int32>()
        let last = SimulationTime(milliseconds: 1 << 48 - 1)
        for event in 0..<200 { queue.schedule(Int32(event), at: last) }
        for event in 0..<200 { #expect(queue.next() == Int32(event)) }
        queue.tell(7)
        #expect(queue.next() == 7)
        #expect(queue.now == last)
    }
}
