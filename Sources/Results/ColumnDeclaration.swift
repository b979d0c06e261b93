import Words

/// The type of a column, under the name that Table Schema gives it.
public enum ColumnType: String, Codable, Sendable {
    /// Any text.
    case string
    /// A whole number of 64 bits.
    case integer
    /// A finite number or, where declared, `never`.
    case number
    /// `true` or `false`.
    case boolean
}

/// What is known of a column before any row exists: name, type, unit and meaning.
public struct ColumnDeclaration: Equatable, Sendable {
    /// The name in the header.
    public let name: String
    /// The type of every cell.
    public let type: ColumnType
    /// The unit's symbol, empty for a pure number or a text.
    public let unit: String
    /// What the column holds.
    public let meaning: LocalizedText
    /// Whether a number may be infinite, written `never`: a time that was not reached.
    public let mayBeNever: Bool
    /// Whether no cell may be empty.
    public let isRequired: Bool

    /// Declares a column.
    public init(
        _ name: String, _ type: ColumnType, unit: String = "", mayBeNever: Bool = false, isRequired: Bool = false,
        zh: String, en: String
    ) {
        precondition(!mayBeNever || type == .number, "only a number may be never")
        self.name = name
        self.type = type
        self.unit = unit
        self.mayBeNever = mayBeNever
        self.isRequired = isRequired
        meaning = LocalizedText(zh: zh, en: en)
    }
}
