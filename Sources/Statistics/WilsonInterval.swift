import RandomStreams

/// The confidence interval of a share: how often something happened in a number of independent trials.
///
/// Wilson's score interval (1927) stays within 0...1 and, unlike estimate ± error, does not collapse when the event
/// happened never or always. There the rule of three is used instead (Hanley and Lippman-Hand 1983): an event seen 0 times
/// in n has an upper bound of 3/n, because with a larger share its absence would have had a chance below 5 %; an event
/// seen n times in n has a lower bound of 1 − 3/n. An event seen once or twice may be much rarer than Wilson's lower end
/// says: a true share just below it would be contained in only 84 % of the cases. There the lower end is that of a Poisson
/// count, which keeps it above 91 % (Brown, Cai and DasGupta 2001, section 4.1.2), and likewise for all but one or two.
public enum WilsonInterval {
    /// The interval of the share `successes` / `trials`, `nil` without trials.
    public static func interval(successes: Int, of trials: Int, confidence: Double = 0.95) -> ConfidenceInterval? {
        precondition(trials >= 0 && (0...trials).contains(successes), "successes lie within 0...trials")
        precondition(0 < confidence && confidence < 1, "a confidence lies strictly between 0 and 1")
        guard trials > 0 else { return nil }
        let bound = boundIfNeverSeen(in: trials, confidence: confidence)
        if successes == 0 { return ConfidenceInterval(estimate: 0, lower: 0, upper: bound) }
        if successes == trials { return ConfidenceInterval(estimate: 1, lower: 1 - bound, upper: 1) }

        let score = score(Double(successes), of: Double(trials), confidence: confidence)
        // Where two trials in three are both rare and common, Wilson's end is the wider one.
        let rare = successes <= 2 ? rareBound(successes, of: trials, confidence: confidence) : 1
        let common = trials - successes <= 2 ? rareBound(trials - successes, of: trials, confidence: confidence) : 1
        return ConfidenceInterval(
            estimate: score.estimate, lower: Swift.min(score.lower, rare), upper: Swift.max(score.upper, 1 - common))
    }

    /// The interval of the share of ones among `outcomes`, each 0 or 1, that come in blocks; `nil` without any.
    ///
    /// Replications of a block share a place and so tend to agree; they tell as much as fewer independent ones would. That
    /// effective number follows from the spread of the blocks' shares, and Student's t makes up for how few blocks there
    /// are (Korn and Graubard 1998). Where all blocks agree, or there is only one, each outcome stands for itself.
    ///
    /// - Complexity: O(n) for n outcomes.
    public static func interval(
        of outcomes: [Double], blocks: [Int], confidence: Double = 0.95
    ) -> ConfidenceInterval? {
        precondition(outcomes.allSatisfy { $0 == 0 || $0 == 1 }, "an outcome is 0 or 1")
        let successes = outcomes.count { $0 == 1 }
        let independent = interval(successes: successes, of: outcomes.count, confidence: confidence)
        guard Set(blocks).count < blocks.count, let mean = ClusteredMean(outcomes, blocks: blocks),
            mean.standardError > 0
        else { return independent }
        let tail = 1 - (1 - confidence) / 2
        let error =
            mean.standardError * StudentT.quantile(tail, degreesOfFreedom: mean.degreesOfFreedom)
            / SpecialFunctions.normalQuantile(tail)
        let effective = mean.mean * (1 - mean.mean) / (error * error)
        return score(mean.mean * effective, of: effective, confidence: confidence)
    }

    /// The largest share, seen so rarely, of which as many or more would have been seen with a chance of 1 − confidence.
    private static func rareBound(_ successes: Int, of trials: Int, confidence: Double) -> Double {
        SpecialFunctions.inverseRegularizedGamma(shape: Double(successes), probability: 1 - confidence) / Double(trials)
    }

    /// Wilson's interval, of counts that need not be whole.
    private static func score(_ successes: Double, of count: Double, confidence: Double) -> ConfidenceInterval {
        let share = successes / count
        let deviate = SpecialFunctions.normalQuantile(1 - (1 - confidence) / 2)
        let perTrial = deviate * deviate / count
        let center = (share + perTrial / 2) / (1 + perTrial)
        let reach = (perTrial * (share * (1 - share) + perTrial / 4)).squareRoot() / (1 + perTrial)
        return ConfidenceInterval(
            estimate: share, lower: Swift.max(0, center - reach), upper: Swift.min(1, center + reach))
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
