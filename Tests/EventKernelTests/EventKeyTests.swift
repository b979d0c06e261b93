import Testing

@testable import EventKernel

struct EventKeyTests {
    @Test func `a key takes 12 bytes and gives back what was packed into it`() {
        #expect(MemoryLayout<EventKey>.size == 12)
        let key = EventKey(
            time: SimulationTime(milliseconds: EventKey.timeLimit - 1), priority: .late,
            sequence: EventKey.sequenceLimit - 1, isCancelable: true)
        #expect(key.milliseconds == EventKey.timeLimit - 1)
        #expect(key.priority == Int(EventPriority.late.rawValue))
        #expect(key.sequence == EventKey.sequenceLimit - 1)
        #expect(key.isCancelable)
    }

    @Test func `keys are ordered by time, then priority, then sequence`() {
        var draws = TestDraws(seed: 1)
        let edges = [0, 1, 1 << 31 - 1, 1 << 31, 1 << 32 - 1, 1 << 32, 1 << 40 - 1]
        let times = [0, 1, 2, 1 << 47, 1 << 48 - 1]
        let parts = (0..<200).map { _ in
            (times[draws.below(5)], EventPriority.allCases[draws.below(5)], edges[draws.below(7)])
        }
        for left in parts {
            for right in parts {
                let expected = (left.0, left.1.rawValue, left.2) < (right.0, right.1.rawValue, right.2)
                #expect(key(left).precedes(key(right)) == expected)
            }
        }
    }

    private func key(_ parts: (Int, EventPriority, Int)) -> EventKey {
        EventKey(
            time: SimulationTime(milliseconds: Int64(parts.0)), priority: parts.1, sequence: parts.2,
            isCancelable: parts.2 % 3 == 0)
    }
}
