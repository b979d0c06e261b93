/// A continuous distribution at one point: both tails, and how it changes there.
struct TailPair {
    /// The probability of at most this value.
    var lower: Double
    /// The probability of more than this value.
    var upper: Double
    /// The density at this value.
    var density: Double
    /// The derivative of the logarithm of the density at this value.
    var slope: Double
}

/// Finds where a distribution with log-concave density reaches a probability.
///
/// The logarithm of a gamma number and the logit of a beta number have log-concave densities for all parameters, even where the
/// densities of the numbers themselves run to infinity. The logarithm of either tail is then concave too, so Newton's method on the
/// logarithm of the smaller tail cannot fail: after at most one step that goes too far out, each step comes closer from
/// outside. Halley's correction makes it third order.
///
/// - Parameters:
///   - probability: Between 0 and 1, both excluded.
///   - start: A first guess.
///   - bounds: A range in which the answer lies.
///   - tails: The distribution at a point.
/// - Complexity: 2 to 4 evaluations from a fair start, at most 60.
@inline(__always)
func logConcaveQuantile(
    _ probability: Double, start: Double, within bounds: ClosedRange<Double>, tails: (Double) -> TailPair
) -> Double {
    let isLower = probability <= 0.5
    let target = isLower ? probability : 1 - probability
    var point = min(max(start, bounds.lowerBound), bounds.upperBound)
    for _ in 0..<60 {
        let value = tails(point)
        let tail = isLower ? value.lower : value.upper
        guard tail > 0 && value.density > 0 else { break }
        // With L = ln tail: Newton's step is (ln target - L) / L', and L'' = L' (slope - L').
        let rate = (isLower ? value.density : -value.density) / tail
        let excess = (target - tail) / tail
        let missing = excess < 1 ? Elementary.log1p(excess) : Elementary.log(target) - Elementary.log(tail)
        let newton = missing / rate
        let bend = 0.5 * newton * (value.slope - rate)
        let step = abs(bend) < 0.5 ? newton / (1 + bend) : newton
        point = min(max(point + step, bounds.lowerBound), bounds.upperBound)
        // The error left is of the order of the cube of these.
        if abs(missing) < 1e-5 && abs(bend) < 1e-5 { break }
    }
    return point
}
