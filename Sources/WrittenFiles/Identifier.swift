import Words

/// What an id may be: text that two people who see it read the same.
///
/// `h` with a blank behind it, or with a character of no width in it, looks like `h` and is another place. So no reader of ids
/// takes such a text, and no writer writes it. The names a scenario gives to its things are ids too.
public enum Identifier {
    /// What is wrong with a text as an id; nil if nothing is.
    ///
    /// - Complexity: O(length).
    public static func problem(_ text: String) -> Fault.Problem? {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
            return Fault.Problem(.wrongType, .init(zh: "名称是空的", en: "the name is empty"), expected: expectation)
        }
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return nil }
        if let scalar = text.unicodeScalars.first(where: \.isInvisible) {
            return Fault.Problem(
                .wrongType,
                .init(
                    zh: "编号 \(quoted(text)) 中有看不见的字符 \(code(scalar))",
                    en: "the id \(quoted(text)) holds the invisible character \(code(scalar))"), expected: expectation)
        }
        if first.properties.isWhitespace || last.properties.isWhitespace {
            return Fault.Problem(
                .wrongType,
                .init(
                    zh: "编号 \(quoted(text)) 的首尾有空白", en: "the id \(quoted(text)) has a blank at its end or beginning"),
                expected: expectation)
        }
        guard let blank = text.unicodeScalars.first(where: \.isOddBlank) else { return nil }
        return Fault.Problem(
            .wrongType,
            .init(
                zh: "编号 \(quoted(text)) 中有不是空格的空白 \(code(blank))",
                en: "the id \(quoted(text)) holds the blank \(code(blank)), which looks like a space"),
            expected: expectation)
    }

    private static let expectation = LocalizedText(
        zh: "首尾没有空白、只用普通空格、没有看不见的字符的文字",
        en: "text without blanks around it, blanks other than spaces or invisible characters")

    /// A character as `U+200B`.
    private static func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    }
}
