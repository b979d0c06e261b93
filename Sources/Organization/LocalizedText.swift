/// A text in the two languages the program speaks.
///
/// Names and labels in scenario files are either one text for both languages or one for each.
public struct LocalizedText: Sendable, Equatable {
    /// The Chinese text.
    public let zh: String

    /// The English text.
    public let en: String

    /// Creates a text from its two languages.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// Creates a text that reads the same in both languages, such as a proper name.
    public init(_ same: String) {
        zh = same
        en = same
    }
}
