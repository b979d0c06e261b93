/// How readily people come when asked: a beta distribution with parameters 2 and 4, divided by its mean of one third.
///
/// Most people are near the mean, some come almost never and a few nearly always. The shape is assumed.
enum Propensity {
    /// The propensity below which a share of people lie, from 0 to 3.
    ///
    /// It inverts the polynomial 1 − (1 − x)⁴ (1 + 4x) by bisection and Newton's method, with a fixed number of steps.
    static func quantile(_ share: Double) -> Float {
        var low = 0.0
        var high = 1.0
        for _ in 0..<5 {
            let middle = (low + high) / 2
            if cumulative(middle) < share { low = middle } else { high = middle }
        }
        var x = (low + high) / 2
        for _ in 0..<4 {
            let density = 20 * x * (1 - x) * (1 - x) * (1 - x)
            guard density > 1e-9 else { break }
            x = min(max(x - (cumulative(x) - share) / density, low), high)
        }
        return Float(3 * x)
    }

    private static func cumulative(_ x: Double) -> Double {
        let rest = (1 - x) * (1 - x)
        return 1 - rest * rest * (1 + 4 * x)
    }
}
