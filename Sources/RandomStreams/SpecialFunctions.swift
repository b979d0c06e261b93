/// The gamma, beta and normal functions that distributions and intervals are made of.
///
/// Like `Elementary` they use only + − × ÷ √ and operations on bits, so they have the same bits on every machine. One idea, one
/// file: `LogGamma`, `IncompleteGamma`, `IncompleteBeta`, `NormalDistribution`; the two inverses share
/// `LogConcaveInversion`. Relative errors are about 10⁻¹³ in the body and stated where they are larger.
public enum SpecialFunctions {
    /// √(2π).
    static var rootOfTwoPi: Double { 2.5066282746310007 }

    /// u - ln(1 + u), at least 0, without cancellation for small u; the deviance both incomplete functions rest on.
    @inline(__always)
    static func excessOverLog(_ u: Double) -> Double {
        guard u > -0.29 && u < 0.41 else { return u - Elementary.log1p(u) }
        // With s = u / (2 + u): u - 2 s - s R(s²) and u - 2 s = s u.
        let s = u / (2 + u)
        return s * (u - Elementary.artanhTail(s * s))
    }
}
