/// What kind of road an arc is; it decides the speed of each travel mode.
public enum RoadClass: UInt8, Sendable, CaseIterable {
    /// A main road between towns or through the core, 主干道.
    case arterial

    /// A street that connects neighborhoods, 街道, and the road into a village.
    case street

    /// A lane between houses, 巷.
    case lane

    /// A winding road through the hills, 山路.
    case mountainRoad
}

/// One direction of a stretch of road.
public struct RoadArc: Sendable, Equatable {
    /// Where it starts.
    public var from: RoadNodeID

    /// Where it ends.
    public var to: RoadNodeID

    /// Its length in meters, bends included.
    public var length: Double

    /// Its class.
    public var roadClass: RoadClass

    /// Whether it crosses water on a bridge.
    public var isBridge: Bool

    /// The number of its name in the network's list, or nil.
    public var name: Int32?

    /// Creates an arc.
    public init(
        from: RoadNodeID, to: RoadNodeID, length: Double, roadClass: RoadClass, isBridge: Bool = false,
        name: Int32? = nil
    ) {
        self.from = from
        self.to = to
        self.length = length
        self.roadClass = roadClass
        self.isBridge = isBridge
        self.name = name
    }

    /// The other direction of the same stretch.
    public var reversed: RoadArc {
        RoadArc(from: to, to: from, length: length, roadClass: roadClass, isBridge: isBridge, name: name)
    }
}
