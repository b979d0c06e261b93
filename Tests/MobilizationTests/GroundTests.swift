import DenseTables
import Organization
import Places
import RandomStreams
import RoadNetwork
import Testing
import Words

@testable import Mobilization

@Suite struct GroundTests {
    private func ground(_ town: SmallTown, workers: Int = 1) throws -> Ground {
        Ground(place: try town.place.place(), speeds: SmallTown.speeds, workers: workers)
    }

    @Test func `ways to the muster point are those of each person's own mode, from home and from work`() throws {
        var town = SmallTown()
        let (near, far) = (town.point(300), town.point(1000))
        let street = town.node(.street, at: near)
        let persons = [
            town.person(street, home: far, work: near, mode: .walk),
            town.person(street, home: near, work: far, mode: .eBike), town.person(home: far, work: near, mode: .car),
        ]
        let ground = try ground(town)
        #expect(persons.map { ground.homeTravel[$0] } == [1_300_000, 0, 100_000])
        #expect(persons.map { ground.workTravel[$0] } == [0, 260_000, 30_000])
    }

    @Test func `several workers find the same ground as one`() throws {
        for number in 0..<6 as Range<UInt64> {
            let town = RandomTown.make(number)
            let (one, four) = (try ground(town), try ground(town, workers: 4))
            #expect(one.homeTravel.elements() == four.homeTravel.elements())
            #expect(one.workTravel.elements() == four.workTravel.elements())
            #expect(one.circles == four.circles)
        }
    }

    @Test func `rosters hold everybody listed once, leaders first`() throws {
        for number in 0..<10 as Range<UInt64> {
            let ground = try ground(RandomTown.make(number))
            let people = ground.place.people
            var seen: [PersonID] = []
            for node in ground.place.organization.nodes.indices.map({ OrganizationNodeID($0) }) {
                let roster = Array(ground.roster(of: node))
                let order = roster.map { (people.traits[$0].contains(.leader) ? 0 : 1, $0.raw) }
                #expect(roster.allSatisfy { people.callingNode[$0] == node })
                #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 })
                seen += roster
            }
            let listed = (0..<people.count).map { PersonID($0) }.filter { !people.traits[$0].contains(.unlisted) }
            #expect(seen.sorted() == listed)
        }
    }

    @Test func `streets are numbered in order, and the district and its units count as one more`() throws {
        var town = SmallTown()
        let (first, community) = town.streetAndCommunity()
        let unit = town.node(.unit)
        let second = town.node(.street)
        let grid = town.grid(under: community)
        let gate = town.node(.compound, under: town.node(.community, under: second))
        town.person()
        let ground = try ground(town)
        #expect([first, community, grid].map { ground.street(of: $0) } == [0, 0, 0])
        #expect([second, gate].map { ground.street(of: $0) } == [1, 1])
        #expect([SmallTown.district, unit].map { ground.street(of: $0) } == [2, 2])
    }

    @Test func `the circles are the share of residents near a service center by e-bike`() throws {
        var town = SmallTown()
        let (street, community) = town.streetAndCommunity()
        // By e-bike 3,000 m take ten minutes and 4,500 m a quarter of an hour.
        for (meters, residents) in [(1000.0, 100), (3000, 50), (3001, 30), (4500, 15), (4501, 5)] {
            town.grid(under: community, at: town.point(meters), residents: residents)
        }
        for kind in [Facility.Kind.hospital, .shelter, .communityCenter] {
            town.place.facilities.append(
                Facility(kind: kind, name: LocalizedText("f"), location: LocationID(5), node: street))
        }
        town.person()
        #expect(try ground(town).circles == [0, 0])
        #expect(try town.outcome()["circle_10min"] == nil)
        town.place.facilities.append(
            Facility(kind: .serviceCenter, name: LocalizedText("f"), location: SmallTown.center, node: street))
        #expect(try ground(town).circles == [0.75, 0.975])
        #expect(try town.outcome()["circle_15min"] == 0.975)
        town.place.facilities.append(
            Facility(kind: .areaCenter, name: LocalizedText("f"), location: LocationID(5), node: street))
        #expect(try ground(town).circles == [0.775, 1])
    }

    @Test func `teams drive between sites on the shortest way`() throws {
        var town = SmallTown()
        let (one, two) = (town.point(1000), town.point(700))
        _ = (town.node(.street, at: one), town.node(.street, at: two))
        town.person()
        var ground = try ground(town)
        let sites = [SmallTown.center, one, two].map { ground.site(at: $0) }
        #expect(sites.map { ground.travel(from: sites[1], to: $0) } == [100_000, 0, 170_000])
        // A new road straight across, one way only.
        town.place.roads.append(
            RoadArc(from: RoadNodeID(one.index), to: RoadNodeID(two.index), length: 400, roadClass: .lane))
        ground = try self.ground(town)
        #expect(ground.travel(from: sites[1], to: sites[2]) == 40_000)
        #expect(ground.travel(from: sites[2], to: sites[1]) == 170_000)
    }
}
