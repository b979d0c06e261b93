import Testing

@testable import EventKernel

struct BlockPoolTests {
    @Test func `no block is handed out twice, and growing keeps what is in them`() {
        var draws = TestDraws(seed: 4)
        var pool = BlockPool<Int32>(blocks: 2)
        let size = Int(BlockPool<Int32>.blockSize)
        var taken: [Int32] = []
        for _ in 0..<1000 {
            if draws.below(3) > 0 || taken.isEmpty {
                let block = pool.take()
                #expect(!taken.contains(block))
                taken.append(block)
                let key = EventKey(high: UInt64(block), low: 7)
                pool.events[Int(block) * size + size - 1] = PendingEvent(key: key, payload: block)
            } else {
                pool.give(taken.remove(at: draws.below(taken.count)))
            }
        }
        for block in taken { #expect(pool.events[Int(block) * size + size - 1].payload == block) }
        #expect(pool.used < 1000)
        #expect(pool.used <= pool.capacity)
    }
}
