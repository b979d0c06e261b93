import Organization
import ScenarioFiles

/// What an id may be: text that two people who see it read the same.
///
/// `h` with a blank behind it, or with a character of no width in it, looks like `h` and is another place. So no reader of ids
/// takes such a text, and no writer writes it.
enum Identifier {
    /// What is wrong with a text as an id; nil if nothing is.
    ///
    /// - Complexity: O(length).
    static func problem(_ text: String) -> Fault.Problem? {
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return nil }
        if let scalar = text.unicodeScalars.first(where: isInvisible) {
            let code = "U+" + String(repeating: "0", count: max(4 - hexadecimal(scalar).count, 0)) + hexadecimal(scalar)
            return .map(
                .wrongType, "编号 \(quoted(text)) 中有看不见的字符 \(code)",
                "the id \(quoted(text)) holds the invisible character \(code)", expected: expectation)
        }
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            first.properties.isWhitespace || last.properties.isWhitespace
        else { return nil }
        return .map(
            .wrongType, "编号 \(quoted(text)) 的首尾有空白", "the id \(quoted(text)) has a blank at its end or beginning",
            expected: expectation)
    }

    private static let expectation = LocalizedText(
        zh: "首尾没有空白、没有控制字符的文字", en: "text without blanks around it or control characters")

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        String(scalar.value, radix: 16, uppercase: true)
    }
}
