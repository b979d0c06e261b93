/// The response level a command orders, 应急响应等级, from none up to I.
///
/// It is a decision with a delay, and separate from the color of the forecaster's warning.
public enum ResponseLevel: UInt8, Sendable, CaseIterable, Comparable, BitwiseCopyable {
    /// No response: everyday organization, 平时.
    case none = 0

    /// Level IV, the lowest.
    case iv = 1

    /// Level III.
    case iii = 2

    /// Level II.
    case ii = 3

    /// Level I, the highest.
    case i = 4

    /// The levels a command can order, lowest first.
    public static let ordered: [ResponseLevel] = [.iv, .iii, .ii, .i]

    /// The Roman numeral users write.
    public var name: String {
        switch self {
        case .none: "none"
        case .iv: "IV"
        case .iii: "III"
        case .ii: "II"
        case .i: "I"
        }
    }

    /// Orders levels by severity: IV comes before I.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
