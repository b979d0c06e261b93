import Words

/// What is known of a table before any row exists: name, title and columns.
///
/// Every table is declared once; the CSV header, the reader's checks and the Data Package descriptor all follow from it.
public struct TableDeclaration: Equatable, Sendable {
    /// The name without extension, in lower case.
    public let name: String
    /// What the table shows.
    public let title: LocalizedText
    /// The columns in order.
    public let columns: [ColumnDeclaration]

    /// Declares a table, whose columns must have different names.
    public init(name: String, title: LocalizedText, columns: [ColumnDeclaration]) {
        precondition(!columns.isEmpty, "a table has at least one column")
        precondition(Set(columns.map(\.name)).count == columns.count, "columns have different names")
        self.name = name
        self.title = title
        self.columns = columns
    }

    /// The file in a result folder.
    public var file: String { "\(name).csv" }
}
