import DenseTables
import RandomStreams

/// Everybody who can be called: one record per human, never one per list, as a structure of arrays.
///
/// Fixed traits only, 48 bytes a person; what changes during a run is the run's. Other residents are counted by household and grid.
public final class People: Sendable {
    /// How many people there are.
    public let count: Int

    /// The key a person's random numbers hang on: the path of the home organization and the ordinal in it.
    public let key: Column<PersonID, EntityKey>

    /// Where the person sleeps.
    public let home: Column<PersonID, LocationID>

    /// Where the person works by day; the home where there is no workplace.
    public let work: Column<PersonID, LocationID>

    /// The organization that calls the person first and where he or she musters.
    public let callingNode: Column<PersonID, OrganizationNodeID>

    /// The unit the person works in, where it is not the calling node; else none.
    public let unit: Column<PersonID, OrganizationNodeID>

    /// How many rosters carry the person's name (unit, home community, platform): 0 to 3.
    public let listings: Column<PersonID, UInt8>

    /// The role.
    public let role: Column<PersonID, Role>

    /// Yes-or-no traits.
    public let traits: Column<PersonID, PersonTraits>

    /// For department officers the department's number in the place's list; 0 for everybody else.
    public let department: Column<PersonID, UInt8>

    /// How the person gets about: the raw value of a travel mode.
    public let travelMode: Column<PersonID, UInt8>

    /// How readily the person comes when asked, relative to others of the role; the mean over people is 1.
    public let propensity: Column<PersonID, Float>

    /// Creates the columns from records, in order.
    ///
    /// - Complexity: O(n).
    public init(_ records: [PersonRecord]) {
        count = records.count
        key = Column(records.map(\.key))
        home = Column(records.map(\.home))
        work = Column(records.map(\.work))
        callingNode = Column(records.map(\.callingNode))
        unit = Column(records.map(\.unit))
        listings = Column(records.map(\.listings))
        role = Column(records.map(\.role))
        traits = Column(records.map(\.traits))
        department = Column(records.map(\.department))
        travelMode = Column(records.map(\.travelMode))
        propensity = Column(records.map(\.propensity))
    }

    /// The memory one person's fixed traits take, in bytes.
    public static var bytesPerPerson: Int {
        MemoryLayout<EntityKey>.stride + 2 * MemoryLayout<LocationID>.stride
            + 2 * MemoryLayout<OrganizationNodeID>.stride + MemoryLayout<Role>.stride
            + MemoryLayout<PersonTraits>.stride + 3 * MemoryLayout<UInt8>.stride + MemoryLayout<Float>.stride
    }

    /// The memory the fixed traits take, in bytes.
    public var bytes: Int {
        key.bytes + home.bytes + work.bytes + callingNode.bytes + unit.bytes + listings.bytes + role.bytes
            + traits.bytes + department.bytes + travelMode.bytes + propensity.bytes
    }
}

/// One person as the generator or a file gives him or her, before the columns are laid out.
public struct PersonRecord: Sendable {
    /// The key random numbers hang on.
    public var key: EntityKey

    /// Where the person sleeps.
    public var home: LocationID

    /// Where the person works by day.
    public var work: LocationID

    /// The organization that calls first and where the person musters.
    public var callingNode: OrganizationNodeID

    /// The unit the person works in, or none.
    public var unit: OrganizationNodeID

    /// How many rosters carry the name.
    public var listings: UInt8

    /// The role.
    public var role: Role

    /// Yes-or-no traits.
    public var traits: PersonTraits

    /// The department's number for department officers.
    public var department: UInt8

    /// The raw value of a travel mode.
    public var travelMode: UInt8

    /// How readily the person comes, relative to others of the role.
    public var propensity: Float

    /// Creates a record.
    public init(
        key: EntityKey, home: LocationID, work: LocationID, callingNode: OrganizationNodeID,
        unit: OrganizationNodeID = .none, listings: UInt8 = 1, role: Role, traits: PersonTraits = [],
        department: UInt8 = 0, travelMode: UInt8, propensity: Float = 1
    ) {
        self.key = key
        self.home = home
        self.work = work
        self.callingNode = callingNode
        self.unit = unit
        self.listings = listings
        self.role = role
        self.traits = traits
        self.department = department
        self.travelMode = travelMode
        self.propensity = propensity
    }
}
