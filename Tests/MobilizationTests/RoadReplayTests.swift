import RandomStreams
import Testing

@testable import Mobilization

@Suite struct RoadReplayTests {
    @Test func `what is kept up from change to change is what working everything out anew finds`() throws {
        var (changes, reached) = (0, Set<Int>())
        for number in 0..<30 as Range<UInt64> {
            let world = try RandomTown.makeWithClosures(number).world()
            let roads = RoadReplay(world, random: RandomStream(seed: number, replication: 0))
            for _ in 0..<roads.changes {
                roads.advance()
                #expect(roads.reached() == roads.reachedFromNothing())
                reached.insert(roads.reached())
            }
            changes += roads.changes
        }
        #expect(changes > 50 && reached.count > 10, "roads must change, and with them what is reached")
    }
}
