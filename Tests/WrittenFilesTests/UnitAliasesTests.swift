import Testing
import Words

@testable import WrittenFiles

@Suite struct UnitAliasesTests {
    @Test(arguments: [
        ("1 m", "min"), ("60 minutes", "min"), ("1 hour", "h"), ("1 小时", "h"), ("15分钟", "min"), ("3 天", "d"),
        ("5 Mins", "min"), ("2 H", "h"), ("9 seconds", "s"), ("1 yr", nil),
    ])
    func `a duration in another unit names the right one`(text: String, unit: String?) {
        #expect(problem(text, .duration)?.nearest == unit)
    }

    @Test func `so do the other dimensions, where m is a meter`() {
        #expect(problem("3 公里", .distance)?.nearest == "km")
        #expect(problem("3 m", .distance) == nil)
        #expect(problem("40 kmh", .speed)?.nearest == "km/h")
        #expect(problem("5 平方公里", .area)?.nearest == "km2")
        #expect(problem("5 /hour", .rate)?.nearest == "/h")
    }

    @Test(arguments: ["2024-06-16T21:00+08:00", "2024-06-16", "2024/6/16", "21:00", "8:30"])
    func `a moment where a duration belongs is said to be one`(text: String) {
        #expect(problem(text, .duration)?.what.en.contains("is a date or a time of day") == true)
    }

    @Test(arguments: ["20240 min", "1:2", "2024-"])
    func `what only begins like one is not`(text: String) {
        #expect(problem(text, .duration)?.what.en.contains("time of day") != true)
    }

    private func problem(_ text: String, _ dimension: Dimension) -> Fault.Problem? {
        do throws(Fault.Problem) {
            _ = try dimension.value(of: text)
            return nil
        } catch { return error }
    }
}
