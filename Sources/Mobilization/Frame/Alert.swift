import RandomStreams

/// A response level for one incident: what is warranted, decided and ordered, and what people are called for.
public struct Alert: BitwiseCopyable, Sendable, Equatable {
    /// The number of the incident in its world.
    public var incident: UInt8
    /// The level.
    public var level: ResponseLevel

    /// Creates the alert of a level for incident number `incident`.
    public init(_ level: ResponseLevel, incident: Int = 0) {
        guard let number = UInt8(exactly: incident) else { preconditionFailure("a world has at most 256 incidents") }
        (self.incident, self.level) = (number, level)
    }

    /// The occasion of random numbers about it: an attempt a level.
    var occasion: Occasion { Occasion(incident: Int(incident), attempt: Int(level.rawValue)) }
}
