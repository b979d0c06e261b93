import Words

/// An instant written as local date and time with its offset, such as `2024-06-16T15:00+08:00`.
///
/// Read by our own strict reader, so that neither the machine's locale nor its time zones matter.
public struct DatedInstant: Sendable, Equatable {
    /// Milliseconds since 1970-01-01T00:00Z, leap seconds not counted.
    public let milliseconds: Int64

    /// How many minutes the local clock is ahead of Greenwich.
    public let offsetMinutes: Int

    /// The beginning of 1970 in Greenwich.
    static let epoch = DatedInstant(milliseconds: 0, offsetMinutes: 0)

    private init(milliseconds: Int64, offsetMinutes: Int) {
        self.milliseconds = milliseconds
        self.offsetMinutes = offsetMinutes
    }

    /// What is expected, with an example.
    static let expectation = LocalizedText(
        zh: "带时差的日期时间，如 \"2024-06-16T15:00+08:00\"",
        en: "a date and time with offset such as \"2024-06-16T15:00+08:00\"")

    /// What is expected of a text that is one but for digits beyond the millisecond; nil of any other.
    public static func expectationOfFraction(in text: String) -> LocalizedText? {
        guard text.utf8.count <= 100, let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        let start = text.utf8.index(after: point)
        let digits = text.utf8[start...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let cut = String(text[..<start]) + String(text[start...].prefix(3)) + String(text[digits.endIndex...])
        guard digits.count > 3, isWellWritten(cut) else { return nil }
        return LocalizedText(
            zh: "秒后至多三位小数，即精确到毫秒，如 \"\(cut)\"",
            en: "three decimals of a second at most, which are milliseconds, such as \"\(cut)\"")
    }

    /// Reads `yyyy-MM-ddTHH:mm`, seconds and their fraction to the millisecond if wanted, and `Z` or `±HH:mm`; nil if it is written otherwise or no such day
    /// exists.
    ///
    /// - Complexity: O(1).
    public init?(_ text: String) { self.init(text, days: Self.days(in:of:)) }

    /// Whether a text is written like a date and time, even if its month has no such day.
    static func isWellWritten(_ text: String) -> Bool { DatedInstant(text, days: { _, _ in 31 }) != nil }

    /// Whether a text begins like a date or a time of day, `2024-06-…` or `21:00`, as somebody writes it who means a moment.
    static func isMoment(_ text: String) -> Bool {
        let characters = Array(text.utf8.prefix(10))
        func digits(_ range: Range<Int>) -> Bool {
            range.upperBound <= characters.count
                && characters[range].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        func has(_ character: Unicode.Scalar, at index: Int) -> Bool {
            characters.indices.contains(index) && characters[index] == UInt8(ascii: character)
        }
        let isDate = digits(0..<4) && (has("-", at: 4) || has("/", at: 4)) && digits(5..<6)
        let isTime = [1, 2].contains { digits(0..<$0) && has(":", at: $0) && digits($0 + 1..<$0 + 3) }
        return isDate || isTime
    }

    /// The same form as a regular expression, for a schema.
    static let pattern =
        "(1[6-9]|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]"
        + "(:[0-5][0-9](\\.[0-9]{1,3}0*)?)?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)"

    private init?(_ text: String, days: (_ month: Int, _ year: Int) -> Int) {
        var rest = text.utf8[...]
        func take(_ character: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: character) else { return false }
            rest.removeFirst()
            return true
        }
        func number(digits: Int, in range: ClosedRange<Int>) -> Int? {
            var value = 0
            for _ in 0..<digits {
                guard let byte = rest.popFirst(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return range.contains(value) ? value : nil
        }
        guard let year = number(digits: 4, in: 1600...9999), take("-"),
            let month = number(digits: 2, in: 1...12), take("-"),
            let day = number(digits: 2, in: 1...days(month, year)), take("T"),
            let hour = number(digits: 2, in: 0...23), take(":"),
            let minute = number(digits: 2, in: 0...59)
        else { return nil }
        var (second, millisecond) = (0, 0)
        if take(":") {
            guard let written = number(digits: 2, in: 0...59) else { return nil }
            second = written
            if take(".") {
                let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                // Finer than a millisecond nothing is kept, so nothing may be written.
                guard !digits.isEmpty, digits.dropFirst(3).allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
                for place in 0..<3 {
                    let digit = digits.dropFirst(place).first.map { Int($0 - UInt8(ascii: "0")) } ?? 0
                    millisecond = millisecond * 10 + digit
                }
                rest = rest.dropFirst(digits.count)
            }
        }
        var offset = 0
        if !take("Z") {
            let isAhead = take("+")
            guard isAhead || take("-"), let hours = number(digits: 2, in: 0...14), take(":"),
                let minutes = number(digits: 2, in: 0...59), hours * 60 + minutes <= 14 * 60
            else { return nil }
            offset = (isAhead ? 1 : -1) * (hours * 60 + minutes)
        }
        guard rest.isEmpty else { return nil }
        let minutes = (Self.dayNumber(year: year, month: month, day: day) * 24 + hour) * 60 + minute - offset
        milliseconds = Int64(minutes * 60 + second) * 1000 + Int64(millisecond)
        offsetMinutes = offset
    }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The number of days from 1970-01-01 in the Gregorian calendar.
    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let before = year - 1
        let leapDays = before / 4 - before / 100 + before / 400
        let inYear = (1..<month).reduce(0) { $0 + days(in: $1, of: year) } + day - 1
        return before * 365 + leapDays - 719_162 + inYear
    }
}
