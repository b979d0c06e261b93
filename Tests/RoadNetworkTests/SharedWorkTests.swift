import Synchronization
import Testing

@testable import RoadNetwork

@Suite struct SharedWorkTests {
    @Test func `as many workers are taken as are busy until the last is done`() {
        #expect((1...9).map { SharedWork.workers(2, for: $0) } == [1, 2, 1, 2, 1, 2, 2, 2, 2])
        #expect((1...9).map { SharedWork.workers(4, for: $0) } == [1, 2, 3, 4, 1, 3, 4, 4, 3])
        #expect(SharedWork.workers(8, for: 0) == 1)
        #expect(SharedWork.workers(8, for: 1000) == 8)
    }

    @Test(arguments: [1, 2, 5])
    func `every piece is done once, whoever does it`(workers: Int) {
        let done = Mutex([Int](repeating: 0, count: 300))
        let rooms = Atomic<Int>(0)
        @Sendable func room() -> Room { Room(rooms.wrappingAdd(1, ordering: .relaxed).newValue) }
        SharedWork.perform(300, workers: workers, in: room) { piece, room in
            room.pieces += 1
            done.withLock { $0[piece] += 1 }
        }
        #expect(done.withLock { $0.allSatisfy { $0 == 1 } })
        #expect(rooms.load(ordering: .relaxed) == workers, "a room for each worker")
    }

    private struct Room: ~Copyable {
        let number: Int
        var pieces = 0
        init(_ number: Int) { self.number = number }
    }
}
