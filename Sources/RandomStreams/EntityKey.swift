/// The stable name of whatever random numbers are about: a person, a building, a road, an incident.
///
/// A key is made from the path of codes of an organization and the ordinal inside it, never from a dense row number, so
/// adding a street changes nobody else's draws, and a district alone draws what it draws inside its city.
///
/// 64 bits are enough: among 10 million keys the chance that any two collide is about 3 in a million.
@frozen
public struct EntityKey: Hashable, Sendable, BitwiseCopyable {
    /// The key as a number, for the generator and for storage.
    public let bits: UInt64

    /// Creates a key from stored bits.
    @inlinable
    public init(bits: UInt64) { self.bits = bits }

    /// Creates the key of number `ordinal` of what `path` names, for example `"meijiang/jiangnan/3"`.
    ///
    /// The path is compared as UTF-8, byte for byte.
    /// - Complexity: O(length of `path`); keep the key rather than making it again.
    public init(path: String, ordinal: UInt32 = 0) {
        self.init(bits: Self.mixed(fnv1a(path.utf8), ordinal))
    }

    /// The key of part number `ordinal` of this entity, without making a string.
    @inlinable
    public func child(_ ordinal: UInt32) -> EntityKey {
        EntityKey(bits: Self.mixed(bits, ordinal))
    }

    @inlinable
    static func mixed(_ hash: UInt64, _ ordinal: UInt32) -> UInt64 {
        splitMixFinalizer(hash &+ (UInt64(ordinal) &+ 1) &* goldenGamma)
    }
}

/// The 64-bit FNV-1a hash of a sequence of bytes (Fowler, Noll and Vo).
func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes {
        hash ^= UInt64(byte)
        hash &*= 0x100_0000_01B3
    }
    return hash
}

/// The odd number nearest to 2⁶⁴ over the golden ratio: the step of SplitMix64.
@usableFromInline let goldenGamma: UInt64 = 0x9E37_79B9_7F4A_7C15

/// The output function of SplitMix64: a bijection of 64 bits in which every input bit moves half of the output bits.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014 (variant 13 of
/// Stafford).
@inlinable
func splitMixFinalizer(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
}
