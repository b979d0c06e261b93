import Testing

@testable import EventKernel

struct PendingEventTests {
    /// What a model's event looks like: an enumeration of enumerations with two ids.
    enum Nested: BitwiseCopyable {
        enum Inner: BitwiseCopyable {
            case empty
            case two(Int32, Int32)
        }
        case inner(Inner)
        case other(Int32)
    }

    @Test func `a pending event takes 24 bytes with a payload of up to 12 bytes`() {
        #expect(MemoryLayout<PendingEvent<Nested>>.stride == 24)
        #expect(MemoryLayout<PendingEvent<(Int32, Int32, Int32)>>.stride == 24)
        #expect(MemoryLayout<PendingEvent<(Int32, Int32)>>.stride == 24)
        #expect(MemoryLayout<PendingEvent<Int32>>.stride == 16)
    }

    @Test func `it keeps its key and its payload`() {
        let key = EventKey(time: SimulationTime(milliseconds: 99), priority: .early, sequence: 1 << 39 + 5)
        let event = PendingEvent(key: key, payload: Int32(-3))
        #expect(event.key == key)
        #expect(event.milliseconds == 99)
        #expect(event.payload == -3)
    }
}
