import Testing

@testable import EventKernel

struct FewEventsTests {
    /// Times from a range so small that whole keys must be compared, priorities and the upper bits of sequences included.
    @Test(arguments: [2, 50, 1 << 40]) func `the first event is always the one that comes first`(times: Int) {
        var draws = TestDraws(seed: times)
        var few = FewEvents<Int32>()
        var expected: [EventKey] = []
        var (filled, isGrowing) = (0, true)
        for step in 0..<3000 {
            if few.isFull { (filled, isGrowing) = (filled + 1, false) }
            if few.isEmpty { isGrowing = true }
            if few.isEmpty || !few.isFull && draws.below(10) < (isGrowing ? 8 : 2) {
                // Sequences that pass 2^31 reach into the upper part of a key.
                let key = EventKey(
                    time: SimulationTime(milliseconds: Int64(draws.below(times))),
                    priority: EventPriority.allCases[draws.below(5)], sequence: step &+ (draws.below(2) << 31))
                few.append(PendingEvent(key: key, payload: Int32(step)))
                expected.append(key)
            } else {
                few.removeFirst()
                expected.removeFirst()
            }
            expected.sort { $0.precedes($1) }
            #expect(few.count == expected.count)
            if let first = expected.first { #expect(few.first.key == first) }
        }
        #expect(filled > 10)
    }

    @Test func `an event keeps its payload wherever the others move`() {
        var few = FewEvents<Int32>()
        for event: Int64 in [5, 3, 8, 1, 9, 2] {
            let key = EventKey(time: SimulationTime(milliseconds: event), priority: .normal, sequence: Int(event))
            few.append(PendingEvent(key: key, payload: Int32(event) * 10))
        }
        for event: Int64 in [1, 2, 3, 5, 8, 9] {
            #expect(few.first.payload == Int32(event) * 10)
            few.removeFirst()
        }
        #expect(few.isEmpty == true)
    }

    @Test func `few pending events never touch the wheels`() {
        var draws = TestDraws(seed: 7)
        var queue = EventQueue<Int32>()
        for event in 0..<FewEvents<Int32>.capacity { queue.schedule(Int32(event), after: draws.delayOfAnyScale()) }
        for _ in 0..<10_000 {
            guard let event = queue.next() else { break }
            queue.schedule(event, after: draws.below(4) == 0 ? 0 : draws.delayOfAnyScale() >> 12)
        }
        queue.checkInvariants()
        #expect(queue.count == FewEvents<Int32>.capacity)
        #expect(queue.far.pool.used == 0)
        #expect(queue.statistics.moves == 0)
    }

    /// A population that wanders over the border, with ties, priorities, cancellations and horizons.
    @Test(arguments: 0..<12) func `the order stays when few become many and many few`(seed: Int) {
        var draws = TestDraws(seed: 100 + seed)
        var queue = EventQueue<Int32>()
        var reference = ReferenceQueue()
        var tokens: [(EventToken, ReferenceQueue.Entry)] = []
        let scale = [2, 30, 100_000, 1 << 38][seed % 4]
        var (crossings, wasFew, isGrowing) = (0, true, true)
        for step in 0..<2500 {
            if queue.count > 30 { isGrowing = false }
            if queue.count < 3 { isGrowing = true }
            if draws.below(10) < (isGrowing ? 7 : 2) {
                let time = queue.now.milliseconds + Int64(draws.below(scale))
                let priority = EventPriority.allCases[draws.below(5)]
                let moment = SimulationTime(milliseconds: time)
                let entry = reference.schedule(Int32(step), at: time, priority: priority)
                if draws.below(4) == 0 {
                    tokens.append((queue.scheduleCancelable(Int32(step), at: moment, priority: priority), entry))
                } else {
                    queue.schedule(Int32(step), at: moment, priority: priority)
                }
            } else if draws.below(12) == 0, let (token, entry) = tokens.randomElement(using: &draws) {
                #expect(queue.cancel(token) == reference.cancel(entry))
            } else {
                let horizon = draws.below(5) == 0 ? queue.now.milliseconds + Int64(draws.below(scale)) : .max
                let expected = reference.next(until: horizon)
                #expect(queue.next(until: SimulationTime(milliseconds: horizon)) == expected)
                #expect(queue.now.milliseconds == reference.now)
            }
            let isFew = queue.nearEnd == EventKey.timeLimit
            if isFew != wasFew { crossings += 1 }
            wasFew = isFew
            if step % 23 == 0 { queue.checkInvariants() }
        }
        while let expected = reference.next(until: .max) { #expect(queue.next() == expected) }
        #expect(queue.next() == nil)
        #expect(crossings > 10, "the population must cross the border to test it")
    }
}
