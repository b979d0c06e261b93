import DenseTables
import Organization
import RoadNetwork

/// Names one grid of a place.
@frozen
public struct GridID: RowID {
    /// The row number.
    public let raw: Int32

    /// Creates the name of row `raw`.
    @inlinable public init(raw: Int32) { self.raw = raw }
}

/// One grid, 网格: the smallest area whose residents are counted.
public struct Grid: Sendable {
    /// Its node of the organization.
    public var node: OrganizationNodeID
    /// A road node in its middle.
    public var location: LocationID
    /// Its outline, a convex ring without the closing point, counterclockwise.
    public var outline: [Coordinate]
    /// Residents.
    public var residents: Int
    /// Households.
    public var households: Int
    /// Residents who cannot leave home without help.
    public var residentsNeedingHelp: Int
    /// Households on low ground, which the river can reach.
    public var lowHouseholds: Int
    /// Residents needing help on low ground.
    public var lowResidentsNeedingHelp: Int
    /// The height of its lowest homes above the normal water of the river, in meters; infinite away from the river.
    public var lowestHomes: Double

    /// Creates a grid.
    public init(
        node: OrganizationNodeID, location: LocationID, outline: [Coordinate] = [], residents: Int, households: Int,
        residentsNeedingHelp: Int = 0, lowHouseholds: Int = 0, lowResidentsNeedingHelp: Int = 0,
        lowestHomes: Double = .infinity
    ) {
        self.node = node
        self.location = location
        self.outline = outline
        self.residents = residents
        self.households = households
        self.residentsNeedingHelp = residentsNeedingHelp
        self.lowHouseholds = lowHouseholds
        self.lowResidentsNeedingHelp = lowResidentsNeedingHelp
        self.lowestHomes = lowestHomes
    }
}

/// A building the public uses.
public struct Facility: Sendable {
    /// What a facility is for.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// A Party-mass service center of the district or a street, 党群服务中心 (1+7).
        case serviceCenter
        /// A service center of a park or business district (N).
        case areaCenter
        /// A service center of a village or community.
        case communityCenter
        /// A hospital.
        case hospital
        /// A shelter.
        case shelter
    }

    /// What it is for.
    public var kind: Kind
    /// Its name.
    public var name: LocalizedText
    /// Where it stands.
    public var location: LocationID
    /// The organization that runs it.
    public var node: OrganizationNodeID

    /// Creates a facility.
    public init(kind: Kind, name: LocalizedText, location: LocationID, node: OrganizationNodeID) {
        self.kind = kind
        self.name = name
        self.location = location
        self.node = node
    }
}

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

/// The ground and the people on it: what a scenario's place file describes or generates.
public struct Place: Sendable {
    /// The place's name.
    public var name: LocalizedText
    /// The roads.
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

    /// Creates a place.
    public init(
        name: LocalizedText, roads: RoadNetwork, organization: Organization, people: People, grids: [Grid],
        facilities: [Facility], dikePoints: [DikePoint], departments: [PlaceFigures.Department],
        hasPropertyCompany: [Bool]
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
    }
}
