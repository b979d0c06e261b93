import DenseTables
import Organization
import RandomStreams
import RoadNetwork
import Words

/// A place written down item by item, for places small enough to write by hand.
///
/// Items refer to one another by their numbers in these lists. Nothing is checked until the place is made, and then
/// everything is, so that whoever wrote it learns all that is wrong at once.
public struct ExplicitPlace: Sendable {
    /// The place's name.
    public var name: LocalizedText
    /// Points on the ground; a location is the number of one.
    public var points: [RoadNode]
    /// Directed stretches of road; where there are none, two-way streets lead straight from every point to every other.
    public var roads: [RoadArc]
    /// Names of roads.
    public var roadNames: [String]
    /// The tree, parents before children, the district first.
    public var organization: [OrganizationNode]
    /// Everybody who can be called.
    public var people: [PersonRecord]
    /// The grids.
    public var grids: [Grid]
    /// The facilities.
    public var facilities: [Facility]
    /// The stretches of dike.
    public var dikePoints: [DikePoint]
    /// The departments officers belong to, by number.
    public var departments: [PlaceFigures.Department]
    /// People whose homes are drawn; they come after everybody else.
    public var scattered: [ScatteredPeople]
    /// The stations that take calls; a place with a station needs nobody to be called.
    public var stations: [ServiceStation]

    /// Creates a description.
    public init(
        name: LocalizedText, points: [RoadNode], roads: [RoadArc] = [], roadNames: [String] = [],
        organization: [OrganizationNode], people: [PersonRecord], grids: [Grid] = [], facilities: [Facility] = [],
        dikePoints: [DikePoint] = [], departments: [PlaceFigures.Department] = [],
        scattered: [ScatteredPeople] = [], stations: [ServiceStation] = []
    ) {
        self.name = name
        self.points = points
        self.roads = roads
        self.roadNames = roadNames
        self.organization = organization
        self.people = people
        self.grids = grids
        self.facilities = facilities
        self.dikePoints = dikePoints
        self.departments = departments
        self.scattered = scattered
        self.stations = stations
    }

    /// A place of which nothing matters but the stations: one organization on one point.
    public static func stationsOnly(_ stations: [ServiceStation], name: LocalizedText, code: String) -> ExplicitPlace {
        let district = OrganizationNode(
            parent: .none, level: .district, name: name, path: code, seat: LocationID(0))
        return ExplicitPlace(
            name: name, points: [RoadNode(longitude: 0, latitude: 0)], organization: [district], people: [],
            stations: stations)
    }

    /// Makes the place, or tells everything that is wrong with it; `random` draws the homes of scattered people.
    ///
    /// A compound has a property company if property staff belong to it.
    public func place(
        random: RandomStream = RandomStream(seed: 0, replication: 0)
    ) throws(PlaceError) -> Place {
        let problems = roadProblems() + organizationProblems() + peopleProblems() + areaProblems()
        guard problems.isEmpty else { throw PlaceError(problems) }
        var (nodes, arcs, people) = (points, roads.isEmpty ? straightStreets() : roads, people)
        for group in scattered { settle(group, random, &nodes, &arcs, &people) }
        let network = RoadNetwork(nodes: nodes, arcs: arcs, names: roadNames)
        let components = RoadComponents.strong(network)
        let unreachable = grids.indices.filter {
            !components.joined(RoadNodeID(grids[$0].location), RoadNodeID(organization[0].seat))
        }
        guard unreachable.isEmpty else { throw PlaceError(unreachable.map { .unreachableGrid(grid: $0) }) }
        var hasPropertyCompany = [Bool](repeating: false, count: organization.count)
        for person in people where person.role == .propertyStaff {
            hasPropertyCompany[person.callingNode.index] = organization[person.callingNode.index].level == .compound
        }
        return Place(
            name: name, roads: network, organization: Organization(nodes: organization), people: People(people),
            grids: grids, facilities: facilities, dikePoints: dikePoints, departments: departments,
            hasPropertyCompany: hasPropertyCompany, stations: stations)
    }

    /// Which of its points hang together by its roads, both ways.
    ///
    /// - Complexity: O(points + roads).
    public func components() -> RoadComponents {
        RoadComponents.strong(
            RoadNetwork(nodes: points, arcs: roads.isEmpty ? straightStreets() : roads, names: roadNames))
    }

    /// Gives everybody of a group a home at the end of a straight way of its own.
    private func settle(
        _ group: ScatteredPeople, _ random: RandomStream, _ nodes: inout [RoadNode], _ arcs: inout [RoadArc],
        _ people: inout [PersonRecord]
    ) {
        let middle = group.common.home
        for inhabitant in group.drawn(around: points[middle.index], random: random) {
            let home = LocationID(nodes.count)
            var node = inhabitant.home
            node.elevation = points[middle.index].elevation
            nodes.append(node)
            let way = RoadArc(
                from: RoadNodeID(home.index), to: RoadNodeID(middle.index), length: inhabitant.distance,
                roadClass: .street)
            arcs += [way, way.reversed]
            var person = inhabitant.person
            person.home = home
            if person.work == middle { person.work = home }
            people.append(person)
        }
    }

    private func straightStreets() -> [RoadArc] {
        var streets: [RoadArc] = []
        for (from, start) in points.enumerated() {
            for (to, end) in points.enumerated() where from != to {
                let length = LocalProjection.distance(
                    SIMD2(start.longitude, start.latitude), SIMD2(end.longitude, end.latitude))
                streets.append(
                    RoadArc(from: RoadNodeID(from), to: RoadNodeID(to), length: length, roadClass: .street))
            }
        }
        return streets
    }

    // MARK: Problems

    private func isPoint(_ location: LocationID) -> Bool { points.indices.contains(location.index) }

    private func isNode(_ node: OrganizationNodeID) -> Bool { organization.indices.contains(node.index) }

    private func roadProblems() -> [PlaceProblem] {
        var problems: [PlaceProblem] = []
        for (index, road) in roads.enumerated() {
            if !isPoint(LocationID(road.from)) || !isPoint(LocationID(road.to)) {
                problems.append(.unknownRoadEnd(arc: index))
            }
            if !(road.length >= 0 && road.length.isFinite) { problems.append(.roadLength(arc: index)) }
            if let name = road.name, !roadNames.indices.contains(Int(name)) {
                problems.append(.unknownRoadName(arc: index))
            }
        }
        return problems
    }

    private func organizationProblems() -> [PlaceProblem] {
        var problems: [PlaceProblem] = []
        if organization.first.map({ $0.parent.exists }) ?? true { problems.append(.organizationWithoutRoot) }
        for (index, node) in organization.enumerated() {
            if index > 0, !(0..<index).contains(node.parent.index) { problems.append(.parentNotBefore(node: index)) }
            if !isPoint(node.seat) { problems.append(.unknownSeat(node: index)) }
        }
        return problems
    }

    private func peopleProblems() -> [PlaceProblem] {
        if people.isEmpty, scattered.isEmpty, stations.isEmpty { return [.noPeople] }
        return (people + scattered.map(\.common)).enumerated().compactMap { index, person in
            let isRight =
                isPoint(person.home) && isPoint(person.work) && isNode(person.callingNode)
                && (!person.unit.exists || isNode(person.unit)) && TravelMode(rawValue: person.travelMode) != nil
                && (person.role != .departmentOfficer || departments.indices.contains(Int(person.department)))
            return isRight ? nil : .unknownReference(person: index)
        }
    }

    private func areaProblems() -> [PlaceProblem] {
        var problems: [PlaceProblem] = []
        var gridNodes: Set<OrganizationNodeID> = []
        for (index, grid) in grids.enumerated() {
            if !isNode(grid.node) || organization[grid.node.index].level != .grid {
                problems.append(.unknownGridNode(grid: index))
            } else if !gridNodes.insert(grid.node).inserted {
                problems.append(.repeatedGridNode(grid: index))
            }
            if !isPoint(grid.location) { problems.append(.unknownGridLocation(grid: index)) }
        }
        for (index, facility) in facilities.enumerated() where !isNode(facility.node) || !isPoint(facility.location) {
            problems.append(.unknownFacilityReference(facility: index))
        }
        for (index, point) in dikePoints.enumerated() where !isNode(point.node) || !isPoint(point.location) {
            problems.append(.unknownDikeReference(point: index))
        }
        return problems
    }
}
