/// One block of 128 random bits, enough for two uniform numbers.
///
/// A question such as "does she answer, and when" takes both from one block instead of computing two.
@frozen
public struct RandomBits: Sendable, Equatable, BitwiseCopyable {
    /// The first half: words 0 (low) and 1 (high) of the generator's output.
    public let first: UInt64

    /// The second half: words 2 (low) and 3 (high) of the generator's output.
    public let second: UInt64

    /// Creates a block from its two halves.
    @inlinable
    public init(first: UInt64, second: UInt64) {
        self.first = first
        self.second = second
    }

    /// A number in the open interval from 0 to 1, from the first half.
    ///
    /// Never 0 and never 1, so every quantile of it is finite. `1 - uniform` is exact.
    @inlinable public var uniform: Double { Self.openUniform(first) }

    /// A second number in the open interval from 0 to 1, independent of `uniform`, from the second half.
    @inlinable public var secondUniform: Double { Self.openUniform(second) }

    /// The middle of one of 2⁵² equal cells of the interval from 0 to 1, chosen by the highest 52 bits.
    @inlinable
    static func openUniform(_ bits: UInt64) -> Double {
        (Double(bits >> 12) + 0.5) * 0x1p-52
    }
}
