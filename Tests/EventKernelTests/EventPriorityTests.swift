import EventKernel
import Testing

struct EventPriorityTests {
    @Test func `priorities are ordered from first to last`() {
        #expect(EventPriority.allCases == [.first, .early, .normal, .late, .last])
        #expect(EventPriority.allCases == EventPriority.allCases.sorted())
    }
}
