/// A table under construction: typed rows go in, CSV bytes come out.
///
/// Rows are encoded as they are appended, so a table takes only the bytes of its file; one of millions of rows is better written row by
/// row by `ResultFolderWriter`. The format is RFC 4180 with line feeds, UTF-8, no byte order mark; the bytes depend on the cells alone.
public struct Table: Sendable {
    /// The word for an infinite time.
    public static let never = "never"

    /// The table's name and columns.
    public let declaration: TableDeclaration
    /// The number of rows appended so far, the header not counted.
    public private(set) var rowCount = 0
    /// The file's content so far.
    public private(set) var bytes: [UInt8] = []

    /// Creates a table that consists of its header.
    public init(_ declaration: TableDeclaration) {
        self.declaration = declaration
        for (index, column) in declaration.columns.enumerated() { appendField(column.name, at: index) }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Appends a row; its cells must match the declared columns in number and type.
    public mutating func append(_ cells: [Cell]) {
        precondition(cells.count == declaration.columns.count, "a row has one cell per column")
        for index in cells.indices {
            appendField(text(of: cells[index], in: declaration.columns[index]), at: index)
        }
        bytes.append(UInt8(ascii: "\n"))
        rowCount += 1
    }

    /// Hands over the content so far and forgets it; what is appended later follows it.
    mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    private func text(of cell: Cell, in column: ColumnDeclaration) -> String {
        switch (cell, column.type) {
        case (.missing, _):
            precondition(!column.isRequired, "the column \(column.name) takes no empty cells")
            return ""
        case (.string(let text), .string): return text
        case (.integer(let value), .integer): return "\(value)"
        case (.boolean(let value), .boolean): return value ? "true" : "false"
        case (.number(let value), .number):
            guard value == .infinity else { return NumberFormat.shortest(value) }
            precondition(column.mayBeNever, "the column \(column.name) does not declare never")
            return Self.never
        default: preconditionFailure("the column \(column.name) takes cells of type \(column.type) only")
        }
    }

    private mutating func appendField(_ text: String, at index: Int) {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        let quote = UInt8(ascii: "\"")
        // An empty field that is alone in its row would read as an empty line.
        let isAlone = declaration.columns.count == 1 && text.isEmpty
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        // Compared one by one: a set of the four would be made anew for every field.
        let isSpecial = bytes[start...].contains {
            $0 == quote || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
        }
        guard isAlone || isSpecial else { return }
        bytes.removeSubrange(start...)
        bytes.append(quote)
        for byte in text.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
