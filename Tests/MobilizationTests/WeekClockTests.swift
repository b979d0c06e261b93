import Testing

@testable import Mobilization

@Suite struct WeekClockTests {
    private static let hour = at(60)

    /// The band of an hour, by the table in the plan's description.
    private func band(day: Int64, hour: Int64) -> WeekBand {
        if hour < 6 || hour == 23 { return .night }
        if hour < 8 { return .morning }
        if hour >= 18 { return .evening }
        return day < 5 ? .workday : .weekend
    }

    @Test func `every hour of the week lies in its band, from its first millisecond to its last`() {
        for start in [0, 31, 100, 167] as [Int64] {
            let clock = WeekClock(start: start * Self.hour)
            for offset in 0..<400 as Range<Int64> {
                let ofWeek = (start + offset) % 168
                let (day, hour) = (ofWeek / 24, ofWeek % 24)
                for time in [offset * Self.hour, (offset + 1) * Self.hour - 1] {
                    #expect(clock.hour(at: time) == Int(hour))
                    #expect(clock.band(at: time) == band(day: day, hour: hour))
                    #expect(clock.isNight(at: time) == (band(day: day, hour: hour) == .night))
                    #expect(clock.isWorkday(at: time) == (band(day: day, hour: hour) == .workday))
                }
            }
        }
    }

    @Test func `hours before Monday belong to the week before`() {
        let clock = WeekClock(start: -Self.hour)
        #expect(clock.hour(at: 0) == 23)
        #expect(clock.isNight(at: 0))
        #expect(clock.hour(at: Self.hour) == 0)
        // Sunday 10:00.
        #expect(WeekClock(start: -14 * Self.hour).band(at: 0) == .weekend)
    }
}
