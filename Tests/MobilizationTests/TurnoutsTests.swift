import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct TurnoutsTests {
    @Test func `steps add up to the time of check-in, through the queue and the desk`() {
        var turnouts = Turnouts(people: 3, expected: 1)
        let person = PersonID(1)
        turnouts.begin(person, for: 0, at: 100)
        let way: [(PersonState, PersonState, Int64)] = [
            (.standing, .called, 100), (.called, .reached, 130), (.reached, .preparing, 131),
            (.preparing, .traveling, 200), (.traveling, .queuing, 450), (.queuing, .checkingIn, 470),
            (.checkingIn, .waiting, 500), (.waiting, .forming, 900), (.onPost, .ready, 2000),
        ]
        var last: Int64 = 0
        var known: [Int] = []
        for (old, new, now) in way {
            turnouts.record(person, leaving: old, entering: new, after: now - last, at: now)
            last = now
            known.append(turnouts.times(TurnoutID(0)).count)
        }
        #expect(turnouts.times(TurnoutID(0)) == [100, 130, 131, 200, 450, 500])
        #expect(known == [1, 2, 3, 4, 5, 5, 6, 6, 6])
        #expect(turnouts.checkedIn(TurnoutID(0)) == 500 && turnouts.ended(TurnoutID(0)) == nil)
        #expect(!turnouts.latest(of: PersonID(0)).exists)
    }

    @Test func `one person turns out for an incident, comes home, and turns out for another and again for the first`()
        throws
    {
        var town = SmallTown()
        town.people(2)
        let world = try town.world()
        var books = Books(world, RoadState(RoadCauses(world, RandomStream(seed: 1, replication: 0))))
        let person = PersonID(0)
        func goOut(for incident: Int, at start: Int64, _ books: inout Books) {
            books.call(person, for: incident, at: start)
            let way: [(PersonState, Int64)] = [
                (.reached, 2), (.preparing, 3), (.traveling, 7), (.queuing, 11), (.checkingIn, 12), (.waiting, 15),
                (.forming, 15), (.ready, 20), (.underWay, 21), (.onPost, 30), (.resting, 50), (.ready, 60),
                (.underWay, 61), (.onPost, 62), (.returning, 80), (.recovering, 85), (.standing, 90),
            ]
            for (state, after) in way { books.move(person, to: state, at: start + after) }
        }
        goOut(for: 0, at: 1000, &books)
        goOut(for: 1, at: 2000, &books)
        goOut(for: 0, at: 5000, &books)
        // The second person says no to one incident and is called for the next.
        let other = PersonID(1)
        books.call(other, for: 0, at: 1000)
        books.move(other, to: .reached, at: 1003)
        books.move(other, to: .declined, at: 1004)
        books.call(other, for: 1, at: 2000)
        books.close(at: world.horizon)

        #expect(books.ledger.breach(elapsed: world.horizon) == nil)
        #expect(books.turnouts.callUps == 5)
        #expect(books.ledger.people.entries(into: .called) == 5 && books.ledger.people.entries(into: .onPost) == 6)
        #expect(books.ledger.people.entries(into: .standing) == 3 && books.ledger.people.count(of: .standing) == 1)
        var turnout = books.turnouts.latest(of: person)
        var told: [[Int64]] = []
        while turnout.exists {
            let number = books.turnouts.number(of: turnout)
            told.append(
                [Int64(number.incident), Int64(number.before)] + books.turnouts.times(turnout)
                    + [books.turnouts.ended(turnout) ?? -1])
            turnout = books.turnouts.previous(of: turnout)
        }
        #expect(
            told == [
                [0, 1, 5000, 5002, 5003, 5007, 5011, 5015, 5090], [1, 0, 2000, 2002, 2003, 2007, 2011, 2015, 2090],
                [0, 0, 1000, 1002, 1003, 1007, 1011, 1015, 1090],
            ])
        // Everybody's stages are the hours of the books over all turn-outs.
        var sums = [Int64](repeating: 0, count: 6)
        for index in 0..<2 {
            let person = PersonID(index)
            books.turnouts.add(person, in: books.state(of: person), until: world.horizon, to: &sums)
        }
        for state in PersonState.allCases {
            if let stage = Turnouts.stage(of: state) { sums[stage] -= books.ledger.people.time(in: state) }
        }
        #expect(sums == [0, 0, 0, 0, 0, 0])
    }

    @Test func `steps lead to the moments at which somebody who watches sees them`() throws {
        var checkedIn = 0
        for number in 0..<10 as Range<UInt64> {
            let town = RandomTown.make(number)
            let watch = Watch.play(try town.world(), seed: number)
            let outcome = try town.outcome(seed: number)
            #expect(outcome.journeys == watch.seen)
            checkedIn += watch.seen.count { $0.count == 6 }
        }
        #expect(checkedIn > 100)
    }
}
