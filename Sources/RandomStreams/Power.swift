extension Elementary {
    /// `base` raised to `exponent`.
    ///
    /// The logarithm is carried with about 66 bits, so that the error stays below about one unit in the last place
    /// even where the result is huge or tiny. Special cases follow the C standard: anything to the 0 is 1, 1 to
    /// anything is 1, a negative base needs a whole exponent.
    @inlinable
    public static func power(_ base: Double, _ exponent: Double) -> Double {
        if base == 1 || exponent == 0 { return 1 }
        guard let (scale, fraction) = split(base) else { return powerOfSpecial(base, exponent) }
        let (high, low) = logPair(scale, fraction)
        return raise(high, low, to: exponent)
    }

    /// A base that is raised to many powers: its logarithm is found once.
    @frozen
    public struct Base: Sendable, BitwiseCopyable {
        @usableFromInline let base: Double
        @usableFromInline let high: Double
        @usableFromInline let low: Double
        @usableFromInline let isOrdinary: Bool

        /// Creates a base; every number is one.
        @inlinable
        public init(_ base: Double) {
            self.base = base
            let parts = base == 1 ? nil : split(base)
            isOrdinary = parts != nil
            (high, low) = parts.map { logPair($0.exponent, $0.fraction) } ?? (0, 0)
        }

        /// What `Elementary.power` is for this base.
        @inlinable
        public func power(_ exponent: Double) -> Double {
            guard isOrdinary, exponent != 0 else { return Elementary.power(base, exponent) }
            return raise(high, low, to: exponent)
        }
    }

    /// Raises each base to its exponent, in the place of the exponents.
    ///
    /// - Complexity: O(bases), less than half of one by one.
    public static func raise(_ bases: [Base], to exponents: inout [Double]) {
        precondition(bases.count == exponents.count, "every base has an exponent")
        let bases = bases.span
        var places = exponents.mutableSpan
        for index in stride(from: 0, to: bases.count, by: Lanes.width) {
            let exponent = Lanes(places.span, from: index)
            var (high, low) = (Lanes(repeating: 0), Lanes(repeating: 0))
            var areOrdinary = true
            for lane in 0..<min(Lanes.width, bases.count - index) {
                let base = bases[index + lane]
                (high[lane], low[lane]) = (base.high, base.low)
                areOrdinary = areOrdinary && base.isOrdinary
            }
            let product = exponent * high
            if areOrdinary, areModerate(product), all(exponent .> 0) {
                expOfModerate(product, plus: productError(exponent, high, product) + exponent * low)
                    .store(in: &places, from: index)
            } else {
                for lane in index..<min(index + Lanes.width, bases.count) {
                    places[lane] = bases[lane].power(places[lane])
                }
            }
        }
    }

    /// e to the power of (`high` + `low`) · `exponent`.
    @inlinable @inline(__always)
    static func raise(_ high: Double, _ low: Double, to exponent: Double) -> Double {
        let product = exponent * high
        guard product > -746 && product < 710 else {
            return product.isNaN ? product : (product < 0 ? 0 : .infinity)
        }
        return exp(product, plus: productError(exponent, high, product) + exponent * low)
    }

    /// The power of a base that is zero, negative, infinite or NaN.
    @usableFromInline
    static func powerOfSpecial(_ base: Double, _ exponent: Double) -> Double {
        if base.isNaN || exponent.isNaN { return .nan }
        // Every double from 2⁵³ on is whole and even.
        let isLarge = abs(exponent) >= 0x1p53
        let isWhole = isLarge || Double(Int64(exponent)) == exponent
        let isOdd = !isLarge && isWhole && Int64(exponent) & 1 == 1
        let size = abs(base)
        if size == 1 && exponent.isInfinite { return 1 }
        if base < 0 && size < .infinity && !isWhole { return .nan }
        let result: Double
        if size == 0 || size == .infinity {
            result = (size == 0) == (exponent > 0) ? 0 : .infinity
        } else {
            result = power(size, exponent)
        }
        return base.sign == .minus && isOdd ? -result : result
    }

    /// scale · ln 2 + ln(1 + fraction) as an unevaluated sum of two numbers, good to about 66 bits.
    @inlinable @inline(__always)
    static func logPair<Number: LaneArithmetic>(_ scale: Number, _ fraction: Number) -> (high: Number, low: Number) {
        // s = fraction / (2 + fraction), twice the precision.
        let divisor = 2 + fraction
        let divisorLow = fraction - (divisor - 2)
        let s = fraction / divisor
        let product = s * divisor
        let sLow = ((fraction - product) - productError(s, divisor, product) - s * divisorLow) / divisor
        // z = s².
        let z = s * s
        let zLow = productError(s, s, z) + 2 * s * sLow
        // 2 artanh(s) = s (2 + z q) with q = 2/3 + 2/5 z + …
        let tail = z * artanhSecondTail(z)
        let q = 0.6666666666666666 + tail
        let qLow = (0.6666666666666666 - q) + tail + 3.700743415417188e-17
        let bend = z * q
        let bendLow = productError(z, q, bend) + z * qLow + zLow * q
        let factor = 2 + bend
        let factorLow = (2 - factor) + bend + bendLow
        let main = s * factor
        let mainLow = productError(s, factor, main) + s * factorLow + sLow * factor
        // Add scale · ln 2, whose first part is exact.
        let offset = scale * log2High
        let high = offset + main
        let back = high - offset
        let low = ((offset - (high - back)) + (main - back)) + (mainLow + scale * log2Low)
        return (high, low)
    }

    /// (2 artanh(s) / s - 2 - 2/3 z) / z² as a polynomial in z = s².
    @inlinable @inline(__always)
    static func artanhSecondTail<Number: LaneArithmetic>(_ z: Number) -> Number {
        let z2 = z * z
        let low = 0.40000000000000024 + z * 0.2857142857133851
        let middle = 0.2222222227110234 + z * 0.18181808247544543
        let high = 0.15385574796462032 + z * 0.13285957435193352 + z2 * 0.1291361767218225
        return low + z2 * (middle + z2 * high)
    }

    /// What rounding lost in `product` = `a` · `b`, exactly (Dekker 1971), without fused multiply-add.
    @inlinable @inline(__always)
    static func productError<Number: LaneArithmetic>(_ a: Number, _ b: Number, _ product: Number) -> Number {
        let spreadA = 0x1.0000002p27 * a
        let highA = spreadA - (spreadA - a)
        let lowA = a - highA
        let spreadB = 0x1.0000002p27 * b
        let highB = spreadB - (spreadB - b)
        let lowB = b - highB
        return ((highA * highB - product) + highA * lowB + lowA * highB) + lowA * lowB
    }
}
