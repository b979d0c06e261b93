import RandomStreams
import Testing

@Suite struct RandomBitsTests {
    @Test func `a uniform number is never 0 and never 1`() {
        let least = RandomBits(first: 0, second: 0)
        #expect(least.uniform == 0x1p-53)
        #expect(least.secondUniform == 0x1p-53)
        let greatest = RandomBits(first: .max, second: .max)
        #expect(greatest.uniform == 1 - 0x1p-53)
        #expect(greatest.secondUniform == 1 - 0x1p-53)
    }

    @Test func `one minus a uniform number is exact`() {
        for first in [0, 0x1234_5678_9ABC_DEF0, 1 << 63, UInt64.max] {
            let mirrored = RandomBits(first: ~first, second: 0)
            #expect(1 - RandomBits(first: first, second: 0).uniform == mirrored.uniform)
        }
    }

    @Test func `each half makes its own uniform number`() {
        let bits = RandomBits(first: 1 << 63, second: 1 << 62)
        #expect(bits.uniform == 0.5 + 0x1p-53)
        #expect(bits.secondUniform == 0.25 + 0x1p-53)
    }
}
