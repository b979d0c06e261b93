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
