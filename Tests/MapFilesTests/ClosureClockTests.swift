import Testing
import Words
import WrittenFiles

@testable import MapFiles

@Suite struct ClosureClockTests {
    @Test func `a file goes by one clock, and what closes does so before it opens`() throws {
        var clock = ClosureClock()
        let (one, two) = (try ClosureTime("1 h"), try ClosureTime("2 h"))
        #expect(clock.problem(from: nil, until: nil) == nil && clock.problem(from: one, until: two) == nil)
        #expect(clock.problem(from: two, until: one)?.what.en == "the closure ends before it begins")
        #expect(clock.problem(from: one, until: one) != nil)
        let date = try ClosureTime("2024-06-16T15:00+08:00")
        #expect(clock.problem(from: nil, until: date)?.what.en.hasPrefix("the file mixes dates") == true)
    }
}
