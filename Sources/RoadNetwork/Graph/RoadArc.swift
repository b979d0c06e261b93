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

    /// Who may use it in this direction; a one-way street is still walked both ways.
    public var access: TravelModeSet

    /// How fast it is, where more is known than its class.
    public var pace: RoadPace

    /// Creates an arc.
    public init(
        from: RoadNodeID, to: RoadNodeID, length: Double, roadClass: RoadClass, isBridge: Bool = false,
        name: Int32? = nil, access: TravelModeSet = .all, pace: RoadPace = .byClass
    ) {
        self.from = from
        self.to = to
        self.length = length
        self.roadClass = roadClass
        self.isBridge = isBridge
        self.name = name
        self.access = access
        self.pace = pace
    }

    /// The other direction of the same stretch.
    public var reversed: RoadArc {
        var other = self
        (other.from, other.to) = (to, from)
        return other
    }
}
