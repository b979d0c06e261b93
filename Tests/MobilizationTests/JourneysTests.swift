import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct JourneysTests {
    @Test func `steps add up to the time of check-in, through the queue and the desk`() {
        var journeys = Journeys(people: 3)
        let person = PersonID(1)
        let way: [(PersonState, PersonState, Int64)] = [
            (.standing, .called, 100), (.called, .reached, 130), (.reached, .preparing, 131),
            (.preparing, .traveling, 200), (.traveling, .queuing, 450), (.queuing, .checkingIn, 470),
            (.checkingIn, .waiting, 500), (.waiting, .forming, 900), (.onPost, .ready, 2000),
        ]
        var last: Int64 = 0
        for (old, new, now) in way {
            journeys.record(person, leaving: old, entering: new, after: now - last, at: now)
            last = now
        }
        #expect(journeys.times(person) == [100, 130, 131, 200, 450, 500])
        #expect(journeys.called[PersonID(0)] == Journeys.never)
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
