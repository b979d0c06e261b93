import DenseTables
import Organization
import RandomStreams
import RoadNetwork

/// Everybody on the lists of a generated place.
///
/// Whoever it is, every trait hangs on the key of the calling organization, the role and the ordinal in it: a larger
/// roster elsewhere, or another street, changes nobody.
struct PeoplePlan {
    private let figures: PlaceFigures
    private let ground: GroundPlan
    private let organization: OrganizationPlan
    private let random: RandomStream
    private(set) var records: [PersonRecord] = []

    /// Grids to live in, by residents: of the whole district, of each street, of each community.
    private let districtHomes: CumulativeWeights
    private let streetGrids: [Range<Int>]
    private let streetHomes: [CumulativeWeights]
    private let communityHomes: [CumulativeWeights]
    private let unitSizes: CumulativeWeights

    /// Enters everybody.
    static func records(
        figures: PlaceFigures, ground: GroundPlan, organization: OrganizationPlan, random: RandomStream
    ) -> [PersonRecord] {
        var plan = PeoplePlan(figures: figures, ground: ground, organization: organization, random: random)
        plan.addStaff()
        plan.addDepartmentOfficers()
        plan.addPropertyStaff()
        plan.addMedicalStaff()
        plan.addMembersAndVolunteers()
        return plan.records
    }

    private init(figures: PlaceFigures, ground: GroundPlan, organization: OrganizationPlan, random: RandomStream) {
        self.figures = figures
        self.ground = ground
        self.organization = organization
        self.random = random
        let settlements = ground.settlements
        func weights(_ grids: Range<Int>) -> CumulativeWeights {
            CumulativeWeights(grids.map { Double(settlements.grids[$0].residents) + 1e-6 })
        }
        districtHomes = weights(0..<settlements.grids.count)
        streetGrids = settlements.streets.map { street in
            let communities = settlements.communities[street.communities]
            return (communities.first?.grids.lowerBound ?? 0)..<(communities.last?.grids.upperBound ?? 0)
        }
        streetHomes = streetGrids.map { weights($0) }
        communityHomes = settlements.communities.map { weights($0.grids) }
        // A few large units, many small ones.
        unitSizes = CumulativeWeights(
            organization.units.map { unit in
                let size = random.uniform(organization.nodes[unit.index].key, .placePeople)
                return 0.2 + 2 * size * size
            })
    }

    // MARK: Lists

    private mutating func addStaff() {
        let rosters = figures.rosters
        for number in 0..<rosters.districtCadres {
            add(
                .districtCadre, at: organization.district, number, livesIn: .district, leads: number < 3,
                isOnDuty: number == rosters.districtCadres - 1)
        }
        for (street, node) in organization.streets.enumerated() {
            for number in 0..<rosters.cadresPerStreet {
                add(
                    .streetCadre, at: node, number, livesIn: .nearStreet(street), leads: number < 3,
                    isOnDuty: number == rosters.cadresPerStreet - 1)
            }
        }
        for (community, node) in organization.communities.enumerated() {
            let site = ground.settlements.communities[community]
            for number in 0..<(site.isVillage ? rosters.workersPerVillage : rosters.workersPerCommunity) {
                add(.communityWorker, at: node, number, livesIn: .nearCommunity(community), leads: number < 2)
            }
        }
        for (grid, node) in organization.grids.enumerated() {
            for number in 0..<rosters.workersPerGrid {
                let community = ground.settlements.grids[grid].community
                add(.gridWorker, at: node, number, livesIn: .nearCommunity(community), leads: number == 0)
            }
        }
    }

    private mutating func addDepartmentOfficers() {
        for (street, node) in organization.streets.enumerated() {
            for (department, figure) in figures.departments.enumerated() {
                for number in 0..<figure.officersPerStreet {
                    add(
                        .departmentOfficer, at: node, department << 12 | number, livesIn: .street(street),
                        department: UInt8(department), leads: number == 0)
                }
            }
        }
    }

    private mutating func addPropertyStaff() {
        for (compound, node) in organization.compounds.enumerated() where organization.hasCompany[compound] {
            let community = organization.nodes[node.index].parent
            guard let street = organization.streets.firstIndex(of: organization.nodes[community.index].parent) else {
                continue
            }
            for number in 0..<figures.rosters.propertyStaffPerCompound {
                // Day, evening and night shift; the manager works by day.
                add(
                    .propertyStaff, at: node, number, livesIn: .street(street), leads: number == 0,
                    isOnDuty: number % 3 == 1)
            }
        }
    }

    private mutating func addMedicalStaff() {
        let counts = apportion(
            figures.rosters.medicalStaff, by: Array(repeating: 1, count: organization.hospitals.count))
        for (hospital, node) in organization.hospitals.enumerated() {
            for number in 0..<counts[hospital] {
                add(.medicalStaff, at: node, number, livesIn: .district, leads: number % 10 == 0)
            }
        }
    }

    private mutating func addMembersAndVolunteers() {
        let residents = ground.settlements.communities.map { Double($0.residents) * ($0.isVillage ? 0.6 : 1) }
        let members = apportion(figures.rosters.registeredMembers, by: residents)
        let volunteers = apportion(figures.rosters.volunteers, by: residents)
        for (community, node) in organization.communities.enumerated() {
            for number in 0..<members[community] {
                add(.registeredMember, at: node, number, livesIn: .community(community), leads: number == 0)
            }
            for number in 0..<volunteers[community] {
                add(.volunteer, at: node, number, livesIn: .community(community), leads: false)
            }
        }
    }

    // MARK: One person

    /// Where a person may live.
    private enum Neighborhood {
        case district
        case street(Int)
        case community(Int)
        /// Mostly in the community the person works for, else in its street.
        case nearCommunity(Int)
        /// Mostly in the street the person works for, else in the district.
        case nearStreet(Int)
    }

    private mutating func add(
        _ role: Role, at node: OrganizationNodeID, _ number: Int, livesIn neighborhood: Neighborhood,
        department: UInt8 = 0, leads: Bool, isOnDuty: Bool = false
    ) {
        let office = organization.nodes[node.index]
        let key = office.key.child(UInt32(role.rawValue) << 24 | UInt32(number))
        let home = home(key, neighborhood)
        var unit = OrganizationNodeID.none
        var work = office.seat
        var listings: UInt8 = 1
        if role == .registeredMember || role == .volunteer {
            let bits = random.bits(key, .placeWork)
            let isAtWork = role == .registeredMember || bits.secondUniform < figures.rosters.volunteersAtWork
            let employer = organization.units.isEmpty ? .none : organization.units[unitSizes.index(at: bits.uniform)]
            work = isAtWork && employer.exists ? organization.nodes[employer.index].seat : home
            if role == .registeredMember {
                unit = employer
                listings = bits.secondUniform < figures.rosters.membersOnPlatform ? 3 : 2
            }
        }
        let leadAndStale = random.bits(key, .placeTraits, 0)
        let memberAndMode = random.bits(key, .placeTraits, 1)
        var traits: PersonTraits = []
        switch role {
        case .districtCadre, .streetCadre, .registeredMember: traits.insert(.fullMember)
        case .communityWorker, .gridWorker, .volunteer, .departmentOfficer, .propertyStaff, .medicalStaff:
            if memberAndMode.uniform < figures.rosters.fullMembersAmongVolunteers { traits.insert(.fullMember) }
        }
        if leads || leadAndStale.uniform < figures.rosters.leaders { traits.insert(.leader) }
        if leadAndStale.secondUniform < figures.rosters.staleEntries { traits.insert(.staleEntry) }
        if isOnDuty { traits.insert(.onDuty) }
        records.append(
            PersonRecord(
                key: key, home: home, work: work, callingNode: node, unit: unit, listings: listings, role: role,
                traits: traits, department: department,
                travelMode: travelMode(from: home, to: office.seat, memberAndMode.secondUniform).rawValue,
                propensity: Propensity.quantile(random.uniform(key, .placeTraits, 2))))
    }

    private func home(_ key: EntityKey, _ neighborhood: Neighborhood) -> LocationID {
        let bits = random.bits(key, .placeHome)
        let isLocal = random.uniform(key, .placeHome, 1) < figures.rosters.staffLivingLocally
        let communities = ground.settlements.communities
        let grid: Int
        switch neighborhood {
        case .district: grid = districtHomes.index(at: bits.uniform)
        case .street(let street): grid = self.grid(inStreet: street, bits.uniform)
        case .community(let community): grid = self.grid(inCommunity: community, bits.uniform)
        case .nearCommunity(let community):
            grid =
                isLocal
                ? self.grid(inCommunity: community, bits.uniform)
                : self.grid(inStreet: communities[community].street, bits.uniform)
        case .nearStreet(let street):
            grid = isLocal ? self.grid(inStreet: street, bits.uniform) : districtHomes.index(at: bits.uniform)
        }
        return ground.home(in: grid, bits.secondUniform)
    }

    private func grid(inStreet street: Int, _ uniform: Double) -> Int {
        streetGrids[street].lowerBound + streetHomes[street].index(at: uniform)
    }

    private func grid(inCommunity community: Int, _ uniform: Double) -> Int {
        ground.settlements.communities[community].grids.lowerBound + communityHomes[community].index(at: uniform)
    }

    private func travelMode(from home: LocationID, to seat: LocationID, _ uniform: Double) -> TravelMode {
        let shares = figures.travelModes
        let isNear = ground.points[home.index].distance(to: ground.points[seat.index]) <= figures.walkingDistance
        let target = uniform * (shares.walk + shares.eBike + shares.car)
        if isNear || target < shares.walk { return .walk }
        return target < shares.walk + shares.eBike ? .eBike : .car
    }
}
