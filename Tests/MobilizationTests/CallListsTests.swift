import DenseTables
import Organization
import Places
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct CallListsTests {
    @Test func `everybody on a roster whose role is in a wave stands on one list, of the earliest wave`() throws {
        var dice = Dice(1)
        for number in 0..<20 as Range<UInt64> {
            let town = RandomTown.make(number)
            let waves = (0..<dice.number(0...5)).map { _ in
                CallOutPlan.Wave(
                    level: dice.one(of: ResponseLevel.ordered),
                    roles: RoleSet(Role.allCases.filter { _ in dice.happens(0.3) }))
            }
            let ground = Ground(place: try town.place.place(), speeds: SmallTown.speeds)
            let lists = CallLists(ground: ground, waves: waves)
            let people = ground.place.people
            for person in (0..<people.count).map({ PersonID($0) }) {
                let level = waves.filter { $0.roles.has(people.role[person]) }.map(\.level).min()
                let isCalled = level != nil && !people.traits[person].contains(.unlisted)
                #expect(lists.people.count { $0 == person } == (isCalled ? 1 : 0))
                guard isCalled else { continue }
                let list = try #require(lists.lists.first { lists.people[$0.entries].contains(person) })
                #expect(list.level == level)
                #expect(list.node == people.callingNode[person])
            }
            for (index, list) in lists.lists.enumerated() {
                #expect(!list.entries.isEmpty)
                #expect(lists.lists(of: list.node).contains(index))
                // Leaders first, then in the order of the place.
                let leads = lists.people[list.entries].map { people.traits[$0].contains(.leader) ? 0 : 1 }
                #expect(leads == leads.sorted())
                let rest = lists.people[list.entries].filter { !people.traits[$0].contains(.leader) }
                #expect(rest == rest.sorted())
            }
            #expect(lists.longest == lists.lists.map { $0.entries.count }.max() ?? 0)
        }
    }
}
