import RandomStreams

/// The confidence interval of a share: how often something happened in a number of independent trials.
///
/// Wilson's score interval (1927) stays within 0...1 and, unlike estimate ± error, does not collapse when the event
/// happened never or always. There the rule of three is used instead (Hanley and Lippman-Hand 1983): an event seen 0 times
/// in n has an upper bound of 3/n, because with a larger share its absence would have had a chance below 5 %; an event
/// seen n times in n has a lower bound of 1 − 3/n.
public enum WilsonInterval {
    /// The interval of the share `successes` / `trials`, `nil` without trials.
    public static func interval(successes: Int, of trials: Int, confidence: Double = 0.95) -> ConfidenceInterval? {
        precondition(trials >= 0 && (0...trials).contains(successes), "successes lie within 0...trials")
        precondition(0 < confidence && confidence < 1, "a confidence lies strictly between 0 and 1")
        guard trials > 0 else { return nil }
        let bound = boundIfNeverSeen(in: trials, confidence: confidence)
        if successes == 0 { return ConfidenceInterval(estimate: 0, lower: 0, upper: bound) }
        if successes == trials { return ConfidenceInterval(estimate: 1, lower: 1 - bound, upper: 1) }

        let count = Double(trials)
        let share = Double(successes) / count
        let deviate = SpecialFunctions.normalQuantile(1 - (1 - confidence) / 2)
        let perTrial = deviate * deviate / count
        let center = (share + perTrial / 2) / (1 + perTrial)
        let reach = (perTrial * (share * (1 - share) + perTrial / 4)).squareRoot() / (1 + perTrial)
        return ConfidenceInterval(estimate: share, lower: center - reach, upper: center + reach)
    }

    /// The upper bound of the share of an event that was not seen in `trials`: 3/n at 95 %, at most 1.
    ///
    /// In general −ln(1 − `confidence`)/n, which at 95 % is 2.996/n and by custom written 3/n.
    public static func boundIfNeverSeen(in trials: Int, confidence: Double = 0.95) -> Double {
        precondition(trials > 0, "a bound needs at least one trial")
        let events = confidence == 0.95 ? 3 : -Elementary.log(1 - confidence)
        return Swift.min(1, events / Double(trials))
    }
}
