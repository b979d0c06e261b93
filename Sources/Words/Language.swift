/// A language users read.
public enum Language: String, Sendable, CaseIterable {
    /// Chinese.
    case zh
    /// English.
    case en
}

extension LocalizedText {
    /// The text in `language`.
    public func text(in language: Language) -> String { language == .zh ? zh : en }
}
