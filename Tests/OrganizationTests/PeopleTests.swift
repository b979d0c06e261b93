import DenseTables
import Organization
import RandomStreams
import Testing

@Suite struct PeopleTests {
    /// People whose every field tells their number apart.
    private func records(_ count: Int) -> [PersonRecord] {
        (0..<count).map { number in
            PersonRecord(
                key: EntityKey(path: "p", ordinal: UInt32(number)), home: LocationID(number),
                work: LocationID(number + 1),
                callingNode: OrganizationNodeID(number + 2), unit: OrganizationNodeID(number + 3),
                listings: UInt8(number % 4), role: Role.allCases[number % Role.allCases.count],
                traits: PersonTraits(rawValue: UInt8(number % 32)), department: UInt8(number % 7),
                travelMode: UInt8(number % 3), propensity: Float(number) / 8)
        }
    }

    @Test func `the columns hold the records, in order`() {
        let records = records(100)
        let people = People(records)
        #expect(people.count == 100)
        #expect(people.key.elements() == records.map(\.key))
        #expect(people.home.elements() == records.map(\.home))
        #expect(people.work.elements() == records.map(\.work))
        #expect(people.callingNode.elements() == records.map(\.callingNode))
        #expect(people.unit.elements() == records.map(\.unit))
        #expect(people.listings.elements() == records.map(\.listings))
        #expect(people.role.elements() == records.map(\.role))
        #expect(people.traits.elements() == records.map(\.traits))
        #expect(people.department.elements() == records.map(\.department))
        #expect(people.travelMode.elements() == records.map(\.travelMode))
        #expect(people.propensity.elements() == records.map(\.propensity))
    }

    @Test func `fixed traits take no more than 48 bytes a person`() {
        let people = People(records(1000))
        #expect(people.bytes == 1000 * People.bytesPerPerson)
        #expect(People.bytesPerPerson <= 48)
        #expect(People([]).bytes == 0)
    }

    @Test func `a record says little about somebody of whom nothing is known`() {
        let record = PersonRecord(
            key: EntityKey(path: "p"), home: LocationID(1), work: LocationID(1), callingNode: OrganizationNodeID(0),
            role: .volunteer, travelMode: 0)
        #expect(!record.unit.exists)
        #expect(record.listings == 1 && record.traits.isEmpty && record.department == 0 && record.propensity == 1)
    }
}
