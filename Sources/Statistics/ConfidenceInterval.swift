/// An estimate with the lower and upper end of its confidence interval.
@frozen
public struct ConfidenceInterval: Equatable, Sendable {
    /// The point estimate.
    public var estimate: Double
    /// The lower end.
    public var lower: Double
    /// The upper end.
    public var upper: Double

    /// Creates an interval from its ends, which must enclose the estimate.
    public init(estimate: Double, lower: Double, upper: Double) {
        precondition(lower <= estimate && estimate <= upper, "a confidence interval encloses its estimate")
        self.estimate = estimate
        self.lower = lower
        self.upper = upper
    }

    /// The distance between the two ends.
    public var width: Double { upper - lower }

    /// Tells whether `value` lies within the interval, its ends included.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
