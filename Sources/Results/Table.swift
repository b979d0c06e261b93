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

    /// The columns' types by themselves: to copy a whole declaration for every cell would take longer than to write the cell.
    private let types: [ColumnType]

    /// Creates a table that consists of its header.
    public init(_ declaration: TableDeclaration) {
        self.declaration = declaration
        types = declaration.columns.map(\.type)
        for (index, column) in declaration.columns.enumerated() {
            separate(index)
            append(text: column.name)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Appends a row; its cells must match the declared columns in number and type.
    ///
    /// - Complexity: O(bytes of the row): some tens of nanoseconds a cell, as the tables of a large run have millions.
    public mutating func append(_ cells: [Cell]) {
        precondition(cells.count == types.count, "a row has one cell per column")
        for index in cells.indices {
            separate(index)
            append(cells[index], in: index)
        }
        bytes.append(UInt8(ascii: "\n"))
        rowCount += 1
    }

    /// Hands over the content so far and forgets it; what is appended later follows it.
    mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    private mutating func separate(_ index: Int) {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func append(_ cell: Cell, in column: Int) {
        switch (cell, types[column]) {
        case (.missing, _):
            precondition(!declaration.columns[column].isRequired, "the column takes no empty cells")
            append(text: "")
        case (.string(let text), .string): append(text: text)
        case (.integer(let value), .integer): NumberFormat.append(value, to: &bytes)
        case (.boolean(let value), .boolean): bytes += (value ? "true" : "false").utf8
        case (.number(let value), .number):
            guard value == .infinity else { return NumberFormat.append(value, to: &bytes) }
            precondition(declaration.columns[column].mayBeNever, "the column does not declare never")
            bytes += Self.never.utf8
        default:
            preconditionFailure(
                "the column \(declaration.columns[column].name) takes cells of type \(types[column]) only")
        }
    }

    private mutating func append(text: String) {
        let quote = UInt8(ascii: "\"")
        // An empty field that is alone in its row would read as an empty line.
        let isAlone = types.count == 1 && text.isEmpty
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
