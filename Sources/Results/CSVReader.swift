/// One row of a CSV file as text.
public struct CSVRow: Equatable, Sendable {
    /// The fields in order, quotes removed.
    public var fields: [String] = []
    /// The column of the line in which each field begins, counted in characters from 1.
    public var columns: [Int] = []
    /// The line in which each field begins, counted from 1; a quoted field may span lines.
    public var lines: [Int] = []
}

/// A reader of CSV files as RFC 4180 defines them, row by row, with the place of every fault.
///
/// Lines end in a line feed, with or without a carriage return; a byte order mark, which spreadsheets like to write, is
/// skipped, and so are empty lines. It reads the bytes once, front to back, whatever they are.
public struct CSVReader: Sendable {
    private let path: String
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var column = 1

    /// Creates a reader of `bytes`; `path` is named in errors.
    public init(_ bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// The next row, `nil` at the end.
    ///
    /// - Throws: `ResultError.malformedTable` with line and column.
    /// - Complexity: O(length of the row).
    public mutating func next() throws(ResultError) -> CSVRow? {
        while try skipLineEnd() {}
        guard position < bytes.count else { return nil }
        var row = CSVRow()
        while true {
            row.lines.append(line)
            row.columns.append(column)
            row.fields.append(try field())
            if position < bytes.count, bytes[position] == UInt8(ascii: ",") {
                advance()
                continue
            }
            _ = try skipLineEnd()
            return row
        }
    }

    /// Reads one field and leaves the position at the comma, the line end or the end of the file.
    private mutating func field() throws(ResultError) -> String {
        let quote = UInt8(ascii: "\"")
        guard position < bytes.count, bytes[position] == quote else { return try unquotedField() }
        let start = (line, column)
        advance()
        var content: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            advance()
            guard byte == quote else {
                content.append(byte)
                continue
            }
            guard position < bytes.count else { return try text(content[...], from: start) }
            switch bytes[position] {
            case quote:
                content.append(quote)
                advance()
            case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return try text(content[...], from: start)
            default: throw fault(.textAfterQuote, at: (line, column))
            }
        }
        throw fault(.unterminatedQuote, at: start)
    }

    private mutating func unquotedField() throws(ResultError) -> String {
        let start = (line, column)
        let first = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                return try text(bytes[first..<position], from: start)
            case UInt8(ascii: "\""): throw fault(.strayQuote, at: (line, column))
            default: advance()
            }
        }
        return try text(bytes[first..<position], from: start)
    }

    private mutating func skipLineEnd() throws(ResultError) -> Bool {
        guard position < bytes.count else { return false }
        if bytes[position] == UInt8(ascii: "\r") {
            guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\n") else {
                throw fault(.strayCarriageReturn, at: (line, column))
            }
            advance()
        }
        guard bytes[position] == UInt8(ascii: "\n") else { return false }
        advance()
        return true
    }

    private mutating func advance() {
        let byte = bytes[position]
        position += 1
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else if position == bytes.count || bytes[position] & 0xC0 != 0x80 {
            // Bytes that continue a character do not count.
            column += 1
        }
    }

    private func text(_ content: ArraySlice<UInt8>, from start: (Int, Int)) throws(ResultError) -> String {
        guard let text = String(validating: content, as: UTF8.self) else { throw fault(.notUTF8, at: start) }
        return text
    }

    private func fault(_ fault: TableFault, at place: (line: Int, column: Int)) -> ResultError {
        .malformedTable(path: path, line: place.line, column: place.column, fault: fault)
    }
}
