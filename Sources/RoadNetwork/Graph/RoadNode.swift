/// A point of the road network on the ground.
public struct RoadNode: Sendable, Equatable {
    /// Degrees east, WGS 84.
    public var longitude: Double

    /// Degrees north, WGS 84.
    public var latitude: Double

    /// Height in meters, above whatever the place counts from.
    public var elevation: Double

    /// Creates a node.
    public init(longitude: Double, latitude: Double, elevation: Double = 0) {
        self.longitude = longitude
        self.latitude = latitude
        self.elevation = elevation
    }
}
