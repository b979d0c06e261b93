/// All random numbers of one replication, each found by its name: which entity, for what purpose, on which occasion.
///
/// It has no state and no order. Two plans that ask the same question of the same person in the same replication
/// get the same number, whatever else happened before, so variants are paired by construction. The exact
/// specification, version 1, with frozen values is in `docs/random-numbers.md`.
@frozen
public struct RandomStream: Sendable, BitwiseCopyable {
    @usableFromInline let key0: UInt32
    @usableFromInline let key1: UInt32

    /// Creates the stream of one replication of an experiment with this seed.
    ///
    /// For one seed all replications have different keys, and for one replication number all seeds have.
    @inlinable
    public init(seed: UInt64, replication: UInt32) {
        let base = splitMixFinalizer(seed &+ goldenGamma)
        let key = splitMixFinalizer(base &+ UInt64(replication) &* goldenGamma)
        key0 = UInt32(truncatingIfNeeded: key)
        key1 = UInt32(truncatingIfNeeded: key >> 32)
    }

    /// The 128 bits with this name.
    ///
    /// - Parameter occasion: What distinguishes repetitions, and means something: the number of the incident, of the
    ///   attempt, of the wave; never "the n-th draw".
    @inlinable
    public func bits(_ entity: EntityKey, _ purpose: Purpose, _ occasion: UInt32 = 0) -> RandomBits {
        philox4x32(
            counter: (
                UInt32(truncatingIfNeeded: entity.bits), UInt32(truncatingIfNeeded: entity.bits >> 32),
                purpose.rawValue, occasion
            ),
            key: (key0, key1))
    }

    /// The number in the open interval from 0 to 1 with this name.
    @inlinable
    public func uniform(_ entity: EntityKey, _ purpose: Purpose, _ occasion: UInt32 = 0) -> Double {
        bits(entity, purpose, occasion).uniform
    }
}
