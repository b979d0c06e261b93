import Organization
import RoadNetwork
import Words

/// The ground and the people on it: what a scenario's place file describes or generates.
public struct Place: Sendable {
    /// The place's name.
    public var name: LocalizedText
    /// The roads; heights count from the river's normal water at its nearest point.
    public var roads: RoadNetwork
    /// The standing organization.
    public var organization: Organization
    /// Everybody who can be called.
    public var people: People
    /// The grids, in the order of their nodes.
    public var grids: [Grid]
    /// The facilities.
    public var facilities: [Facility]
    /// The stretches of dike.
    public var dikePoints: [DikePoint]
    /// The departments posted to streets, by number: officers carry an index into this list.
    public var departments: [PlaceFigures.Department]
    /// For every compound node with a property company, whether it has one; indexed like `organization.nodes`.
    public var hasPropertyCompany: [Bool]
    /// The stations that take calls.
    public var stations: [ServiceStation]

    /// Creates a place.
    public init(
        name: LocalizedText, roads: RoadNetwork, organization: Organization, people: People, grids: [Grid],
        facilities: [Facility], dikePoints: [DikePoint], departments: [PlaceFigures.Department],
        hasPropertyCompany: [Bool], stations: [ServiceStation] = []
    ) {
        self.name = name
        self.roads = roads
        self.organization = organization
        self.people = people
        self.grids = grids
        self.facilities = facilities
        self.dikePoints = dikePoints
        self.departments = departments
        self.hasPropertyCompany = hasPropertyCompany
        self.stations = stations
    }
}
