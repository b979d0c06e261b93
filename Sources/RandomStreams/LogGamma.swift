extension SpecialFunctions {
    /// The natural logarithm of the gamma function of a positive number.
    ///
    /// Relative error about 10⁻¹⁵, also near the zeros at 1 and 2. ∞ at 0 and at ∞; NaN for negative numbers, which
    /// nothing here needs.
    public static func logGamma(_ x: Double) -> Double {
        guard x > 0 && x < .infinity else { return x == 0 ? .infinity : (x < 0 ? .nan : x) }
        if x >= 8 {
            if x > 0x1p1000 { return x * (Elementary.log(x) - 1) }
            return (x - 0.5) * (Elementary.log(x) - 1) - 0.5 + (halfLogOfTwoPi + stirlingSeries(x))
        }
        if x < 0.5 { return logGammaNearTwo(x) - Elementary.log1p(x) - Elementary.log(x) }
        if x < 1.5 { return logGammaNearTwo(x - 1) - Elementary.log1p(x - 1) }
        // Γ(x) = (x - 1) (x - 2) … Γ(the rest between 1.5 and 2.5).
        var product = 1.0
        var rest = x
        while rest > 2.5 {
            rest -= 1
            product *= rest
        }
        return logGammaNearTwo(rest - 2) + (product == 1 ? 0 : Elementary.log(product))
    }

    /// What Stirling's formula leaves out: ln Γ(x) - ((x - ½) ln x - x + ½ ln 2π), positive and falling.
    static func stirlingCorrection(_ x: Double) -> Double {
        if x >= 8 { return stirlingSeries(x) }
        return logGamma(x) - ((x - 0.5) * Elementary.log(x) - x + halfLogOfTwoPi)
    }

    /// ln B(a, b) = ln Γ(a) + ln Γ(b) - ln Γ(a + b), without the cancellation of large terms.
    static func logBeta(_ a: Double, _ b: Double) -> Double {
        let small = min(a, b)
        let large = max(a, b)
        guard large >= 8 else { return logGamma(small) + logGamma(large) - logGamma(small + large) }
        let sum = small + large
        // ln Γ(large) - ln Γ(sum) by Stirling's formula, the large terms combined.
        let difference =
            stirlingSeries(large) - stirlingSeries(sum)
            - (large - 0.5) * Elementary.log1p(small / large) - small * (Elementary.log(sum) - 1)
        return logGamma(small) + difference
    }

    static var halfLogOfTwoPi: Double { 0.9189385332046728 }

    /// The asymptotic series of `stirlingCorrection`, error below 10⁻¹⁶ from 8 on.
    private static func stirlingSeries(_ x: Double) -> Double {
        let inverse = 1 / x
        let z = inverse * inverse
        var sum = -3617.0 / 122400
        sum = sum * z + 1.0 / 156
        sum = sum * z - 691.0 / 360360
        sum = sum * z + 1.0 / 1188
        sum = sum * z - 1.0 / 1680
        sum = sum * z + 1.0 / 1260
        sum = sum * z - 1.0 / 360
        sum = sum * z + 1.0 / 12
        return sum * inverse
    }

    /// ln Γ(2 + z) for |z| up to ½, as z times a near-minimax polynomial (error below 5 · 10⁻¹⁸), even and odd powers
    /// apart so that they can run side by side.
    private static func logGammaNearTwo(_ z: Double) -> Double {
        let z2 = z * z
        var even = -5.811277768921246e-07
        even = even * z2 - 1.9743106888421067e-06
        even = even * z2 - 9.45628851510172e-06
        even = even * z2 - 4.4923727564247656e-05
        even = even * z2 - 0.00022315497746292723
        even = even * z2 - 0.0011927539009983087
        even = even * z2 - 0.007385551028935545
        even = even * z2 - 0.06735230105319563
        even = even * z2 + 0.42278433509846713
        var odd = 2.7475390051909663e-07
        odd = odd * z2 + 9.242852225162277e-07
        odd = odd * z2 + 4.3828545383846665e-06
        odd = odd * z2 + 2.050601970174762e-05
        odd = odd * z2 + 9.945761692157133e-05
        odd = odd * z2 + 0.0005096695196526673
        odd = odd * z2 + 0.002890510330865901
        odd = odd * z2 + 0.02058080842778338
        odd = odd * z2 + 0.3224670334241132
        return z * (even + z * odd)
    }
}
