/// A reader of a declared table: rows of typed cells, each checked against its column.
///
/// Columns are found by name, in any order, and columns that are not declared are passed over, so that a table to which a
/// later program added columns can still be read.
public struct TableReader: Sendable {
    private let declaration: TableDeclaration
    private let path: String
    private let positions: [Int]
    private let width: Int
    private var rows: CSVReader

    /// Reads the header of `bytes` and finds the declared columns in it; `path` is named in errors.
    public init(_ declaration: TableDeclaration, bytes: [UInt8], path: String) throws(ResultError) {
        self.declaration = declaration
        self.path = path
        rows = CSVReader(bytes, path: path)
        guard let header = try rows.next() else {
            throw .malformedTable(path: path, line: 1, column: 1, fault: .noHeader)
        }
        width = header.fields.count
        var positions: [Int] = []
        for column in declaration.columns {
            guard let position = header.fields.firstIndex(of: column.name) else {
                throw .malformedTable(path: path, line: header.lines[0], column: 1, fault: .missingColumn(column.name))
            }
            if let last = header.fields.lastIndex(of: column.name), last != position {
                throw .malformedTable(
                    path: path, line: header.lines[last], column: header.columns[last],
                    fault: .repeatedColumn(column.name))
            }
            positions.append(position)
        }
        self.positions = positions
    }

    /// The next row's cells in the order of the declaration, `nil` at the end.
    ///
    /// - Throws: `ResultError.malformedTable` with line and column.
    public mutating func next() throws(ResultError) -> [Cell]? {
        guard let row = try rows.next() else { return nil }
        guard row.fields.count == width else {
            throw .malformedTable(
                path: path, line: row.lines[0], column: 1,
                fault: .fieldCount(expected: width, found: row.fields.count))
        }
        var cells: [Cell] = []
        cells.reserveCapacity(positions.count)
        for (column, position) in zip(declaration.columns, positions) {
            let text = row.fields[position]
            guard let cell = Self.cell(text, in: column) else {
                throw .malformedTable(
                    path: path, line: row.lines[position], column: row.columns[position],
                    fault: text.isEmpty
                        ? .emptyField(column.name) : .wrongType(expected: column.type, found: text))
            }
            cells.append(cell)
        }
        return cells
    }

    private static func cell(_ text: String, in column: ColumnDeclaration) -> Cell? {
        if text.isEmpty && column.isRequired { return nil }
        if text.isEmpty && column.type != .string { return .missing }
        switch column.type {
        case .string: return .string(text)
        case .integer: return Int64(text).map { .integer($0) }
        case .boolean: return Bool(text).map { .boolean($0) }
        case .number:
            if column.mayBeNever && text == Table.never { return .number(.infinity) }
            // Swift would also read "inf", "nan" and hexadecimal numbers.
            let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
            guard isPlain, let value = Double(text), value.isFinite else { return nil }
            return .number(value)
        }
    }
}
