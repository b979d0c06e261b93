import RandomStreams
import Testing

@Suite struct Philox4x32Tests {
    typealias Words = (UInt32, UInt32, UInt32, UInt32)

    private func block(_ word0: UInt32, _ word1: UInt32, _ word2: UInt32, _ word3: UInt32) -> RandomBits {
        RandomBits(first: UInt64(word1) << 32 | UInt64(word0), second: UInt64(word3) << 32 | UInt64(word2))
    }

    @Test func `the known answers published with Random123 hold`() {
        #expect(
            philox4x32(counter: (0, 0, 0, 0), key: (0, 0))
                == block(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8))
        let all = UInt32.max
        #expect(
            philox4x32(counter: (all, all, all, all), key: (all, all))
                == block(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD))
        #expect(
            philox4x32(
                counter: (0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344), key: (0xA409_3822, 0x299F_31D0))
                == block(0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1))
    }

    @Test func `flipping any one bit of counter or key flips about half of the output`() {
        let counter: Words = (1, 2, 3, 4)
        let base = philox4x32(counter: counter, key: (5, 6))
        var total = 0
        for bit in 0..<192 {
            var words: [UInt32] = [counter.0, counter.1, counter.2, counter.3, 5, 6]
            words[bit / 32] ^= 1 << UInt32(bit % 32)
            let other = philox4x32(counter: (words[0], words[1], words[2], words[3]), key: (words[4], words[5]))
            let flipped = (base.first ^ other.first).nonzeroBitCount + (base.second ^ other.second).nonzeroBitCount
            // Binomial(128, 1/2) has a standard deviation of 5.7.
            #expect(flipped > 36 && flipped < 92)
            total += flipped
        }
        #expect(abs(Double(total) / 192 - 64) < 1.6)
    }
}
