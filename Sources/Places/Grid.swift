import DenseTables
import Organization

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
