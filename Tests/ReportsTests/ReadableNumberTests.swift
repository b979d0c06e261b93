import Reports
import Testing
import Words

@Suite struct ReadableNumberTests {
    @Test(arguments: [
        (0.0, "0:00"), (0.4, "0:00"), (0.5, "0:01"), (59.6, "1:00"), (61, "1:01"), (-90, "1:30"), (2880, "48:00"),
    ])
    func `times are hours and minutes`(minutes: Double, text: String) {
        #expect(ReadableNumber.time(minutes) == text)
    }

    @Test(arguments: [
        (0.0, "0"), (1.0, "100"), (0.354, "35"), (0.0349, "3.5"), (0.0994, "9.9"), (0.0996, "10"), (-0.5, "50"),
        (0.994, "99"), (0.996, "99.6"), (0.99999, ">99.9"), (0.00001, "<0.1"),
    ])
    func `shares are percent with a decimal where they are small`(share: Double, text: String) {
        #expect(ReadableNumber.percent(share) == text)
    }

    @Test(arguments: [(0.0, "0"), (0.00001, "0.0"), (-0.034, "3.4"), (0.99999, "100")])
    func `a difference of shares is no share`(difference: Double, text: String) {
        #expect(ReadableNumber.points(difference) == text)
    }

    @Test(arguments: [
        (0.0, "0"), (7.0, "7"), (7.25, "7.3"), (0.05, "0.1"), (0.04, "0.04"), (0.0004, "0.0004"), (-2e-30, "2e-30"),
        (12.4, "12"), (999.6, "1,000"), (12_345, "12,345"),
        (1_234_567, "1,234,567"),
    ])
    func `counts have separators`(number: Double, text: String) {
        #expect(ReadableNumber.count(number) == text)
    }

    @Test func `percent signs and decimals are written by one rule`() {
        #expect(ReadableNumber.percent(0.39, .zh) == "39%" && ReadableNumber.percent(0.39, .en) == "39 %")
        #expect(ReadableNumber.measured(2106.14, decimals: 1) == "2,106.1")
        #expect(ReadableNumber.minutes(600_001, beyond: 600_000) == "10.1")
        #expect(ReadableNumber.minutes(600_000, beyond: 600_000) == "10.0")
    }
}
