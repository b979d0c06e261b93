import Organization
import Words

/// The few figures, published or assumed, from which a district is generated.
///
/// Every figure stands in the place file with its source or its range; the generator adds shapes, never counts.
public struct PlaceFigures: Sendable {
    /// A subdistrict or town.
    public struct Street: Sendable {
        /// Its name.
        public var name: LocalizedText
        /// A short stable code, `jiangnan`, part of the paths random numbers hang on.
        public var code: String
        /// Whether it is a town, 镇, rather than a subdistrict, 街道.
        public var isTown: Bool
        /// Its seat, degrees east and north, WGS 84.
        public var seat: Coordinate
        /// Its share of the district's area, a weight.
        public var areaWeight: Double
        /// Its share of the district's residents, a weight.
        public var residentWeight: Double
        /// How many urban communities it has.
        public var communities: Int
        /// How many villages it has.
        public var villages: Int

        /// Creates the figures of a street.
        public init(
            name: LocalizedText, code: String, isTown: Bool, seat: Coordinate, areaWeight: Double,
            residentWeight: Double, communities: Int, villages: Int
        ) {
            self.name = name
            self.code = code
            self.isTown = isTown
            self.seat = seat
            self.areaWeight = areaWeight
            self.residentWeight = residentWeight
            self.communities = communities
            self.villages = villages
        }
    }

    /// A department posted to every street.
    public struct Department: Sendable {
        /// The name used in plans, `police`.
        public var code: String
        /// Its name.
        public var name: LocalizedText
        /// Officers in each street.
        public var officersPerStreet: Int

        /// Creates the figures of a department.
        public init(code: String, name: LocalizedText, officersPerStreet: Int) {
            self.code = code
            self.name = name
            self.officersPerStreet = officersPerStreet
        }
    }

    /// The river and the low ground beside it.
    public struct River: Sendable {
        /// Its name.
        public var name: LocalizedText
        /// Its course, degrees east and north, upstream first.
        public var course: [Coordinate]
        /// How wide it is, in meters.
        public var width: Double
        /// How many road bridges cross it inside the district.
        public var bridges: Int
        /// How far the low ground reaches from the bank, in meters.
        public var floodPlain: Double
        /// The height of the lowest homes above the normal water, in meters.
        public var lowestHomes: Double
        /// Dike patrol points a kilometer of bank where the bank is built up.
        public var dikePointsPerKilometer: Double

        /// Creates the figures of a river.
        public init(
            name: LocalizedText, course: [Coordinate], width: Double, bridges: Int, floodPlain: Double,
            lowestHomes: Double, dikePointsPerKilometer: Double
        ) {
            self.name = name
            self.course = course
            self.width = width
            self.bridges = bridges
            self.floodPlain = floodPlain
            self.lowestHomes = lowestHomes
            self.dikePointsPerKilometer = dikePointsPerKilometer
        }
    }

    /// Who is on which list.
    public struct Rosters: Sendable {
        /// Cadres at the district's headquarters.
        public var districtCadres: Int
        /// Cadres of each street.
        public var cadresPerStreet: Int
        /// Full-time workers of an urban community.
        public var workersPerCommunity: Int
        /// Full-time workers of a village.
        public var workersPerVillage: Int
        /// Grid workers of a grid, part-timers among them.
        public var workersPerGrid: Int
        /// In-service members registered both in their unit and at home, 双报到, in all.
        public var registeredMembers: Int
        /// Registered volunteers who are not such members, in all.
        public var volunteers: Int
        /// Units, organs and enterprises, the registered members work in.
        public var units: Int
        /// Share of compounds with a property company.
        public var compoundsWithProperty: Double
        /// Property staff of a compound that has a company.
        public var propertyStaffPerCompound: Int
        /// Hospitals.
        public var hospitals: Int
        /// Medical staff of all hospitals who can be called.
        public var medicalStaff: Int
        /// Share of roster entries that are out of date.
        public var staleEntries: Double
        /// Share of registered members and volunteers who are full Party members; registered members all are.
        public var fullMembersAmongVolunteers: Double
        /// Share of people, other than leaders by office, who can lead a team.
        public var leaders: Double

        /// Share of registered members who are also on the volunteers' platform.
        public var membersOnPlatform = 0.3
        /// Share of volunteers with a workplace away from home; the others are retired or work at home.
        public var volunteersAtWork = 0.6
        /// Share of community, grid and street staff who live in the area they work for.
        public var staffLivingLocally = 0.6

        /// Creates the figures of the rosters.
        public init(
            districtCadres: Int, cadresPerStreet: Int, workersPerCommunity: Int, workersPerVillage: Int,
            workersPerGrid: Int, registeredMembers: Int, volunteers: Int, units: Int, compoundsWithProperty: Double,
            propertyStaffPerCompound: Int, hospitals: Int, medicalStaff: Int, staleEntries: Double,
            fullMembersAmongVolunteers: Double, leaders: Double
        ) {
            self.districtCadres = districtCadres
            self.cadresPerStreet = cadresPerStreet
            self.workersPerCommunity = workersPerCommunity
            self.workersPerVillage = workersPerVillage
            self.workersPerGrid = workersPerGrid
            self.registeredMembers = registeredMembers
            self.volunteers = volunteers
            self.units = units
            self.compoundsWithProperty = compoundsWithProperty
            self.propertyStaffPerCompound = propertyStaffPerCompound
            self.hospitals = hospitals
            self.medicalStaff = medicalStaff
            self.staleEntries = staleEntries
            self.fullMembersAmongVolunteers = fullMembersAmongVolunteers
            self.leaders = leaders
        }
    }

    /// The district's name.
    public var name: LocalizedText
    /// Its code, `441402`.
    public var code: String
    /// Its area in square kilometers.
    public var area: Double
    /// Residents.
    public var residents: Int
    /// Residents a household.
    public var householdSize: Double
    /// Share of residents who cannot leave home without help.
    public var residentsNeedingHelp: Double
    /// Subdistricts and towns.
    public var streets: [Street]
    /// Grids in all.
    public var grids: Int
    /// Residential compounds with a branch, in all.
    public var compounds: Int
    /// Village and community service centers beside the district's and the streets' own.
    public var communityCenters: Int
    /// Service centers of parks and business districts, the N of 1+7+N.
    public var areaCenters: Int
    /// The river.
    public var river: River
    /// Departments posted to every street.
    public var departments: [Department]
    /// Who is on which list.
    public var rosters: Rosters
    /// Share of people who go on foot, by e-bike and by car.
    public var travelModes: (walk: Double, eBike: Double, car: Double)
    /// Whoever lives this near to where he or she musters walks, in meters.
    public var walkingDistance = 700.0

    /// Creates the figures of a place.
    public init(
        name: LocalizedText, code: String, area: Double, residents: Int, householdSize: Double,
        residentsNeedingHelp: Double, streets: [Street], grids: Int, compounds: Int, communityCenters: Int,
        areaCenters: Int, river: River, departments: [Department], rosters: Rosters,
        travelModes: (walk: Double, eBike: Double, car: Double)
    ) {
        self.name = name
        self.code = code
        self.area = area
        self.residents = residents
        self.householdSize = householdSize
        self.residentsNeedingHelp = residentsNeedingHelp
        self.streets = streets
        self.grids = grids
        self.compounds = compounds
        self.communityCenters = communityCenters
        self.areaCenters = areaCenters
        self.river = river
        self.departments = departments
        self.rosters = rosters
        self.travelModes = travelModes
    }
}
