import Testing

@testable import WrittenFiles

struct DatedInstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00Z", 0, 0), ("2024-06-16T15:00+08:00", 1_718_521_200, 480),
        ("2024-06-16T15:00:30+08:00", 1_718_521_230, 480), ("2000-02-29T00:00Z", 951_782_400, 0),
        ("1969-12-31T23:59:59Z", -1, 0), ("2038-01-19T03:14:08Z", 2_147_483_648, 0),
        ("2024-06-16T15:00-03:30", 1_718_562_600, -210), ("1600-01-01T00:00Z", -11_676_096_000, 0),
        ("9999-12-31T23:59Z", 253_402_300_740, 0),
    ])
    func `instants are milliseconds since 1970`(_ text: String, _ seconds: Int64, _ offset: Int) {
        let instant = DatedInstant(text)
        #expect(instant?.milliseconds == seconds * 1000)
        #expect(instant?.offsetMinutes == offset)
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00.5Z", 500), ("1970-01-01T00:00:01.25Z", 1250), ("1970-01-01T08:00:00.001+08:00", 1),
        ("1970-01-01T00:00:59.999000Z", 59_999),
    ])
    func `seconds may have a fraction, down to the millisecond`(_ text: String, _ milliseconds: Int64) {
        #expect(DatedInstant(text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "2024-06-16T15:00:30.Z", "2024-06-16T15:00:30.0001Z", "2024-06-16T15:00.5Z", "2024-06-16T15:00:30,5Z",
    ])
    func `a fraction of nothing, or finer than a millisecond, is refused`(_ text: String) {
        #expect(DatedInstant(text) == nil)
    }

    @Test func `each day follows the one before`() {
        // 400 years are a whole number of cycles of the calendar: 146097 days.
        var day = 0
        let start = DatedInstant("1900-01-01T00:00Z")?.milliseconds ?? 0
        for year in 1900..<2300 {
            for month in 1...12 {
                for date in 1...31 {
                    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
                    guard let instant = DatedInstant("\(year)-\(padded(month))-\(padded(date))T00:00Z") else {
                        continue
                    }
                    if instant.milliseconds != start + Int64(day) * 86_400_000 {
                        Issue.record("\(year)-\(month)-\(date)")
                    }
                    day += 1
                }
            }
        }
        #expect(day == 146_097)
    }

    @Test(arguments: [
        "", "2024-06-16", "2024-06-16T15:00", "2024-06-16 15:00+08:00", "2024-6-16T15:00Z", "2023-02-29T00:00Z",
        "1900-02-29T00:00Z", "2024-04-31T00:00Z", "2024-13-01T00:00Z", "2024-00-01T00:00Z", "2024-06-00T00:00Z",
        "2024-06-16T24:00Z", "2024-06-16T15:60Z", "2024-06-16T15:00:60Z", "2024-06-16T15:00+8:00",
        "2024-06-16T15:00+0800",
        "2024-06-16T15:00+15:00", "2024-06-16T15:00Z ", "2024-06-16T15:00z", "٢٠٢٤-06-16T15:00Z", "0000-01-01T00:00Z",
    ])
    func `anything else is refused`(_ text: String) {
        #expect(DatedInstant(text) == nil)
    }
}
