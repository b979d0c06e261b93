import Coverage
import Testing

@Suite struct CoverageBitsTests {
    @Test(arguments: [0, 1, 63, 64, 256, 257, 511, 512, 513, 2000])
    func `counting bit by bit finds what counting one by one finds`(cells: Int) {
        var random = SystemlessGenerator(state: UInt64(cells))
        for teams in [0, 1, 2, 3, 4, 8, 17] {
            let reached = (0..<teams).map { _ in
                (0..<Int32(cells)).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
            }
            let weights = (0..<cells).map { _ in Int.random(in: 0...900, using: &random) }
            var near = [Int](repeating: 0, count: cells)
            for cell in reached.joined() { near[Int(cell)] += 1 }
            let bits = CoverageBits(cells: cells, reached: reached)
            var (counts, residents) = (SIMD4<Int64>(), SIMD4<Int64>())
            for number in 1...3 {
                for cell in 0..<cells where near[cell] >= number {
                    counts[number - 1] += 1
                    residents[number - 1] += Int64(weights[cell])
                }
            }
            #expect(bits.counts() == counts)
            #expect(bits.residents(weights) == residents)
        }
    }
}
