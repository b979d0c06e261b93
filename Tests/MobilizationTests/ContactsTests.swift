import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct ContactsTests {
    /// A list of so many people, some of whose entries are stale, begun.
    private func begun(_ people: Int, stale: Set<Int> = [], until horizon: Int64 = 600_000) throws -> Contacts {
        var town = SmallTown()
        for number in 0..<people { town.person(traits: stale.contains(number) ? .staleEntry : []) }
        let world = try town.world()
        var contacts = Contacts()
        contacts.begin(world.callLists.people[world.callLists.lists[0].entries], world, until: horizon)
        return contacts
    }

    @Test func `whoever is reached twice is reached at the earlier time, and the later contact is a duplicate`() throws
    {
        var contacts = try begun(3)
        contacts.reach(0, at: 1000, after: 500)
        contacts.reach(0, at: 1200)
        contacts.reach(0, at: 5000)
        contacts.reach(2, at: 600_000)
        #expect(contacts.reached == [1200, Distribution.never, 600_000])
        #expect(contacts.duplicates == 2)
    }

    @Test func `what would happen after the end does not, however far off it is`() throws {
        var contacts = try begun(2)
        contacts.reach(0, at: 599_999, after: 2)
        contacts.reach(1, at: 10, after: Distribution.never)
        #expect(contacts.reached == [Distribution.never, Distribution.never] && contacts.duplicates == 0)
    }

    @Test func `a message reaches all but stale entries, at once or late or never, in the shares stated`() throws {
        let count = 400
        let stale = Set(stride(from: 0, to: count, by: 10))
        var plan = CallOutPlan()
        plan.messageDelay = .minutes(1)
        plan.messageLateDelay = .minutes(5)
        plan.messageReadLate = 0.5
        for (soon, expected) in [(Float(1), (1.0, 0.0)), (0, (0, 0.5)), (0.5, (0.5, 0.25))] {
            var contacts = try begun(count, stale: stale)
            contacts.send(plan, read: soon, at: 2000, RandomStream(seed: 3, replication: 0))
            let fresh = (0..<count).filter { !stale.contains($0) }
            #expect(stale.allSatisfy { contacts.reached[$0] == Distribution.never && contacts.isStale[$0] })
            let early = fresh.count { contacts.reached[$0] == 62_000 }
            let late = fresh.count { contacts.reached[$0] == 302_000 }
            let never = fresh.count { contacts.reached[$0] == Distribution.never }
            #expect(early + late + never == fresh.count)
            // Four standard errors of a share among 360 people.
            #expect(abs(Double(early) / 360 - expected.0) <= 0.11 && abs(Double(late) / 360 - expected.1) <= 0.11)
            if soon == 1 { #expect(early == fresh.count) }
        }
    }

    @Test func `the next list begins with nobody reached, and duplicates go on being counted`() throws {
        var town = SmallTown()
        for _ in 0..<4 { town.person() }
        let world = try town.world()
        let people = world.callLists.people[world.callLists.lists[0].entries]
        var contacts = Contacts()
        contacts.begin(people, world, until: 1000)
        contacts.reach(1, at: 1)
        contacts.reach(1, at: 2)
        contacts.begin(people.prefix(2), world, until: 1000)
        #expect(contacts.reached == [Distribution.never, Distribution.never] && contacts.keys.count == 2)
        contacts.reach(1, at: 7)
        #expect(contacts.duplicates == 1)
    }
}
