/// The generator xoshiro256++ 1.0 (Blackman and Vigna 2019), as fast as the generators of the peers.
///
/// Pingji itself names its random numbers; a stream of "the next one" is for measuring the kernel only.
@frozen
public struct Xoshiro256PlusPlus: BitwiseCopyable, Sendable {
    @usableFromInline var state: (UInt64, UInt64, UInt64, UInt64)

    /// Fills the state from `seed` with SplitMix64, as its authors advise.
    @inlinable
    public init(seed: UInt64) {
        var weyl = seed
        func next() -> UInt64 {
            weyl &+= 0x9E37_79B9_7F4A_7C15
            var mixed = weyl
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
        state = (next(), next(), next(), next())
    }

    /// The next 64 bits.
    @inlinable @inline(__always)
    public mutating func next() -> UInt64 {
        let result = Self.rotate(state.0 &+ state.3, by: 23) &+ state.0
        let shifted = state.1 &<< 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotate(state.3, by: 45)
        return result
    }

    /// A uniform number in (0, 1].
    @inlinable @inline(__always)
    public mutating func nextUnit() -> Double { Double((next() &>> 11) &+ 1) * 0x1p-53 }

    /// A uniform number below `limit`, by multiplication (Lemire 2019); the bias of 2^-32 does not matter here.
    @inlinable @inline(__always)
    public mutating func next(below limit: UInt32) -> UInt32 {
        UInt32(truncatingIfNeeded: ((next() &>> 32) &* UInt64(limit)) &>> 32)
    }

    @inlinable @inline(__always)
    static func rotate(_ word: UInt64, by count: UInt64) -> UInt64 { word &<< count | word &>> (64 &- count) }
}
