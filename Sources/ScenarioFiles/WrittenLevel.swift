import Mobilization
import WrittenFiles

/// A response level as scenario files write it.
enum WrittenLevel: String, CaseIterable {
    case four = "IV"
    case three = "III"
    case two = "II"
    case one = "I"

    /// The level meant.
    var level: ResponseLevel {
        switch self {
        case .four: .iv
        case .three: .iii
        case .two: .ii
        case .one: .i
        }
    }
}
