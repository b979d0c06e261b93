/// A number, or several that are worked on together in the lanes of the processor.
///
/// The arithmetic of `Elementary` and of the quantiles is written once for both. Each lane does what the number alone would do, operation
/// by operation, and every operation is rounded once; so both have the same bits, and whether draws are made one by one or
/// for a whole list is a question of speed alone.
public protocol LaneArithmetic: BitwiseCopyable {
    static func + (left: Self, right: Self) -> Self
    static func - (left: Self, right: Self) -> Self
    static func * (left: Self, right: Self) -> Self
    static func / (left: Self, right: Self) -> Self
    static func + (left: Double, right: Self) -> Self
    static func - (left: Double, right: Self) -> Self
    static func * (left: Double, right: Self) -> Self
    static func + (left: Self, right: Double) -> Self
    static func - (left: Self, right: Double) -> Self
    static func * (left: Self, right: Double) -> Self
}

extension Double: LaneArithmetic {}
extension SIMD4: LaneArithmetic where Scalar == Double {}

/// Four numbers that are worked on together: one register with AVX2, two without.
typealias Lanes = SIMD4<Double>

/// The bits of four numbers.
typealias BitLanes = SIMD4<UInt64>

/// What eight blocks of the generator are made of: two chains of multiplications side by side, because each waits for itself.
typealias BlockLanes = SIMD8<UInt64>

extension SIMD4<Double> {
    /// How many numbers there are.
    static var width: Int { 4 }

    /// The numbers from `index` on; past the end of the list its last one again.
    @inline(__always)
    init(_ list: borrowing Span<Double>, from index: Int) {
        if index <= list.count - Self.width {
            self = list.bytes.unsafeLoadUnaligned(fromByteOffset: index * 8, as: Self.self)
        } else {
            self = Self(repeating: list[list.count - 1])
            for lane in 0..<list.count - index { self[lane] = list[index + lane] }
        }
    }

    /// Writes the numbers to `list` from `index` on, as far as it goes.
    @inline(__always)
    func store(in list: inout MutableSpan<Double>, from index: Int) {
        if index <= list.count - Self.width {
            list[index] = self[0]
            list[index + 1] = self[1]
            list[index + 2] = self[2]
            list[index + 3] = self[3]
        } else {
            for lane in 0..<list.count - index { list[index + lane] = self[lane] }
        }
    }

    var bits: BitLanes { unsafeBitCast(self, to: BitLanes.self) }

    init(bits: BitLanes) { self = unsafeBitCast(bits, to: Self.self) }

    /// These numbers where `mask` holds, those of `other` elsewhere.
    func selected(where mask: SIMDMask<SIMD4<Int64>>, else other: Self) -> Self {
        let chosen = unsafeBitCast(mask, to: BitLanes.self)
        return Self(bits: bits & chosen | other.bits & ~chosen)
    }
}

extension SIMD4<UInt64> {
    /// The whole numbers below 2⁵² as doubles, exactly.
    var wholeNumbers: Lanes { Lanes(bits: self | 0x4330_0000_0000_0000) - 0x1p52 }
}
