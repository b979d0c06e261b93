import Words
import WrittenFiles

/// An instant at which a road closes or opens: a date, or a time since the start.
public enum ClosureTime: Sendable, Equatable {
    /// A date and time, in milliseconds since 1970 in Greenwich.
    case dated(Int64)
    /// A time since the start, in milliseconds.
    case elapsed(Int64)

    /// What is expected, with examples.
    static let expectation = LocalizedText(
        zh: "日期时间，如 2024-06-16T15:00+08:00，或距起点的时长，如 3.5 h",
        en: "a date and time such as 2024-06-16T15:00+08:00, or a time since the start such as 3.5 h")

    /// Reads a date and time with its offset, or a duration.
    public init(_ text: String) throws(Fault.Problem) {
        if let instant = DatedInstant(text) {
            self = .dated(instant.milliseconds)
        } else if let value = try? Dimension.duration.value(of: text, nil) {
            self = .elapsed(Int64(value.rounded()))
        } else {
            throw .map(
                .wrongType, "\(quoted(text)) 不是时刻", "\(quoted(text)) is no time",
                expected: DatedInstant.expectationOfFraction(in: text) ?? Self.expectation)
        }
    }

    /// Milliseconds on its own clock.
    public var milliseconds: Int64 {
        switch self {
        case .dated(let time), .elapsed(let time): time
        }
    }

    /// Whether two times are on the same clock.
    public func isComparable(to other: ClosureTime) -> Bool {
        switch (self, other) {
        case (.dated, .dated), (.elapsed, .elapsed): true
        case (.dated, .elapsed), (.elapsed, .dated): false
        }
    }
}
