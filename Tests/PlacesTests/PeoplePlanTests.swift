import DenseTables
import Organization
import Places
import RandomStreams
import RoadNetwork
import Testing

@Suite struct PeoplePlanTests {
    private let place = Meijiang.place
    private let figures = Meijiang.figures
    private var people: People { place.people }

    @Test func `every roster has as many people as given`() {
        let expected: [Role: Int] = [
            .districtCadre: 25, .streetCadre: 7 * 30, .communityWorker: 50 * 11 + 81 * 6, .gridWorker: 490 * 2,
            .registeredMember: 6550, .volunteer: 3000, .departmentOfficer: 7 * 6 * 8, .propertyStaff: 93 * 8,
            .medicalStaff: 1500,
        ]
        for role in Role.allCases { #expect(persons(role).count == expected[role]) }
        #expect(people.count == expected.values.reduce(0, +))
    }

    @Test func `a role is called at its own level`() {
        let levels: [Role: OrganizationLevel] = [
            .districtCadre: .district, .streetCadre: .street, .communityWorker: .community, .gridWorker: .grid,
            .registeredMember: .community, .volunteer: .community, .departmentOfficer: .street,
            .propertyStaff: .compound, .medicalStaff: .unit,
        ]
        for role in Role.allCases {
            #expect(persons(role).allSatisfy { place.organization[people.callingNode[$0]].level == levels[role] })
        }
    }

    @Test func `registered members are on two or three lists, full members, and have a unit`() {
        for person in persons(.registeredMember) {
            #expect((2...3).contains(people.listings[person]))
            #expect(people.traits[person].contains(.fullMember))
            #expect(place.organization[people.unit[person]].level == .unit)
        }
        let both = persons(.registeredMember).count { people.listings[$0] == 3 }
        #expect((0.2...0.4).contains(Double(both) / 6550))
    }

    @Test func `every node that must form a team has a leader`() {
        let led = Set(
            (0..<people.count).map { PersonID($0) }.filter { people.traits[$0].contains(.leader) }
                .map { [Int(people.callingNode[$0].raw), Int(people.role[$0].rawValue), Int(people.department[$0])] })
        func expectLeader(_ level: OrganizationLevel, _ role: Role, department: Int = 0) {
            for node in place.organization.nodes(at: level) {
                #expect(led.contains([Int(node.raw), Int(role.rawValue), department]))
            }
        }
        expectLeader(.district, .districtCadre)
        expectLeader(.street, .streetCadre)
        expectLeader(.community, .communityWorker)
        expectLeader(.community, .registeredMember)
        expectLeader(.grid, .gridWorker)
        for department in 0..<6 { expectLeader(.street, .departmentOfficer, department: department) }
    }

    @Test func `shares come out near the figures`() {
        func share(of all: [PersonID], _ isCounted: (PersonID) -> Bool) -> Double {
            Double(all.count(where: isCounted)) / Double(all.count)
        }
        let everybody = (0..<people.count).map { PersonID($0) }
        #expect(abs(share(of: everybody) { people.traits[$0].contains(.staleEntry) } - 0.08) < 0.01)
        #expect(abs(share(of: persons(.volunteer)) { people.traits[$0].contains(.fullMember) } - 0.1) < 0.02)
        #expect(abs(share(of: persons(.volunteer)) { people.traits[$0].contains(.leader) } - 0.05) < 0.02)
        #expect(abs(share(of: persons(.propertyStaff)) { people.traits[$0].contains(.onDuty) } - 0.33) < 0.06)
        let propensity = everybody.reduce(0.0) { $0 + Double(people.propensity[$1]) } / Double(people.count)
        #expect(abs(propensity - 1) < 0.02)
    }

    @Test func `people live in the area they are listed in, and whoever lives nearby walks`() {
        for person in persons(.registeredMember) + persons(.volunteer) {
            #expect(distance(person) < 3000)
        }
        for index in 0..<people.count where distance(PersonID(index)) < 690 {
            #expect(people.travelMode[PersonID(index)] == TravelMode.walk.rawValue)
        }
        let far = (0..<people.count).map { PersonID($0) }.filter { distance($0) > 710 }
        let modes = TravelMode.allCases.map { mode in
            Double(far.count { people.travelMode[$0] == mode.rawValue }) / Double(far.count)
        }
        #expect(abs(modes[0] - 0.3) < 0.03 && abs(modes[1] - 0.5) < 0.03 && abs(modes[2] - 0.2) < 0.03)
    }

    @Test func `exactly the given share of compounds has a property company, and only those have staff`() {
        #expect(place.hasPropertyCompany.count { $0 } == 93)
        for person in persons(.propertyStaff) { #expect(place.hasPropertyCompany[people.callingNode[person].index]) }
    }

    @Test func `every key is unique`() {
        #expect(Set(people.key.elements()).count == people.count)
    }

    private func persons(_ role: Role) -> [PersonID] {
        (0..<people.count).map { PersonID($0) }.filter { people.role[$0] == role }
    }

    /// Meters in a straight line from home to where the person musters.
    private func distance(_ person: PersonID) -> Double {
        place.roads.straightLine(
            RoadNodeID(people.home[person]), RoadNodeID(place.organization[people.callingNode[person]].seat))
    }
}
