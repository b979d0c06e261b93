/// The digits of a number as people read them: from 1,000 on in groups of three, in both languages.
///
/// Every number that people read is written by this or by what uses it; files for programs have plain digits.
public func grouped(_ number: Int) -> String { grouped(digits: "\(number)") }

/// A decimal number whose whole part is grouped in the same way; its sign and what follows the point stay.
public func grouped(digits text: String) -> String {
    let start = text.firstIndex { $0.isWholeNumber } ?? text.startIndex
    let end = text[start...].firstIndex { !$0.isWholeNumber } ?? text.endIndex
    let count = text.distance(from: start, to: end)
    let whole = text[start..<end].enumerated().reduce(into: "") { whole, digit in
        if digit.offset > 0, (count - digit.offset) % 3 == 0 { whole.append(",") }
        whole.append(digit.element)
    }
    return text[..<start] + whole + text[end...]
}

/// A number of things in English, `1 run` and `2 runs`; Chinese needs no such care.
///
/// - Parameters:
///   - number: How many.
///   - one: The word for one of them.
///   - many: The word for any other number; by default the same with an s.
///   - text: The number as it is to be shown, by default its digits, grouped.
public func counted(_ number: Int, _ one: String, _ many: String? = nil, as text: String? = nil) -> String {
    "\(text ?? grouped(number)) \(number == 1 ? one : many ?? one + "s")"
}
