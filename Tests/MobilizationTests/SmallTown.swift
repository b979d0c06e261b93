import DenseTables
import EventKernel
import Organization
import Places
import RandomStreams
import RoadNetwork
import Words

@testable import Mobilization

/// A place written in a few lines of a test, with the plan and the incident it is tried under.
///
/// It begins with a district on one point. Every other point lies at the end of a road of its own from that center, so ways
/// are sums of two lengths. People walk at 1 m/s, ride at 5 m/s and drive at 10 m/s. Nothing takes time and nobody is
/// called until a test says so.
struct SmallTown {
    /// The district, the first organization.
    static let district = OrganizationNodeID(0)
    /// The point all roads lead to.
    static let center = LocationID(0)

    /// 1 m/s on foot, 5 m/s by e-bike, 10 m/s by car, on all roads.
    static let speeds: SpeedTable = {
        var table = SpeedTable()
        for roadClass in RoadClass.allCases {
            table[.walk, roadClass] = 3.6
            table[.eBike, roadClass] = 18
            table[.car, roadClass] = 36
        }
        return table
    }()

    var place: ExplicitPlace
    var plan = Plan()
    var incident = Incident()
    /// Further incidents, their times counted from the first signal of the first.
    var laterIncidents: [Incident] = []
    var horizon = at(24 * 60)
    private var ordinals: [UInt32] = [0]

    init() {
        plan.dispatch.area = .street
        let district = OrganizationNode(
            parent: .none, level: .district, name: LocalizedText("d"), path: "d", seat: Self.center)
        place = ExplicitPlace(
            name: LocalizedText("town"), points: [RoadNode(longitude: 116, latitude: 24)], organization: [district],
            people: [])
        incident.signals = [Signal(level: .iv, at: 0)]
        plan.callOut.channels = [.groupMessage]
        plan.callOut.waves = [CallOutPlan.Wave(level: .iv, roles: RoleSet(Role.allCases))]
    }

    // MARK: The ground

    /// A new point at the end of a road of this length from the center.
    mutating func point(_ meters: Double) -> LocationID {
        let point = isolatedPoint()
        let road = RoadArc(
            from: RoadNodeID(0), to: RoadNodeID(point.index), length: meters, roadClass: .street)
        place.roads += [road, road.reversed]
        return point
    }

    /// A new point no road leads to.
    mutating func isolatedPoint() -> LocationID {
        place.points.append(RoadNode(longitude: 116 + Double(place.points.count) / 1000, latitude: 24))
        return LocationID(place.points.count - 1)
    }

    // MARK: Organizations and people

    /// A new organization below `parent`; its path ends in `code`, or in its level and its number among all of them.
    mutating func node(
        _ level: OrganizationLevel, under parent: OrganizationNodeID = Self.district, at seat: LocationID = Self.center,
        code: String? = nil
    ) -> OrganizationNodeID {
        let code = code ?? "\(level)\(place.organization.count)"
        place.organization.append(
            OrganizationNode(
                parent: parent, level: level, name: LocalizedText(code),
                path: place.organization[parent.index].path + "/" + code, seat: seat))
        ordinals.append(0)
        return OrganizationNodeID(place.organization.count - 1)
    }

    /// A street with one community, the least in which teams and tasks find each other.
    mutating func streetAndCommunity() -> (street: OrganizationNodeID, community: OrganizationNodeID) {
        let street = node(.street)
        return (street, node(.community, under: street))
    }

    /// Somebody called by `node`; the workplace is the home unless another is given.
    @discardableResult
    mutating func person(
        _ node: OrganizationNodeID = Self.district, as role: Role = .volunteer, home: LocationID = Self.center,
        work: LocationID? = nil, traits: PersonTraits = [], department: UInt8 = 0, mode: TravelMode = .walk,
        propensity: Float = 1
    ) -> PersonID {
        ordinals[node.index] += 1
        place.people.append(
            PersonRecord(
                key: place.organization[node.index].key.child(ordinals[node.index]), home: home, work: work ?? home,
                callingNode: node, role: role, traits: traits, department: department, travelMode: mode.rawValue,
                propensity: propensity))
        return PersonID(place.people.count - 1)
    }

    /// Several people alike.
    @discardableResult
    mutating func people(
        _ count: Int, _ node: OrganizationNodeID = Self.district, as role: Role = .volunteer, traits: PersonTraits = []
    ) -> [PersonID] {
        (0..<count).map { _ in person(node, as: role, traits: traits) }
    }

    /// A grid of its own below a community, with homes on low ground.
    @discardableResult
    mutating func grid(
        under community: OrganizationNodeID, at location: LocationID = Self.center, lowHouseholds: Int = 0,
        lowResidentsNeedingHelp: Int = 0, lowestHomes: Double = .infinity, residents: Int = 100, code: String? = nil
    ) -> OrganizationNodeID {
        let node = node(.grid, under: community, at: location, code: code)
        place.grids.append(
            Grid(
                node: node, location: location, residents: residents, households: residents / 2,
                residentsNeedingHelp: lowResidentsNeedingHelp, lowHouseholds: lowHouseholds,
                lowResidentsNeedingHelp: lowResidentsNeedingHelp, lowestHomes: lowestHomes))
        return node
    }

    /// Departments called a, b, c and so on.
    mutating func departments(_ count: Int) {
        place.departments = (0..<count).map {
            PlaceFigures.Department(code: "d\($0)", name: LocalizedText("d\($0)"), officersPerStreet: 0)
        }
    }

    // MARK: The plan

    /// Adds a kind of team of volunteers at communities and lets a test change it.
    mutating func team(_ code: String, _ change: (inout TeamPlan.Kind) -> Void = { _ in }) {
        var kind = TeamPlan.Kind(code: code, name: LocalizedText(code))
        kind.from = [.init(.volunteer)]
        change(&kind)
        plan.teams.kinds.append(kind)
    }

    /// Asks for a task of `kind` in every low grid from level IV on.
    mutating func demand(
        _ kind: TaskKind, level: ResponseLevel = .iv, batch: Int = 1_000, departments: [Int] = [], priority: Int = 1
    ) {
        var demand = TaskDemand()
        (demand.level, demand.batch, demand.departments, demand.priority) = (level, batch, departments, priority)
        if kind == .warn { incident.warn = demand } else { incident.transfer = demand }
    }

    /// The hazard warrants these levels at these minutes.
    mutating func signals(_ levels: [(ResponseLevel, Int64)]) {
        incident.signals = levels.map { Signal(level: $0.0, at: at($0.1)) }
    }

    // MARK: Running it

    /// The world a run reads; throws if the place was written wrongly.
    func world() throws -> World {
        var place = place
        // Somebody has to live in a place; whoever is unlisted plays no part.
        if place.people.isEmpty {
            place.people = [
                PersonRecord(
                    key: EntityKey(path: "nobody"), home: Self.center, work: Self.center, callingNode: Self.district,
                    role: .volunteer, traits: .unlisted, travelMode: 0)
            ]
        }
        return World(
            ground: Ground(place: try place.place(), speeds: Self.speeds), plan: plan,
            incidents: [incident] + laterIncidents, horizon: horizon)
    }

    /// What happened in one run.
    func outcome(seed: UInt64 = 1, replication: UInt32 = 0) throws -> Outcome {
        Outcome(of: try world(), seed: seed, replication: replication)
    }
}

extension RoleSet {
    /// The set of one role.
    init(_ role: Role) { self.init([role]) }
}

extension Distribution {
    /// So many minutes, always.
    static func minutes(_ minutes: Double) -> Distribution { .fixed(minutes * 60_000) }
}
