import DenseTables

/// How a point on the ground comes to the roads: where it joins them, and how far it is until there.
///
/// Nobody lives on a crossing. The way to the road is walked whatever the mode, and a road is joined where it is nearest: in the
/// middle of a long one, from where both its ends can be reached. Which of them at what cost hangs on the metric, so it is not here
/// but in `AccessLegs`.
public struct RoadAccess: Sendable, Equatable {
    /// Where a point joins the roads.
    public enum Join: Sendable, Equatable {
        /// At a node.
        case node(RoadNodeID)
        /// On the roads that join two nodes straight, at a share of the way from the first (the one with the lower number) to the
        /// second, above 0 and below 1.
        case between(RoadNodeID, RoadNodeID, share: Double)
    }

    /// Where the point is, in degrees east (`x`) and north (`y`).
    public let place: SIMD2<Double>

    /// Where it joins the roads; nil if they are farther than the limit, and then there is no way.
    public let join: Join?

    /// How far the road is in meters, in a straight line.
    public let meters: Double

    /// How far a nearer road is, in meters, that was passed over because it belongs to a small island; nil if none was.
    public let passedOver: Double?

    /// Creates an access.
    public init(place: SIMD2<Double>, join: Join?, meters: Double, passedOver: Double? = nil) {
        self.place = place
        self.join = join
        self.meters = meters
        self.passedOver = passedOver
    }

    /// Stands on a node.
    public init(_ node: RoadNodeID, of network: RoadNetwork) {
        self.init(place: SIMD2(network[node].longitude, network[node].latitude), join: .node(node), meters: 0)
    }
}

/// How fast the way between a point and its road goes, and how long it may be.
public struct AccessRule: Sendable, Equatable {
    /// Kilometers an hour.
    public var speed: Double

    /// The most meters.
    public var limit: Double

    /// On foot at 1.2 m/s, as `SpeedTable.usual` has people walk on roads, and 2 km at most; both are assumptions.
    public static let usual = AccessRule(speed: SpeedTable.usual[.walk, .path], limit: 2000)

    /// Creates a rule.
    public init(speed: Double, limit: Double) {
        precondition(speed > 0 && speed.isFinite && limit >= 0, "a way to a road has a speed and a limit")
        self.speed = speed
        self.limit = limit
    }

    /// The milliseconds of a way of some meters.
    func milliseconds(_ meters: Double) -> UInt64 {
        UInt64(min((meters * 3600 / speed).rounded(), Double(TravelTimeTable.longest)))
    }
}
