/// Logarithm, exponential and power that have the same bits on every IEEE 754 machine.
///
/// The C library's versions differ in the last bit between processors and releases, which is enough to send a
/// simulation down another path. These are made of + − × ÷ and operations on bits only, each rounded once as
/// written: no fused multiply-add, no library, no table.
///
/// Largest errors in units in the last place, against 160-bit arithmetic over 300,000 arguments each: `log` 0.81,
/// `log1p` 0.79, `exp` 0.86, `expm1` 1.53 (near the ends of the range taken without reduction), `power` 0.85. Zeros,
/// infinities, NaN, subnormals and overflow follow the C standard, except that `log1p` loses the sign of a zero.
public enum Elementary {
    /// ln 2 rounded to 33 bits, so that its product with an exponent is exact.
    @usableFromInline static var log2High: Double { 0x1.62e42fefp-1 }
    /// What is missing from `log2High`.
    @usableFromInline static var log2Low: Double { 0x1.473de6af278edp-34 }

    // MARK: Logarithms

    /// The natural logarithm.
    ///
    /// -∞ at 0, NaN below.
    @inlinable
    public static func log(_ x: Double) -> Double {
        guard let (exponent, fraction) = split(x) else { return logOfSpecial(x) }
        return logSum(exponent, fraction, correction: 0)
    }

    /// The natural logarithm of 1 + `x`, accurate for small `x`.
    ///
    /// -∞ at -1, NaN below.
    @inlinable
    public static func log1p(_ x: Double) -> Double {
        if x > -0.25 && x < 0.375 { return logSum(0, x, correction: 0) }
        let sum = 1 + x
        guard let (exponent, fraction) = split(sum) else { return logOfSpecial(sum) }
        // What rounding the sum lost, relative to it: log(sum + lost) = log(sum) + lost / sum.
        let lost = x > 1 ? 1 - (sum - x) : x - (sum - 1)
        return logSum(exponent, fraction, correction: lost / sum)
    }

    /// Takes `x` apart into 2^exponent (1 + fraction), fraction between √½ - 1 and √2 - 1; nil unless positive and
    /// finite.
    @inlinable @inline(__always)
    static func split(_ x: Double) -> (exponent: Double, fraction: Double)? {
        var bits = x.bitPattern
        var offset = 0.0
        if bits &- 0x0010_0000_0000_0000 >= 0x7FE0_0000_0000_0000 {
            guard x > 0 && x < .infinity else { return nil }
            bits = (x * 0x1p54).bitPattern
            offset = -54
        }
        let aboveRoot = bits &- 0x3FE6_A09E_667F_3BCD  // the bits of √½
        let exponent = Int64(bitPattern: aboveRoot) >> 52
        let mantissa = Double(bitPattern: bits &- aboveRoot & 0xFFF0_0000_0000_0000)
        return (Double(exponent) + offset, mantissa - 1)
    }

    @inlinable
    static func logOfSpecial(_ x: Double) -> Double {
        if x == 0 { return -.infinity }
        return x == .infinity ? x : .nan
    }

    /// exponent · ln 2 + ln(1 + fraction) + correction.
    ///
    /// With s = f / (2 + f), ln(1 + f) = 2 artanh s = f - s (f - R), R = 2/3 s² + 2/5 s⁴ + …; f - s f is written as
    /// f - (f²/2 - s f²/2), so that the rounded part is small beside the exact f.
    @inlinable @inline(__always)
    static func logSum<Number: LaneArithmetic>(_ exponent: Number, _ fraction: Number, correction: Number) -> Number {
        let s = fraction / (2 + fraction)
        let halfSquare = 0.5 * fraction * fraction
        let small = s * (halfSquare + artanhTail(s * s)) + (exponent * log2Low + correction)
        return exponent * log2High - ((halfSquare - small) - fraction)
    }

    /// 2 artanh(s) / s - 2 as a polynomial in z = s², for z up to 0.0295; error below 10⁻¹⁷.
    ///
    /// Near-minimax (Chebyshev) coefficients, close to 2/3, 2/5, 2/7, …
    @inlinable @inline(__always)
    static func artanhTail<Number: LaneArithmetic>(_ z: Number) -> Number {
        let z2 = z * z
        let low = 0.666666666666667 + z * 0.39999999999899444
        let middle = 0.2857142862600327 + z * 0.22222211130259878
        let high = 0.18182889455674947 + z * 0.15331710618210773 + z2 * 0.14616585424888623
        return z * (low + z2 * (middle + z2 * high))
    }

    // MARK: Exponentials

    /// The exponential function.
    ///
    /// ∞ from about 709.78 on, 0 below about -745.13, gradual underflow between.
    @inlinable
    public static func exp(_ x: Double) -> Double { exp(x, plus: 0) }

    /// The exponential of `x` + `low`, where `low` is at most a rounding error of `x`.
    @inlinable @inline(__always)
    static func exp(_ x: Double, plus low: Double) -> Double {
        guard x > -746 && x < 710 else { return x.isNaN ? x : (x < 0 ? 0 : .infinity) }
        let (exponent, excess) = reduced(x, plus: low)
        return scaled(1 + excess, exponent)
    }

    /// e^`x` - 1, accurate for small `x`.
    @inlinable
    public static func expm1(_ x: Double) -> Double {
        if x > -0x1p-54 && x < 0x1p-54 { return x }
        guard x > -40 else { return x.isNaN ? x : -1 }
        guard x < 40 else { return exp(x) }
        let (exponent, excess) = reduced(x, plus: 0)
        if exponent == 0 { return excess }
        let power = powerOfTwo(exponent)
        return (power - 1) + power * excess
    }

    /// The exponent k and the excess q with e^(`x` + `low`) = 2^k (1 + q), q between √½ - 1 and √2 - 1.
    @inlinable @inline(__always)
    static func reduced(_ x: Double, plus low: Double) -> (exponent: Int64, excess: Double) {
        // Adding 1.5 · 2⁵² rounds to a whole number and leaves it in the lowest bits.
        let shifted = x * 0x1.71547652b82fep+0 + 0x1.8p52
        let exponent = Int64(bitPattern: shifted.bitPattern << 13) >> 13
        let whole = shifted - 0x1.8p52
        let high = x - whole * log2High
        let lowPart = low - whole * log2Low
        let r = high + lowPart
        let lost = (high - r) + lowPart
        return (exponent, r + (r * r * expTail(r) + lost))
    }

    /// (e^r - 1 - r) / r² for |r| up to ½ ln 2; error below 2 · 10⁻¹⁸ (near-minimax, close to 1/2!, 1/3!, …).
    @inlinable @inline(__always)
    static func expTail<Number: LaneArithmetic>(_ r: Number) -> Number {
        let r2 = r * r
        let r4 = r2 * r2
        let a = 0.5 + r * 0.1666666666666667
        let b = 0.04166666666666667 + r * 0.008333333333326084
        let c = 0.0013888888888883711 + r * 0.0001984126987500228
        let d = 2.480158732567746e-05 + r * 2.755725517000089e-06
        let e = 2.755727347871858e-07 + r * 2.5105312729622103e-08 + r2 * 2.09147553258932e-09
        return (a + r2 * b) + r4 * ((c + r2 * d) + r4 * e)
    }

    /// 2^exponent for a normal result.
    @inlinable @inline(__always)
    static func powerOfTwo(_ exponent: Int64) -> Double {
        Double(bitPattern: UInt64(bitPattern: (exponent &+ 1023) << 52))
    }

    /// `x` · 2^exponent with one rounding, also where the result is subnormal or overflows.
    @inlinable @inline(__always)
    static func scaled(_ x: Double, _ exponent: Int64) -> Double {
        if exponent > -1022 && exponent < 1023 { return x * powerOfTwo(exponent) }
        return exponent > 0
            ? x * powerOfTwo(exponent - 1) * 2
            : x * powerOfTwo(exponent + 100) * 0x1p-100
    }
}
