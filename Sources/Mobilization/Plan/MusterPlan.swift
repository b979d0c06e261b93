import Organization
import RandomStreams

/// From a yes to a checked-in name: the `muster` group of a plan.
public struct MusterPlan: Sendable {
    /// Getting ready by day.
    public var prepareDay = Distribution.fixed(0)
    /// Getting ready when woken.
    public var prepareNight = Distribution.fixed(0)
    /// The chance that somebody who said yes does not come after all.
    public var noShow = 0.0
    /// One check-in, kit included.
    public var checkIn = Distribution.fixed(0)
    /// Check-in desks at a seat of each level, by raw value of `OrganizationLevel`; with 0 nobody checks in.
    public var desks = [Int](repeating: 0, count: OrganizationLevel.allCases.count)
    /// How much people's speeds differ: the log-standard deviation of a factor with median 1.
    public var speedSpread = 0.0

    /// Creates a muster without delay.
    public init() {}
}
