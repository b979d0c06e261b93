/// Some of the travel modes: who may use an arc, or whom a closure stops.
public struct TravelModeSet: OptionSet, Hashable, Sendable {
    /// One bit a mode, at the mode's raw value.
    public let rawValue: UInt8

    /// Creates a set from its bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Creates the set of one mode.
    @inlinable public init(_ mode: TravelMode) { rawValue = 1 << mode.rawValue }

    /// Cars on an emergency call, where cars in general may not go; no mode of its own, see `RoadMap.forEmergencies`.
    public static let emergency = TravelModeSet(rawValue: 1 << 7)

    /// Every mode.
    public static let all = TravelModeSet(TravelMode.allCases.map { TravelModeSet($0) })

    /// Everybody but boats.
    public static let land = all.subtracting(TravelModeSet(.boat))

    /// Whether `mode` is one of them.
    @inlinable public func contains(_ mode: TravelMode) -> Bool { rawValue & (1 << mode.rawValue) != 0 }
}
