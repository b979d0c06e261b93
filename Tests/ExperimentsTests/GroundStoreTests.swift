import Dispatch
import Testing

@testable import Experiments

@Suite struct GroundStoreTests {
    private let key = WorkPlan.GroundKey(variant: 0, block: 1)

    @Test func `a ground is gone after its last use, and nothing of it is kept`() {
        let store = GroundStore(WorkPlan(places: [0, 0], replications: 4, blockSize: 2))
        #expect(store.count == 0)
        store.put(.failure(.interruptedTooEarly), at: key)
        for use in 1...4 {
            #expect(store.count == 1)
            guard case .failure(.interruptedTooEarly) = store.take(key) else {
                Issue.record("use \(use) got something else")
                return
            }
        }
        #expect(store.count == 0)
    }

    @Test func `whoever comes before a ground is made waits for it`() {
        let store = GroundStore(WorkPlan(places: [0], replications: 4, blockSize: 2))
        let taken = DispatchSemaphore(value: 0)
        for _ in 0..<2 {
            DispatchQueue.global().async {
                _ = store.take(key)
                taken.signal()
            }
        }
        #expect(taken.wait(timeout: .now() + 0.1) == .timedOut)
        store.put(.failure(.interruptedTooEarly), at: key)
        for _ in 0..<2 { taken.wait() }
        #expect(store.count == 0)
    }
}
