import Organization
import Words

/// Where people's calls are taken or answered by units of one kind: a hot line with its seats, a window, a first-aid station.
public struct ServiceStation: Sendable {
    /// The name used in files and tables.
    public var code: String
    /// The name users read.
    public var name: LocalizedText
    /// Seats, windows or crews, each serving one call at a time.
    public var units: Int
    /// Calls that can wait when every unit is busy, the next is turned away; nil if any number can.
    public var waitingRoom: Int?

    /// Creates a station.
    public init(code: String, name: LocalizedText, units: Int, waitingRoom: Int? = nil) {
        self.code = code
        self.name = name
        self.units = units
        self.waitingRoom = waitingRoom
    }
}
