import Organization
import Words

/// A stretch of dike to be patrolled.
public struct DikePoint: Sendable {
    /// Its name.
    public var name: LocalizedText
    /// The nearest point of the road network.
    public var location: LocationID
    /// The community that patrols it.
    public var node: OrganizationNodeID

    /// Creates a point.
    public init(name: LocalizedText, location: LocationID, node: OrganizationNodeID) {
        self.name = name
        self.location = location
        self.node = node
    }
}
