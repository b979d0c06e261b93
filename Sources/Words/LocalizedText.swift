/// A name or label in Chinese and in English.
///
/// Users read both; nothing in the model depends on either.
public struct LocalizedText: Sendable, Equatable, Codable {
    /// The Chinese text.
    public let zh: String

    /// The English text.
    public let en: String

    /// Creates a text from its two versions.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// Creates a text that reads the same in both languages.
    public init(_ same: String) { self.init(zh: same, en: same) }

    /// Names one after the other, as each language separates them.
    public static func list(_ names: [String]) -> LocalizedText {
        LocalizedText(zh: names.joined(separator: "、"), en: names.joined(separator: ", "))
    }
}
