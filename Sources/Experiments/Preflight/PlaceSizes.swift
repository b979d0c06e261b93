import DenseTables
import Organization
import Places
import RoadNetwork

/// How large a place is, in the numbers a planner would count.
public struct PlaceSizes: Sendable {
    /// Residents.
    public let residents: Int
    /// Households.
    public let households: Int
    /// Households on low ground.
    public let lowHouseholds: Int
    /// Residents on low ground who cannot leave home without help.
    public let lowResidentsNeedingHelp: Int
    /// Grids.
    public let grids: Int
    /// People who can be called, by role; roles nobody has are left out.
    public let people: [(role: Role, count: Int)]
    /// Names on all rosters, doubles counted.
    public let rosterNames: Int
    /// Organizations by level; levels without any are left out.
    public let organizations: [(level: OrganizationLevel, count: Int)]
    /// Facilities by kind; kinds without any are left out.
    public let facilities: [(kind: Facility.Kind, count: Int)]
    /// Stretches of dike.
    public let dikePoints: Int
    /// Points of the road network.
    public let crossings: Int
    /// Kilometers of road, two-way roads counted once.
    public let roadKilometers: Double

    /// Counts a place.
    ///
    /// - Complexity: O(people + organizations + roads).
    public init(_ place: Place) {
        residents = place.grids.reduce(0) { $0 + $1.residents }
        households = place.grids.reduce(0) { $0 + $1.households }
        lowHouseholds = place.grids.reduce(0) { $0 + $1.lowHouseholds }
        lowResidentsNeedingHelp = place.grids.reduce(0) { $0 + $1.lowResidentsNeedingHelp }
        grids = place.grids.count
        let everybody = place.people
        var roles = [Int](repeating: 0, count: Role.allCases.count)
        var names = 0
        for index in 0..<everybody.count where !everybody.traits[PersonID(index)].contains(.unlisted) {
            roles[Int(everybody.role[PersonID(index)].rawValue)] += 1
            names += Int(everybody.listings[PersonID(index)])
        }
        people = Role.allCases.map { ($0, roles[Int($0.rawValue)]) }.filter { $0.1 > 0 }
        rosterNames = names
        organizations = OrganizationLevel.allCases.map { level in
            (level, place.organization.nodes.count { $0.level == level })
        }.filter { $0.1 > 0 }
        facilities = Facility.Kind.allCases.map { kind in
            (kind, place.facilities.count { $0.kind == kind })
        }.filter { $0.1 > 0 }
        dikePoints = place.dikePoints.count
        crossings = place.roads.nodeCount
        roadKilometers = RoadStatistics(place.roads).kilometers.reduce(0, +)
    }

    /// People who can be called.
    public var peopleInAll: Int { people.reduce(0) { $0 + $1.count } }
}
