import Testing

@testable import EventKernel

struct NearFutureTests {
    /// Shapes of the times of a slot, from even to as uneven as they get.
    static let shapes: [@Sendable (inout TestDraws) -> Int64] = [
        { Int64($0.below(1 << 20)) },
        { _ in 12_345 },
        { Int64($0.below(3)) },
        { $0.delayOfAnyScale() },
        { Int64($0.below(50)) + Int64($0.below(2)) << 40 },
    ]

    @Test(arguments: shapes.indices) func `a slot of any shape is sorted`(shape: Int) {
        for seed in 0..<20 {
            var draws = TestDraws(seed: seed)
            var near = NearFuture<Int32>()
            let count = 1 + draws.below(NearFuture<Int32>.fill)
            let events = (0..<count).map { sequence in
                event(at: Self.shapes[shape](&draws), EventPriority.allCases[draws.below(5)], sequence)
            }
            var differences: UInt64 = 0
            for (index, event) in events.enumerated() {
                near.unsorted[index] = event
                differences |= event.high ^ events[0].high
            }
            near.sort(count: count, differences: differences)
            #expect(drain(&near) == events.map(\.key).sorted { $0.precedes($1) })
        }
    }

    @Test(arguments: 0..<10) func `events inserted and taken by turns come out in order`(seed: Int) {
        var draws = TestDraws(seed: seed)
        var near = NearFuture<Int32>()
        var expected: [EventKey] = []
        var now: Int64 = 0
        for sequence in 0..<1500 {
            if draws.below(100) < 52 || expected.isEmpty {
                let event = event(at: now + Int64(draws.below(1 + seed * 50)), .normal, sequence)
                if near.insert(event) {
                    expected.insert(event.key, at: expected.firstIndex { event.key.precedes($0) } ?? expected.count)
                } else {
                    #expect(near.count > NearFuture<Int32>.capacity / 2)
                }
            } else {
                #expect(near.first.key == expected.removeFirst())
                now = near.first.milliseconds
                near.removeFirst()
            }
        }
        #expect(drain(&near) == expected)
    }

    @Test func `an event at either end moves no other aside`() {
        var near = NearFuture<Int32>()
        for sequence in 0..<100 { #expect(near.insert(event(at: 1000, .normal, sequence)) == true) }
        for sequence in 100..<10_000 {
            _ = near.insert(event(at: 1, .normal, sequence))
            near.removeFirst()
        }
        #expect(near.count == 100)
        #expect(near.shifts == 0)
    }

    @Test func `it refuses more than it can hold`() {
        var near = NearFuture<Int32>()
        var inserted = 0
        while near.insert(event(at: 5, .normal, inserted)) { inserted += 1 }
        #expect(inserted > NearFuture<Int32>.capacity / 2)
        #expect(near.count == inserted)
    }

    @Test func `it counts the events of one millisecond and keeps as many as are wanted`() {
        var near = NearFuture<Int32>()
        let events = [3, 3, 3, 8, 9].enumerated().map { event(at: $0.element, .normal, $0.offset) }
        for event in events { #expect(near.insert(event) == true) }
        #expect(near.countDue(at: 3) == 3)
        #expect(near.countDue(at: 2) == 0)
        near.keep(4)
        #expect(drain(&near) == events.prefix(4).map(\.key))
    }

    private func event(at milliseconds: Int64, _ priority: EventPriority, _ sequence: Int) -> PendingEvent<Int32> {
        let time = SimulationTime(milliseconds: milliseconds)
        return PendingEvent(key: EventKey(time: time, priority: priority, sequence: sequence), payload: 0)
    }

    private func drain(_ near: inout NearFuture<Int32>) -> [EventKey] {
        var keys: [EventKey] = []
        while !near.isEmpty {
            keys.append(near.first.key)
            near.removeFirst()
        }
        return keys
    }
}
