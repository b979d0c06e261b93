import Testing

@testable import EventKernel

/// The work per event stays small whatever the times of the events are.
struct AdaptivityTests {
    @Test func `all events at one instant`() {
        var queue = EventQueue<Int32>()
        for event in 0..<20_000 { queue.schedule(Int32(event), at: SimulationTime(milliseconds: 123_456_789_012)) }
        for event in 0..<20_000 { #expect(queue.next() == Int32(event)) }
        #expect(movesPerEvent(queue) <= 6)
    }

    @Test func `a hundred thousand events of every scale, then drained`() {
        var draws = TestDraws(seed: 1)
        var queue = EventQueue<Int32>()
        for _ in 0..<100_000 { queue.schedule(0, after: draws.delayOfAnyScale()) }
        #expect(takeAllInOrder(&queue) == 100_000)
        #expect(movesPerEvent(queue) <= 6)
    }

    /// Delays of a millisecond beside delays of ten years, in any proportion.
    @Test(arguments: [1, 30, 3000]) func `two time scales`(longOnes: Int) {
        var draws = TestDraws(seed: 2)
        var queue = EventQueue<Int32>()
        for _ in 0..<longOnes { queue.schedule(1, after: Int64(draws.below(315_360_000_000))) }
        for _ in 0..<50 { queue.schedule(0, after: 1) }
        for _ in 0..<30_000 {
            guard let event = queue.next() else { break }
            queue.schedule(event, after: event == 0 ? 1 : Int64(draws.below(315_360_000_000)))
        }
        #expect(queue.count == longOnes + 50)
        #expect(movesPerEvent(queue) <= 6)
    }

    /// A few events make a near future of many years; then thousands are scheduled into its first minutes.
    @Test func `a flood into a long near future`() {
        var draws = TestDraws(seed: 3)
        var queue = EventQueue<Int32>()
        for year in 1...30 { queue.schedule(1, at: SimulationTime(milliseconds: Int64(year) * 31_536_000_000)) }
        #expect(queue.next() == 1)
        for _ in 0..<20_000 { queue.schedule(0, after: 1 + Int64(draws.below(100_000))) }
        queue.checkInvariants()
        #expect(takeAllInOrder(&queue) == 20_029)
        #expect(movesPerEvent(queue) <= 8)
    }

    @Test(arguments: [10, 1000, 10_000]) func `a steady population`(size: Int) {
        var draws = TestDraws(seed: 4)
        var queue = EventQueue<Int32>()
        for _ in 0..<size { queue.schedule(0, after: Int64(draws.below(1_000_000))) }
        for _ in 0..<30_000 {
            #expect(queue.next() == 0)
            queue.schedule(0, after: Int64(draws.below(1_000_000)))
        }
        #expect(movesPerEvent(queue) <= 8)
    }

    @Test func `a population that grows and shrinks by turns`() {
        var draws = TestDraws(seed: 5)
        var queue = EventQueue<Int32>()
        for cycle in 0..<6 {
            let scale = 1 << (8 * (cycle % 5) + 3)
            for _ in 0..<5000 { queue.schedule(0, after: Int64(draws.below(scale))) }
            #expect(queue.count >= 5000)
            for _ in 0..<4990 { #expect(queue.next() == 0) }
            queue.checkInvariants()
        }
        #expect(takeAllInOrder(&queue) == 60)
        #expect(movesPerEvent(queue) <= 8)
    }

    /// The memory for blocks follows the largest population, not the number of events that passed.
    @Test func `memory is used again`() {
        var draws = TestDraws(seed: 6)
        var queue = EventQueue<Int32>()
        for _ in 0..<500 { queue.schedule(0, after: Int64(draws.below(100_000))) }
        for _ in 0..<50_000 {
            #expect(queue.next() == 0)
            queue.schedule(0, after: Int64(draws.below(100_000)))
        }
        #expect(queue.far.pool.used < 500)
    }

    private func movesPerEvent(_ queue: borrowing EventQueue<Int32>) -> Double {
        Double(queue.statistics.moves) / Double(queue.statistics.scheduled)
    }

    private func takeAllInOrder(_ queue: inout EventQueue<Int32>) -> Int {
        var taken = 0
        var last = queue.now
        while queue.next() != nil {
            if queue.now < last { Issue.record("the clock went back") }
            last = queue.now
            taken += 1
        }
        return taken
    }
}
