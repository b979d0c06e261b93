import DenseTables
import Organization
import Places
import RandomStreams
import Testing
import Words

@testable import Mobilization

@Suite struct TeamLayoutTests {
    /// How many teams of one kind each organization of the town forms.
    private func counts(_ town: SmallTown, _ change: (inout TeamPlan.Kind) -> Void) throws -> [Int] {
        var town = town
        town.team("kind", change)
        let teams = try town.world().teams
        return town.place.organization.indices.map { node in teams.count { $0.node.index == node } }
    }

    @Test func `as many teams are foreseen as the plan's number says`() throws {
        var town = SmallTown()
        let (street, community) = town.streetAndCommunity()
        let other = town.node(.community, under: street)
        town.people(7, community)
        town.people(3, community, as: .gridWorker)
        town.people(2, community, traits: .unlisted)
        town.grid(under: community, lowHouseholds: 30, lowResidentsNeedingHelp: 4)
        town.grid(under: community, lowHouseholds: 11)
        let duty = TeamPlan.Duty.tasks(TaskKindSet([.warn]))
        // District, street, the two communities, the two grids.
        let cases: [(TeamPlan.Number, OrganizationLevel, [Int])] = [
            (.each(3), .community, [0, 0, 3, 3, 0, 0]), (.each(0), .community, [0, 0, 0, 0, 0, 0]),
            (.perListed(3), .community, [0, 0, 3, 0, 0, 0]), (.perListed(7), .community, [0, 0, 1, 0, 0, 0]),
            (.perLowHouseholds(10), .community, [0, 0, 5, 0, 0, 0]),
            (.perLowHouseholds(10), .grid, [0, 0, 0, 0, 3, 2]),
            (.perLowResidentsNeedingHelp(3), .community, [0, 0, 2, 0, 0, 0]), (.each(1), .street, [0, 1, 0, 0, 0, 0]),
        ]
        for (number, level, expected) in cases {
            let found = try counts(town) { ($0.number, $0.formedAt, $0.duty) = (number, level, duty) }
            #expect(found == expected, "\(number) at \(level)")
        }
        #expect(other == OrganizationNodeID(3))
    }

    @Test func `compounds and units form teams only if they have such people`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        let (full, empty) = (town.node(.compound, under: community), town.node(.compound, under: community))
        town.person(full, as: .propertyStaff)
        town.person(empty, as: .volunteer)
        let found = try counts(town) { ($0.formedAt, $0.from) = (.compound, .init(.propertyStaff)) }
        #expect([found[full.index], found[empty.index]] == [1, 0])
        // Areas need theirs whoever is listed.
        #expect(try counts(town) { $0.from = .init(.medicalStaff) }[community.index] == 1)
    }

    @Test func `posts stand at seats, stretches of dike and shelters`() throws {
        var town = SmallTown()
        let (street, community) = town.streetAndCommunity()
        let points = (0..<5).map { town.point(Double($0 + 1) * 100) }
        for point in points[..<2] {
            town.place.dikePoints.append(DikePoint(name: LocalizedText("d"), location: point, node: community))
        }
        for point in points[2...] {
            town.place.facilities.append(
                Facility(kind: .shelter, name: LocalizedText("s"), location: point, node: street))
        }
        town.place.facilities.append(
            Facility(kind: .serviceCenter, name: LocalizedText("c"), location: points[0], node: street))
        let (one, two) = (town.node(.unit), town.node(.unit))
        let idle = town.node(.unit)
        for unit in [one, two] { town.person(unit, as: .medicalStaff) }
        town.team("dike") { ($0.number, $0.duty) = (.perSite, .post(.dikePoint)) }
        town.team("shelter") { ($0.formedAt, $0.number, $0.duty) = (.street, .perSite, .post(.shelter)) }
        town.team("doctors") {
            ($0.formedAt, $0.from, $0.number, $0.duty) = (.unit, .init(.medicalStaff), .perSite, .post(.shelter))
        }
        town.team("seat") { ($0.formedAt, $0.number) = (.street, .each(2)) }
        let world = try town.world()
        func sites(_ node: OrganizationNodeID, _ kind: Int) -> [SiteAt] {
            world.teams.filter { $0.node == node && $0.kind == kind }.map { SiteAt($0, world, points) }
        }
        #expect(sites(community, 0) == [.point(0), .point(1)])
        #expect(sites(street, 1) == [.point(2), .point(3), .point(4)])
        // The two hospitals share the three shelters among them.
        #expect(sites(one, 2) == [.point(2), .point(4)])
        #expect(sites(two, 2) == [.point(3)])
        #expect(sites(idle, 2) == [])
        #expect(sites(street, 3) == [.seat, .seat])
    }

    /// Where a post is, by the points of the test above.
    private enum SiteAt: Equatable {
        case seat
        case point(Int)
        case elsewhere

        init(_ team: TeamRecord, _ world: World, _ points: [LocationID]) {
            if let index = points.firstIndex(where: { world.ground.site(at: $0) == team.post }) {
                self = .point(index)
            } else {
                self = team.post == world.ground.site(at: world.organization[team.node].seat) ? .seat : .elsewhere
            }
        }
    }

    @Test func `departments form so many teams each, and every team has a key of its own`() throws {
        var town = SmallTown()
        town.departments(3)
        _ = town.streetAndCommunity()
        town.team("a") { ($0.formedAt, $0.number, $0.duty) = (.street, .each(2), .joins) }
        town.team("b") { ($0.formedAt, $0.number) = (.street, .each(2)) }
        let teams = try town.world().teams
        #expect(teams.map(\.department) == [0, 0, 1, 1, 2, 2, -1, -1])
        #expect(Set(teams.map(\.key)).count == 8)
    }
}
