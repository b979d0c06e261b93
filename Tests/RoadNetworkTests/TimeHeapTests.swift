import RoadNetwork
import Testing

@Suite struct TimeHeapTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func `entries leave in order, whatever comes in between`(seed: UInt64) {
        var shuffler = Shuffler(state: seed)
        var heap = TimeHeap(capacity: 500)
        var expected: [UInt64] = []
        for _ in 0..<500 {
            if expected.isEmpty || Int.random(in: 0..<3, using: &shuffler) > 0 {
                let entry = UInt64.random(in: 0..<300, using: &shuffler) << 32 | 7
                heap.push(entry)
                expected.append(entry)
                expected.sort()
            } else {
                #expect(heap.pop() == expected.removeFirst())
            }
            #expect(heap.count == expected.count)
        }
        while let earliest = expected.first {
            #expect(heap.pop() == earliest)
            expected.removeFirst()
        }
        heap.push(1)
        heap.removeAll()
        let left = heap.count
        #expect(left == 0)
    }
}
