import RandomStreams
import Testing

@Suite struct OccasionTests {
    @Test func `the first occasion is the number that was always used`() {
        #expect(Occasion().raw == 0)
        for attempt in [0, 1, 20, 65_535] { #expect(Occasion(attempt: attempt).raw == UInt32(attempt)) }
    }

    @Test func `no two occasions share a number, up to the ends of the room`() {
        var seen: Set<UInt32> = []
        let ends = [0, 1, 2, 254, 255]
        for incident in ends {
            for turnout in ends {
                for attempt in [0, 1, 255, 256, 65_534, 65_535] {
                    let occasion = Occasion(incident: incident, turnout: turnout, attempt: attempt)
                    #expect(seen.insert(occasion.raw).inserted)
                    #expect(Occasion(incident: incident, turnout: turnout).attempt(attempt) == occasion)
                }
            }
        }
    }
}
