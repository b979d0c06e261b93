/// What is known of how fast an arc is, beside its class.
public enum RoadPace: Sendable, Hashable {
    /// Nothing: every mode goes at its speed on roads of this class.
    case byClass

    /// A speed limit in kilometers an hour: every mode goes at its speed on the class, and none faster than this.
    case limit(Float)

    /// The speed of cars in kilometers an hour, whatever the class says; nobody else is faster than this either.
    case driven(Float)

    /// The milliseconds every mode takes in good weather, whatever the length.
    case fixed(UInt32)
}
