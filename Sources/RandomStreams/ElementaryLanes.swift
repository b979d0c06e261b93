extension Elementary {
    /// `log1p` of the negative of each probability above 0 and below 1.
    static func logOfComplement(_ probability: Lanes) -> Lanes {
        let x = 0 - probability
        let sum = 1 + x
        let (exponent, fraction) = splitNormal(sum)
        let isSmall = x .> -0.25
        let zero = Lanes(repeating: 0)
        return logSum(
            zero.selected(where: isSmall, else: exponent), x.selected(where: isSmall, else: fraction),
            correction: zero.selected(where: isSmall, else: (x - (sum - 1)) / sum))
    }

    /// What `split` makes of normal positive numbers.
    static func splitNormal(_ x: Lanes) -> (exponent: Lanes, fraction: Lanes) {
        let aboveRoot = x.bits &- 0x3FE6_A09E_667F_3BCD
        // The exponent, raised by 1024 so that it is not negative.
        let raised = (aboveRoot &+ 1024 &<< 52) &>> 52
        let mantissa = Lanes(bits: x.bits &- aboveRoot & 0xFFF0_0000_0000_0000)
        return (raised.wholeNumbers - 1024, mantissa - 1)
    }

    /// `exp` of each `x` + `low`, all of them from -700 to 700.
    static func expOfModerate(_ x: Lanes, plus low: Lanes) -> Lanes {
        let shifted = x * 0x1.71547652b82fep+0 + 0x1.8p52
        let whole = shifted - 0x1.8p52
        let high = x - whole * log2High
        let lowPart = low - whole * log2Low
        let r = high + lowPart
        let lost = (high - r) + lowPart
        let excess = r + (r * r * expTail(r) + lost)
        // The whole number is in the lowest bits; 12 of them are enough.
        return (1 + excess) * Lanes(bits: (shifted.bits &+ 1023) &<< 52)
    }

    /// Whether all are from -700 to 700.
    static func areModerate(_ x: Lanes) -> Bool {
        all(x .<= 700 .& x .>= -700)
    }

    /// `power` of each normal positive base to one exponent; nil where a result comes near the ends of what a number can hold.
    static func moderatePower(_ base: Lanes, _ exponent: Double) -> Lanes? {
        let (scale, fraction) = splitNormal(base)
        let (high, low) = logPair(scale, fraction)
        let exponent = Lanes(repeating: exponent)
        let product = exponent * high
        guard areModerate(product) else { return nil }
        return expOfModerate(product, plus: productError(exponent, high, product) + exponent * low)
    }
}
