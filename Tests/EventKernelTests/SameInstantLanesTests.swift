import Testing

@testable import EventKernel

struct SameInstantLanesTests {
    @Test func `lanes are emptied by priority, and each in the order it was filled`() {
        var draws = TestDraws(seed: 3)
        var lanes = SameInstantLanes<Int32>()
        var expected: [EventKey] = []
        var taken: [EventKey] = []
        for sequence in 0..<3000 {
            let key = EventKey(
                time: .zero, priority: EventPriority.allCases[draws.below(5)], sequence: sequence)
            lanes.append(PendingEvent(key: key, payload: Int32(sequence)))
            expected.append(key)
            // Emptying and filling by turns moves the lanes through their memory.
            if draws.below(3) == 0, let next = expected.enumerated().min(by: { $0.element.precedes($1.element) }) {
                taken.append(takeFirst(&lanes))
                #expect(taken.last == next.element)
                expected.remove(at: next.offset)
            }
        }
        for key in expected.sorted(by: { $0.precedes($1) }) { #expect(takeFirst(&lanes) == key) }
        #expect(lanes.isEmpty == true)
        #expect(taken.count > 500)
    }

    private func takeFirst(_ lanes: inout SameInstantLanes<Int32>) -> EventKey {
        let lane = lanes.firstLane
        defer { lanes.removeFirst(of: lane) }
        return lanes.first(of: lane).key
    }
}
