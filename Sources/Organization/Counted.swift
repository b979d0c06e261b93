/// A number of things in English, `1 run` and `2 runs`; Chinese needs no such care.
///
/// - Parameters:
///   - number: How many.
///   - one: The word for one of them.
///   - many: The word for any other number; by default the same with an s.
///   - text: The number as it is to be shown, by default its digits.
public func counted(_ number: Int, _ one: String, _ many: String? = nil, as text: String? = nil) -> String {
    "\(text ?? String(number)) \(number == 1 ? one : many ?? one + "s")"
}
