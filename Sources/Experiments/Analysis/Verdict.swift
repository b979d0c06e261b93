import Mobilization

/// What a comparison with the baseline comes to.
public enum Verdict: String, Sendable {
    /// The interval lies wholly on the better side.
    case better
    /// The interval lies wholly on the worse side.
    case worse
    /// The interval lies wholly above zero, of a measure of which neither more nor less is better.
    case higher
    /// The interval lies wholly below zero, of such a measure.
    case lower
    /// The interval holds zero: it may be either.
    case undecided
    /// Every replication gave exactly the same.
    case same
    /// Not what the scenario decides on, so no verdict is given.
    case exploratory

    /// The verdict on differences that lie within `lower` and `upper`; without an interval it is undecided.
    init(_ measure: Measure, lower: Double?, upper: Double?) {
        guard let lower, let upper, lower > 0 || upper < 0 else {
            self = .undecided
            return
        }
        switch measure.lessIsBetter {
        case .some(let less): self = (upper < 0) == less ? .better : .worse
        case .none: self = lower > 0 ? .higher : .lower
        }
    }
}
