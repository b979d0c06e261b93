import Testing
import Words
import WrittenFiles

@testable import Experiments

@Suite struct ClockHintTests {
    private func warnings(_ clock: String) throws -> [Fault] {
        let check = ScenarioCheck(try SmallStreet.scenario([("T20:00+08:00", "T20:00" + clock)]))
        #expect(check.faults.isEmpty)
        return check.warnings.faults
    }

    @Test(arguments: ["+08:00", "+07:00", "+09:30", "+05:00", "+11:00"])
    func `a clock within three hours and a half of the sun is in use somewhere`(clock: String) throws {
        // The street lies at 116.1° E, 7.74 h ahead of Greenwich.
        #expect(try warnings(clock).isEmpty)
    }

    @Test(arguments: ["Z", "-08:00", "+04:00", "+12:00"])
    func `any other moves night and day, and is pointed out`(clock: String) throws {
        let found = try warnings(clock)
        #expect(found.map(\.path) == ["incident.firstSignal"])
        #expect(found.first?.text.en.contains("expected about +08:00") == true && (found.first?.line ?? 0) > 1)
    }
}
