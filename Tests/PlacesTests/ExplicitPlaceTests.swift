import DenseTables
import Organization
import Places
import RandomStreams
import RoadNetwork
import Testing
import Words

@Suite struct ExplicitPlaceTests {
    @Test func `a village of three points works without a word about roads`() throws {
        let place = try village().place()
        #expect(place.roads.arcCount == 6)
        #expect(place.people.count == 2)
        #expect(place.hasPropertyCompany == [false, false, false, false, true])
        let metric = RoadMetric(network: place.roads, speeds: .usual, mode: .walk)
        let times = DijkstraTravelTimes(network: place.roads, metric: metric)
        // A hundredth of a degree of latitude is 1,112 m, at 1.2 m/s.
        #expect(abs(Double(times.milliseconds(from: RoadNodeID(0), to: RoadNodeID(1))) / 1000 - 1111.95 / 1.2) < 0.1)
    }

    @Test func `everything wrong with lists is reported with its number`() {
        var village = village()
        village.roads = [
            RoadArc(from: RoadNodeID(0), to: RoadNodeID(9), length: 1, roadClass: .lane),
            RoadArc(from: RoadNodeID(0), to: RoadNodeID(1), length: -1, roadClass: .lane, name: 0),
        ]
        village.organization[1] = node(3, .street, "x/a", 0)
        village.organization[2] = node(1, .community, "x/a/1", 7)
        village.people[1].unit = OrganizationNodeID(40)
        village.grids[0].node = OrganizationNodeID(2)
        village.grids[0].location = .none
        village.facilities = [
            Facility(kind: .shelter, name: LocalizedText("s"), location: LocationID(3), node: OrganizationNodeID(0))
        ]
        village.dikePoints = [DikePoint(name: LocalizedText("d"), location: LocationID(0), node: .none)]
        #expect(
            throws: PlaceError([
                .unknownRoadEnd(arc: 0), .roadLength(arc: 1), .unknownRoadName(arc: 1), .parentNotBefore(node: 1),
                .unknownSeat(node: 2), .unknownReference(person: 1), .unknownGridNode(grid: 0),
                .unknownGridLocation(grid: 0), .unknownFacilityReference(facility: 0), .unknownDikeReference(point: 0),
            ])
        ) { try village.place() }
    }

    @Test func `one organization has one grid`() {
        var village = village()
        village.grids.append(village.grids[0])
        #expect(throws: PlaceError([.repeatedGridNode(grid: 1)])) { try village.place() }
    }

    @Test func `a grid beyond a one-way street is reported`() {
        var village = village()
        village.roads = [
            RoadArc(from: RoadNodeID(0), to: RoadNodeID(1), length: 10, roadClass: .lane),
            RoadArc(from: RoadNodeID(0), to: RoadNodeID(2), length: 10, roadClass: .lane),
            RoadArc(from: RoadNodeID(2), to: RoadNodeID(0), length: 10, roadClass: .lane),
        ]
        #expect(throws: PlaceError([.unreachableGrid(grid: 0)])) { try village.place() }
    }

    @Test func `a place needs people and a root`() {
        var village = village()
        village.people = []
        village.organization[0] = node(2, .district, "x", 0)
        #expect(throws: PlaceError([.organizationWithoutRoot, .noPeople])) { try village.place() }
    }

    /// Three points, a tree of five and two people.
    private func village() -> ExplicitPlace {
        ExplicitPlace(
            name: LocalizedText("x"),
            points: [
                RoadNode(longitude: 116, latitude: 24), RoadNode(longitude: 116, latitude: 24.01),
                RoadNode(longitude: 116.01, latitude: 24),
            ],
            organization: [
                node(-1, .district, "x", 0), node(0, .street, "x/a", 0), node(1, .community, "x/a/1", 1),
                node(2, .grid, "x/a/1/g1", 1), node(2, .compound, "x/a/1/c1", 2),
            ],
            people: [person(2, .communityWorker, 0), person(4, .propertyStaff, 1)],
            grids: [Grid(node: OrganizationNodeID(3), location: LocationID(1), residents: 100, households: 40)])
    }

    private func node(_ parent: Int, _ level: OrganizationLevel, _ path: String, _ seat: Int) -> OrganizationNode {
        OrganizationNode(
            parent: OrganizationNodeID(parent), level: level, name: LocalizedText(path), path: path,
            seat: LocationID(seat))
    }

    private func person(_ node: Int, _ role: Role, _ number: UInt32) -> PersonRecord {
        PersonRecord(
            key: EntityKey(path: "x", ordinal: number), home: LocationID(2), work: LocationID(0),
            callingNode: OrganizationNodeID(node), role: role, travelMode: TravelMode.walk.rawValue)
    }
}
