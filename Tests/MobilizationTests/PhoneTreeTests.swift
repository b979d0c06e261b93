import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct PhoneTreeTests {
    /// A list of so many people at one muster point, on the phone.
    private func world(
        _ people: Int, span: Int, retries: Int = 0, answered: Double = 1, stale: Set<Int> = []
    ) throws -> World {
        var town = SmallTown()
        for number in 1...people { town.person(traits: stale.contains(number) ? .staleEntry : []) }
        town.plan.callOut.channels = [.phoneTree]
        town.plan.callOut.span = span
        town.plan.callOut.retries = retries
        town.plan.callOut.call = .minutes(1)
        town.plan.callOut.callAnswered = .init(day: answered, night: answered)
        return try town.world()
    }

    /// The minutes at which each place of the list is reached, and the calls made.
    private func ring(_ world: World, chance: Double = 1, horizon: Int64? = nil) -> (minutes: [Int64?], calls: Int) {
        var tree = PhoneTree()
        var contacts = Contacts()
        let until = horizon ?? world.horizon
        contacts.begin(world.callLists.people[world.callLists.lists[0].entries], world, until: until)
        let sure = SharedChance(mean: chance, correlation: 0)
        var chances = CallOut.Chances(messageRead: 0, mood: 1, night: sure, day: sure, uniform: 0.5)
        tree.ring(
            world.plan.callOut, &chances, &contacts, from: 0, until: until, world.clock,
            RandomStream(seed: 1, replication: 0))
        return (contacts.reached.map { $0 == Distribution.never ? nil : $0 / 60_000 }, tree.calls)
    }

    @Test func `the example of the rules`() throws {
        // docs/call-out.md, rule 4: the office rings 1, 2; 1 rings 3, 3, 7, 8, 4; 2 rings 5, 6; 4 rings 9.
        let (minutes, calls) = ring(try world(9, span: 2, retries: 1, stale: [3]))
        #expect(minutes == [1, 2, nil, 6, 3, 4, 4, 5, 7])
        #expect(calls == 10)
    }

    @Test func `nobody answers, and the office rings everybody`() throws {
        for span in 1...4 {
            let (minutes, calls) = ring(try world(23, span: span, retries: 2), chance: 0)
            #expect(minutes.allSatisfy { $0 == nil } && calls == 23 * 3)
        }
    }

    @Test func `everybody answers, and each of many callers rings at the same time`() throws {
        // Place p rings its s people one a minute, from the minute at which it was reached.
        for span in 1...5 {
            let (minutes, calls) = ring(try world(60, span: span))
            #expect(calls == 60)
            for place in 1...60 {
                let caller = (place - 1) / span
                let start = caller == 0 ? 0 : try #require(minutes[caller - 1])
                #expect(minutes[place - 1] == start + Int64((place - 1) % span + 1))
            }
        }
    }

    @Test func `what is still ringing at the end has been called, and nothing comes of it`() throws {
        let (minutes, calls) = ring(try world(9, span: 2), horizon: 2 * 60_000 - 1)
        #expect(minutes == [1] + [Int64?](repeating: nil, count: 8))
        // The office's second call, and the first of place 1.
        #expect(calls == 3)
    }
}
