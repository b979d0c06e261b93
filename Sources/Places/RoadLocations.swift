import DenseTables
import Organization
import RoadNetwork

// A location of the organization and a node of the place's roads are the same row.

extension LocationID {
    /// The location of a road node.
    @inlinable public init(_ node: RoadNodeID) { self.init(raw: node.raw) }
}

extension RoadNodeID {
    /// The road node of a location.
    @inlinable public init(_ location: LocationID) { self.init(raw: location.raw) }
}

extension Place {
    /// Where a location is on the earth.
    public func coordinate(of location: LocationID) -> Coordinate {
        let node = roads[RoadNodeID(location)]
        return Coordinate(longitude: node.longitude, latitude: node.latitude)
    }
}
