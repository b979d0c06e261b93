import Organization
import RandomStreams
import Words

/// Calls that come to a station one after another: what people ask for on an ordinary day, or because of the incident.
///
/// All distributions are durations in milliseconds.
public struct CallStream: Sendable {
    /// The name used in files and tables.
    public var code: String
    /// The name users read.
    public var name: LocalizedText
    /// The number of the station in the place's list.
    public var station: Int
    /// From one call to the next.
    public var between: Distribution
    /// From a unit's being free to its being with the caller; 0 at a desk or on the telephone.
    public var travel = Distribution.fixed(0)
    /// Serving one call, once the unit is there.
    public var work: Distribution

    /// Creates a stream without travel.
    public init(code: String, name: LocalizedText, station: Int, between: Distribution, work: Distribution) {
        self.code = code
        self.name = name
        self.station = station
        self.between = between
        self.work = work
    }
}
