/// The gamma, beta and normal functions that distributions and intervals are made of.
///
/// Like `Elementary` they use only + − × ÷ √ and operations on bits, so they have the same bits on every machine.
/// One idea, one file: `LogGamma`, `IncompleteGamma`, `IncompleteBeta`, `NormalDistribution`; the two inverses
/// share `LogConcaveInversion`. Each states its error, measured against 40 digits.
public enum SpecialFunctions {
    /// The parameters the incomplete gamma and beta functions take; beyond, the work or the error would grow too large.
    public static var parameterRange: ClosedRange<Double> { 1e-10...1e10 }

    /// √(2π).
    static var rootOfTwoPi: Double { 2.5066282746310007 }

    /// u - ln(1 + u), at least 0, without cancellation: the deviance both incomplete functions rest on.
    ///
    /// - Parameter ratio: 1 + `u`, to full precision also where `u` is near -1.
    @inline(__always)
    static func excessOverLog(_ u: Double, ratio: Double) -> Double {
        guard u > -0.29 && u < 0.41 else { return u - Elementary.log(ratio) }
        // With s = u / (2 + u), ln(1 + u) = 2 s + s R(s²), and u - 2 s = s u.
        let s = u / (2 + u)
        return s * (u - Elementary.artanhTail(s * s))
    }
}
