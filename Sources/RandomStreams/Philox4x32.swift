/// One block of the counter-based generator Philox4x32 with 10 rounds.
///
/// A counter-based generator has no state: the block is a fixed, well-mixed function of the counter and the key. So a
/// random number has a name instead of a place in a sequence, and nobody's draw depends on what others have drawn.
/// It passes the BigCrush battery of tests.
///
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
@inlinable @inline(__always)
public func philox4x32(counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)) -> RandomBits {
    var (word0, word1, word2, word3) = counter
    var (key0, key1) = key
    for _ in 0..<10 {
        let product0 = UInt64(word0) &* 0xD251_1F53
        let product2 = UInt64(word2) &* 0xCD9E_8D57
        word0 = UInt32(truncatingIfNeeded: product2 >> 32) ^ word1 ^ key0
        word1 = UInt32(truncatingIfNeeded: product2)
        word2 = UInt32(truncatingIfNeeded: product0 >> 32) ^ word3 ^ key1
        word3 = UInt32(truncatingIfNeeded: product0)
        key0 &+= 0x9E37_79B9
        key1 &+= 0xBB67_AE85
    }
    return RandomBits(
        first: UInt64(word1) << 32 | UInt64(word0),
        second: UInt64(word3) << 32 | UInt64(word2))
}

/// Eight blocks with counters that differ in their first two words, which are the halves of `entities`.
///
/// Each word is the lower half of a 64-bit lane, where one multiplication makes both halves of a product; what is in the upper halves
/// meanwhile does not matter.
@inline(__always)
func philox4x32(
    entities: BlockLanes, _ word2: UInt32, _ word3: UInt32, key: (UInt32, UInt32)
) -> (first: BlockLanes, second: BlockLanes) {
    let lowHalf: UInt64 = 0xFFFF_FFFF
    var word0 = entities
    var word1 = entities &>> 32
    var word2 = BlockLanes(repeating: UInt64(word2))
    var word3 = BlockLanes(repeating: UInt64(word3))
    var (key0, key1) = key
    for _ in 0..<10 {
        let product0 = (word0 & lowHalf) &* 0xD251_1F53
        let product2 = (word2 & lowHalf) &* 0xCD9E_8D57
        word0 = (product2 &>> 32) ^ (word1 ^ UInt64(key0))
        word1 = product2
        word2 = (product0 &>> 32) ^ (word3 ^ UInt64(key1))
        word3 = product0
        key0 &+= 0x9E37_79B9
        key1 &+= 0xBB67_AE85
    }
    return (word1 &<< 32 | word0 & lowHalf, word3 &<< 32 | word2 & lowHalf)
}
