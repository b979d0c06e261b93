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

    @Test func `nobody is anywhere before being somewhere else`() throws {
        for number in 0..<10 as Range<UInt64> {
            let outcome = try RandomTown.make(number).outcome()
            for times in outcome.journeys {
                #expect(times == times.sorted())
                #expect(times.allSatisfy { (0...outcome.world.horizon).contains($0) })
            }
        }
    }
}
