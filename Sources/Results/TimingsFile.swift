import Foundation

/// `timings.json`: what the run cost, the only file that may differ between two runs of one command.
public struct TimingsFile: Codable, Equatable, Sendable {
    /// The seconds that passed.
    public var wallSeconds: Double
    /// The processor seconds used by all threads together.
    public var cpuSeconds: Double
    /// The number of events handled.
    public var events: Int64
    /// The most memory held at any moment, in bytes.
    public var peakMemoryBytes: Int64
    /// The events handled per second that passed; 0 if no time passed.
    public private(set) var eventsPerSecond: Double

    /// Records what a run cost; seconds must be finite.
    public init(wallSeconds: Double, cpuSeconds: Double, events: Int64, peakMemoryBytes: Int64) {
        self.wallSeconds = wallSeconds
        self.cpuSeconds = cpuSeconds
        self.events = events
        self.peakMemoryBytes = peakMemoryBytes
        eventsPerSecond = wallSeconds > 0 ? Double(events) / wallSeconds : 0
    }

    /// The file's content, with sorted keys.
    public var bytes: [UInt8] { CanonicalJSON.encode(self) }
}
