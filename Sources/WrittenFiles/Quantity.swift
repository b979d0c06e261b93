import Words

/// The kinds of quantities that are written with a unit, such as `"15 min"` or `"16 km/h"`.
public enum Dimension: Sendable, CaseIterable {
    /// A length of time, in milliseconds.
    case duration
    /// A length, in meters.
    case distance
    /// A speed, in kilometers per hour.
    case speed
    /// An area, in square kilometers.
    case area
    /// How often something happens, per hour.
    case rate

    /// A unit: the value in the dimension's own unit is the written number × `numerator` ÷ `denominator`.
    struct Unit {
        let name: String
        let numerator: Double
        let denominator: Double

        init(_ name: String, _ numerator: Double, over denominator: Double = 1) {
            self.name = name
            self.numerator = numerator
            self.denominator = denominator
        }
    }

    /// The units in which the dimension may be written.
    var units: [Unit] {
        switch self {
        case .duration: Self.durations
        case .distance: Self.distances
        case .speed: Self.speeds
        case .area: Self.areas
        case .rate: Self.rates
        }
    }

    private static let durations = [
        Unit("min", 60_000), Unit("h", 3_600_000), Unit("s", 1000), Unit("d", 86_400_000), Unit("ms", 1),
        Unit("week", 604_800_000), Unit("weeks", 604_800_000),
    ]
    private static let distances = [Unit("m", 1), Unit("km", 1000), Unit("cm", 1, over: 100)]
    private static let speeds = [Unit("km/h", 1), Unit("m/s", 36, over: 10)]
    private static let areas = [Unit("km2", 1), Unit("km²", 1), Unit("ha", 1, over: 100), Unit("m2", 1, over: 1e6)]
    private static let rates = [Unit("/h", 1), Unit("/min", 60), Unit("/d", 1, over: 24), Unit("/s", 3600)]

    /// The name of the unit in which values are handed on.
    public var unit: String {
        switch self {
        case .duration: "ms"
        case .distance: "m"
        case .speed: "km/h"
        case .area: "km2"
        case .rate: "/h"
        }
    }

    /// The largest value that can be meant, in the dimension's own unit; a century for durations.
    ///
    /// It also keeps every duration far inside the whole milliseconds that the simulation counts in.
    var most: Double {
        switch self {
        case .duration: 36_525 * 86_400_000
        case .distance: 1e8
        case .speed: 1e4
        case .area: 1e9
        case .rate: 1e9
        }
    }

    /// The same, as one would write it.
    private var mostText: LocalizedText {
        let most = (most / (self == .duration ? 86_400_000 : 1)).shortText + " " + (self == .duration ? "d" : unit)
        return .init(zh: "至多 \"\(most)\"", en: "at most \"\(most)\"")
    }

    /// A quantity as one would write it.
    var example: String {
        switch self {
        case .duration: "15 min"
        case .distance: "1.2 km"
        case .speed: "16 km/h"
        case .area: "570.9 km2"
        case .rate: "12 /h"
        }
    }

    /// What is expected, with an example.
    var expectation: LocalizedText {
        let noun: LocalizedText =
            switch self {
            case .duration: .init(zh: "时长", en: "a duration")
            case .distance: .init(zh: "长度", en: "a length")
            case .speed: .init(zh: "速度", en: "a speed")
            case .area: .init(zh: "面积", en: "an area")
            case .rate: .init(zh: "频率", en: "a rate")
            }
        let names = LocalizedText.list(units.map(\.name))
        return .init(
            zh: "\(noun.zh)，如 \"\(example)\"（\(names.zh)）", en: "\(noun.en) such as \"\(example)\" (\(names.en))")
    }

    /// The value of a quantity written as number, at most one space, and unit, in the dimension's own unit.
    ///
    /// - Complexity: O(length of the text).
    ///
    /// - Parameter expected: What is expected, by default any quantity of the dimension; its text is made only if this is none.
    public func value(
        of text: String, _ expected: @autoclosure () -> LocalizedText? = nil
    ) throws(Fault.Problem) -> Double {
        var expectation: LocalizedText { expected() ?? self.expectation }
        guard text.unicodeScalars.count <= Self.longestText else { throw .tooLongText(text, limit: Self.longestText) }
        guard let (number, rest) = Self.split(text) else { throw .notAQuantity(text, expectation) }
        guard number.exponentDigits <= 2 else { throw .extremeExponent(text, expectation) }
        guard let unit = units.first(where: { $0.name.utf8.elementsEqual(rest) }) else {
            if DatedInstant.isMoment(text) { throw .momentForQuantity(text, expectation) }
            let unit = String(Substring(rest))
            throw .wrongUnit(unit, of: text, expectation, nearest: unitMeant(by: unit))
        }
        let value = number.value(times: unit.numerator, over: unit.denominator)
        // Not even minus zero, which would be a riddle.
        guard !number.isNegative else { throw .negative(text, expectation) }
        guard value <= most else { throw .tooLargeQuantity(text, mostText) }
        return value
    }

    /// What quantities look like, as a regular expression for a schema.
    var pattern: String {
        #"(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]{1,2})? ?("# + units.map(\.name).joined(separator: "|") + ")"
    }

    /// The most characters a quantity or a date may have.
    static let longestText = 64

    /// The number at the start of `text` and what follows it and one space.
    static func split(_ text: String) -> (number: WrittenNumber, rest: Substring.UTF8View)? {
        let characters = Substring(text).utf8
        guard let number = WrittenNumber(prefixOf: characters) else { return nil }
        var rest = characters.dropFirst(number.length)
        if rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
        return (number, rest)
    }
}

/// Shares of a whole, written `"30%"`, `"30 %"` or as a number from 0 to 1.
enum Share {
    static let expectation = LocalizedText(zh: "比例，\"30%\" 或 0 到 1 的数", en: "a share, \"30%\" or a number from 0 to 1")

    static func value(of text: String) throws(Fault.Problem) -> Double {
        let most = Dimension.longestText
        guard text.unicodeScalars.count <= most else { throw .tooLongText(text, limit: most) }
        guard let (number, rest) = Dimension.split(text) else { throw .notAQuantity(text, expectation) }
        guard rest.elementsEqual("%".utf8) else {
            throw .wrongUnit(String(Substring(rest)), of: text, expectation, nearest: nil)
        }
        guard number.exponentDigits == 0 else { throw .exponentInShare(text, expectation) }
        guard !number.isNegative else { throw .outOfRange(quoted(text), expectation) }
        return try checked(number.value(over: 100), quoted(text))
    }

    /// What percentages look like, as a regular expression for a schema.
    static let pattern = #"(100(\.0+)?|[1-9]?[0-9](\.[0-9]+)?) ?%"#

    /// The share, which stands in the file as `written`, if it is one.
    static func checked(_ share: Double, _ written: @autoclosure () -> String) throws(Fault.Problem) -> Double {
        guard share >= 0, share <= 1 else { throw .outOfRange(written(), expectation) }
        return share
    }
}
