import Testing

@testable import EventKernel

struct FarFutureTests {
    @Test(arguments: 0..<10) func `slots are opened in order of time, and each in order of arrival`(seed: Int) {
        var draws = TestDraws(seed: seed)
        var far = FarFuture<Int32>(minimumCapacity: 64)
        let events = (0..<700).map { event(at: draws.delayOfAnyScale(), $0) }
        for event in events { far.place(event) }
        #expect(times(emptying: &far, seed: seed) == events.map(\.milliseconds).sorted())
    }

    @Test(arguments: 0..<10) func `the reference can move back behind slots that were opened`(seed: Int) {
        var draws = TestDraws(seed: seed)
        var far = FarFuture<Int32>(minimumCapacity: 64)
        var events = (0..<300).map { event(at: 1 << 20 + draws.delayOfAnyScale(), $0) }
        for event in events { far.place(event) }
        for reference: Int64 in [1 << 20 - 1, 1 << 19 + 77, 1 << 19, 5000, 9] {
            for _ in 0..<draws.below(4) {
                let slot = far.earliestSlot()
                if far.width(of: slot) == 1 { break }
                let events = far.open(slot)
                far.spread(events, of: slot >> FarFuture<Int32>.digitBits)
            }
            far.moveReference(to: reference)
            var stored: [PendingEvent<Int32>] = []
            far.checkInvariants(from: 1 << 20, &stored)
            #expect(stored.count == events.count)
        }
        let earlier = (300..<400).map { event(at: 9 + Int64(draws.below(1 << 21)), $0) }
        for event in earlier { far.place(event) }
        events += earlier
        #expect(times(emptying: &far, seed: seed) == events.map(\.milliseconds).sorted())
    }

    @Test func `dead events are removed and the living stay in order`() {
        var draws = TestDraws(seed: 6)
        var far = FarFuture<Int32>(minimumCapacity: 64)
        var claims = SequenceSet()
        let events = (0..<500).map { event(at: draws.delayOfAnyScale(), $0, isCancelable: $0 % 3 > 0) }
        for event in events {
            far.place(event)
            if event.key.sequence % 3 == 1 { _ = claims.insert(event.key.sequence) }
        }
        let dead = events.filter { $0.key.sequence % 3 == 2 }
        #expect(far.removeDead(claims: claims) == dead.count)
        let living = events.filter { $0.key.sequence % 3 != 2 }
        #expect(times(emptying: &far, seed: 6) == living.map(\.milliseconds).sorted())
    }

    /// Opens all slots, spreading some of them, and returns the times in the order in which they come out.
    private func times(emptying far: inout FarFuture<Int32>, seed: Int) -> [Int64] {
        var draws = TestDraws(seed: seed + 100)
        var times: [Int64] = []
        while !far.isEmpty {
            let slot = far.earliestSlot()
            let start = far.start(of: slot)
            let width = far.width(of: slot)
            let events = far.open(slot)
            if width > 1, draws.below(4) > 0 {
                far.spread(events, of: slot >> FarFuture<Int32>.digitBits)
                continue
            }
            var found: [PendingEvent<Int32>] = []
            far.drain(events) { _, event in found.append(event) }
            #expect(found.allSatisfy { start <= $0.milliseconds && $0.milliseconds < start + width })
            times += found.map(\.milliseconds).sorted()
        }
        return times
    }

    private func event(
        at milliseconds: Int64, _ sequence: Int, isCancelable: Bool = false
    ) -> PendingEvent<Int32> {
        let time = SimulationTime(milliseconds: milliseconds)
        let key = EventKey(time: time, priority: .normal, sequence: sequence, isCancelable: isCancelable)
        return PendingEvent(key: key, payload: 0)
    }
}
