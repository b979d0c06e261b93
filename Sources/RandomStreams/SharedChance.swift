/// The distribution of a chance that people share, for many groups who each draw their own.
public struct SharedChance: Sendable {
    private enum Form {
        case certain(Double)
        case allOrNobody(mean: Double)
        case beta(BetaShape)
    }

    private let form: Form

    /// Creates the distribution of the chance of yes; see `CorrelatedAnswers.effectiveChance`.
    public init(mean: Double, correlation: Double) {
        guard mean > 0 && mean < 1 else {
            form = .certain(mean >= 1 ? 1 : 0)
            return
        }
        let weight = 1 / correlation - 1
        if !(correlation > 1e-9) {
            // The shared chance varies by less than 0.000 02.
            form = .certain(mean)
        } else if !(weight * min(mean, 1 - mean) > 1e-6) {
            // Everything between nobody and all has a probability of less than 0.000 1.
            form = .allOrNobody(mean: mean)
        } else {
            form = .beta(BetaShape(mean * weight, (1 - mean) * weight))
        }
    }

    /// The chance in this replication, at a uniform random number shared by the group.
    public func effective(_ uniform: Double) -> Double {
        switch form {
        case .certain(let chance): return chance
        case .allOrNobody(let mean): return uniform < 1 - mean ? 0 : 1
        case .beta(let shape): return shape.quantile(uniform)
        }
    }
}
