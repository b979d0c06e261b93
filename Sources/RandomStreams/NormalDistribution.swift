extension SpecialFunctions {
    /// The probability that a standard normal number is at most `z`.
    ///
    /// Relative error about 10⁻¹⁵, also far in the lower tail; 0 below about -38.6.
    ///
    /// Source: Cody, "Rational Chebyshev approximations for the error function", Mathematics of Computation 23, 1969.
    public static func normalCumulative(_ z: Double) -> Double {
        let distance = abs(z)
        if distance <= 0.67448975 { return 0.5 + z * centralRatio(z * z) }
        if z.isNaN { return z }
        let tail = normalTail(distance)
        return z < 0 ? tail : 1 - tail
    }

    /// The number a standard normal number stays below with this probability.
    ///
    /// Relative error about 10⁻¹⁵. -∞ at 0, ∞ at 1, NaN outside.
    ///
    /// Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics
    /// 37, 1988.
    @inlinable
    public static func normalQuantile(_ probability: Double) -> Double {
        let fromMiddle = probability - 0.5
        if abs(fromMiddle) <= 0.425 { return normalMiddle(fromMiddle) }
        let tail = fromMiddle < 0 ? probability : 1 - probability
        guard tail > 0 else { return tail == 0 ? (fromMiddle < 0 ? -.infinity : .infinity) : .nan }
        let distance = normalTailQuantile((-Elementary.log(tail)).squareRoot())
        return fromMiddle < 0 ? -distance : distance
    }

    /// The quantile `fromMiddle` above a half, from -0.425 to 0.425.
    @inlinable @inline(__always)
    static func normalMiddle<Number: LaneArithmetic>(_ fromMiddle: Number) -> Number {
        let r = 0.180625 - fromMiddle * fromMiddle
        var top = 2509.0809287301226727 * r + 33430.575583588128105
        top = top * r + 67265.770927008700853
        top = top * r + 45921.953931549871457
        top = top * r + 13731.693765509461125
        top = top * r + 1971.5909503065514427
        top = top * r + 133.14166789178437745
        top = top * r + 3.3871328727963666080
        var bottom = 5226.4952788528545610 * r + 28729.085735721942674
        bottom = bottom * r + 39307.895800092710610
        bottom = bottom * r + 21213.794301586595867
        bottom = bottom * r + 5394.1960214247511077
        bottom = bottom * r + 687.18700749205790830
        bottom = bottom * r + 42.313330701600911252
        bottom = bottom * r + 1
        return fromMiddle * top / bottom
    }

    /// The distance from the middle at which the tail is e^(-root²), for tails below 0.075.
    @inlinable
    static func normalTailQuantile(_ root: Double) -> Double {
        if root <= 5 {
            let r = root - 1.6
            var top = 7.74545014278341407640e-4
            top = top * r + 0.0227238449892691845833
            top = top * r + 0.241780725177450611770
            top = top * r + 1.27045825245236838258
            top = top * r + 3.64784832476320460504
            top = top * r + 5.76949722146069140550
            top = top * r + 4.63033784615654529590
            top = top * r + 1.42343711074968357734
            var bottom = 1.05075007164441684324e-9
            bottom = bottom * r + 5.47593808499534494600e-4
            bottom = bottom * r + 0.0151986665636164571966
            bottom = bottom * r + 0.148103976427480074590
            bottom = bottom * r + 0.689767334985100004550
            bottom = bottom * r + 1.67638483018380384940
            bottom = bottom * r + 2.05319162663775882187
            bottom = bottom * r + 1
            return top / bottom
        }
        let r = root - 5
        var top = 2.01033439929228813265e-7
        top = top * r + 2.71155556874348757815e-5
        top = top * r + 0.00124266094738807843860
        top = top * r + 0.0265321895265761230930
        top = top * r + 0.296560571828504891230
        top = top * r + 1.78482653991729133580
        top = top * r + 5.46378491116411436990
        top = top * r + 6.65790464350110377720
        var bottom = 2.04426310338993978564e-15
        bottom = bottom * r + 1.42151175831644588870e-7
        bottom = bottom * r + 1.84631831751005468180e-5
        bottom = bottom * r + 7.86869131145613259100e-4
        bottom = bottom * r + 0.0148753612908506148525
        bottom = bottom * r + 0.136929880922735805310
        bottom = bottom * r + 0.599832206555887937690
        bottom = bottom * r + 1
        return top / bottom
    }

    /// (Φ(z) - ½) / z as a function of z² for |z| up to the quartile.
    private static func centralRatio(_ square: Double) -> Double {
        var top = 0.065682337918207449113
        top = top * square + 2.2352520354606839287
        top = top * square + 161.02823106855587881
        top = top * square + 1067.6894854603709582
        top = top * square + 18154.981253343561249
        var bottom = square + 47.20258190468824187
        bottom = bottom * square + 976.09855173777669322
        bottom = bottom * square + 10260.932208618978205
        bottom = bottom * square + 45507.789335026729956
        return top / bottom
    }

    /// 1 - Φ(z) for z above the quartile.
    private static func normalTail(_ z: Double) -> Double {
        // z² = coarse² + (z - coarse)(z + coarse), the first exactly, so that the exponential keeps its precision.
        let coarse = Double(Int64(min(z, 40) * 16)) * 0.0625
        let rest = (z - coarse) * (z + coarse)
        let density = Elementary.exp(-0.5 * coarse * coarse) * Elementary.exp(-0.5 * rest)
        if z <= 5.656854249492381 {
            var top = 1.0765576773720192317e-8
            top = top * z + 0.39894151208813466764
            top = top * z + 8.8831497943883759412
            top = top * z + 93.506656132177855979
            top = top * z + 597.27027639480026226
            top = top * z + 2494.5375852903726711
            top = top * z + 6848.1904505362823326
            top = top * z + 11602.651437647350124
            top = top * z + 9842.7148383839780218
            var bottom = z + 22.266688044328115691
            bottom = bottom * z + 235.38790178262499861
            bottom = bottom * z + 1519.377599407554805
            bottom = bottom * z + 6485.558298266760755
            bottom = bottom * z + 18615.571640885098091
            bottom = bottom * z + 34900.952721145977266
            bottom = bottom * z + 38912.003286093271411
            bottom = bottom * z + 19685.429676859990727
            return density * top / bottom
        }
        let square = 1 / (z * z)
        var top = 0.02307344176494017303
        top = top * square + 0.21589853405795699
        top = top * square + 0.1274011611602473639
        top = top * square + 0.022235277870649807
        top = top * square + 0.001421619193227893466
        top = top * square + 2.9112874951168792e-5
        var bottom = square + 1.28426009614491121
        bottom = bottom * square + 0.468238212480865118
        bottom = bottom * square + 0.0659881378689285515
        bottom = bottom * square + 0.00378239633202758244
        bottom = bottom * square + 7.29751555083966205e-5
        return density * (0.3989422804014327 - square * top / bottom) / z
    }
}
