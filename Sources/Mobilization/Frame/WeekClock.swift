import WrittenFiles

/// Tells the time of the week from the time of a run.
struct WeekClock: Sendable {
    private static let hour: Int64 = 3_600_000
    private static let week: Int64 = 7 * 24 * hour

    /// Local milliseconds since Monday 00:00 at the first signal.
    let start: Int64

    /// The hour of the day, 0 to 23.
    func hour(at time: Int64) -> Int { Int(ofWeek(time) / Self.hour % 24) }

    /// Whether people are asleep: between 23:00 and 06:00.
    func isNight(at time: Int64) -> Bool { hour(at: time) >= 23 || hour(at: time) < 6 }

    /// Whether people with a workplace are at it: 08:00 to 18:00 from Monday to Friday.
    func isWorkday(at time: Int64) -> Bool { band(at: time) == .workday }

    /// The band of the week in which people's availability is stated.
    func band(at time: Int64) -> WeekBand {
        switch hour(at: time) {
        case 23, 0..<6: .night
        case 6..<8: .morning
        case 8..<18: ofWeek(time) / Self.hour / 24 < 5 ? .workday : .weekend
        default: .evening  // open: an integer; what is left of 0 to 23
        }
    }

    private func ofWeek(_ time: Int64) -> Int64 {
        let sum = (start + time) % Self.week
        return sum < 0 ? sum + Self.week : sum
    }
}

/// The bands of the week in which people's availability differs.
public enum WeekBand: UInt8, Sendable, CaseIterable {
    /// 00:00–06:00 and 23:00–24:00.
    case night
    /// 06:00–08:00.
    case morning
    /// 08:00–18:00 from Monday to Friday.
    case workday
    /// 08:00–18:00 on Saturday and Sunday.
    case weekend
    /// 18:00–23:00.
    case evening

    /// The name used in scenario files.
    public var name: String { "\(self)" }
}

extension DatedInstant {
    /// Local milliseconds since Monday 00:00.
    var millisecondsOfWeek: Int64 {
        let week: Int64 = 7 * 24 * 3_600_000
        // The epoch was a Thursday.
        let local = milliseconds + Int64(offsetMinutes) * 60_000 + 3 * 24 * 3_600_000
        return (local % week + week) % week
    }
}
