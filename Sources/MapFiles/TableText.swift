import Results
import Words
import WrittenFiles

/// What every reader of CSV says of text that is no such table: broken quotes, another encoding, another separator.
enum TableText {
    /// A reader of rows, past the line `sep=,` by which spreadsheets name the separator; of no rows after a fault: text of another
    /// encoding, or another separator.
    static func reader(_ bytes: [UInt8], _ faults: inout FaultList, path: String) -> CSVReader {
        if isUTF16(bytes) {
            report(.malformedTable(path: path, line: 1, column: 1, fault: .notUTF8), to: &faults, path: path)
            return CSVReader([], path: path)
        }
        var reader = CSVReader(bytes, path: path)
        var ahead = reader
        guard let first = try? ahead.next(), first.fields[0].hasPrefix("sep="), first.fields.count <= 2 else {
            return reader
        }
        if first.fields == ["sep=", ""] {
            reader = ahead
        } else if let problem = separator(named: String(first.fields[0].dropFirst(4))) {
            faults.add(problem, file: path, line: first.lines[0], column: first.columns[0])
            return CSVReader([], path: path)
        }
        return reader
    }

    /// Whether text looks like UTF-16, with a byte order mark or without: a comma or line end has NUL beside it.
    private static func isUTF16(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        let head = bytes.prefix(1000)
        return zip(head, head.dropFirst()).contains { ($0 == 0x2C || $0 == 0x0A) && $1 == 0 || $0 == 0 && $1 == 0x2C }
    }

    /// Adds what the reader of rows found wrong.
    static func report(_ error: ResultError, to faults: inout FaultList, path: String) {
        guard case .malformedTable(_, let line, let column, let fault) = error else { return }
        let text = fault.text
        let problem = Fault.Problem.map(
            fault == .notUTF8 ? .encoding : .syntax, "CSV 写得不对：\(text.zh)", text.en,
            expected: fault == .notUTF8
                ? .init(
                    zh: "UTF-8 编码的文字；在电子表格中请另存为“CSV UTF-8”", en: "UTF-8; a spreadsheet saves it as \"CSV UTF-8\"") : nil
        )
        faults.add(problem, file: path, line: line, column: column)
    }

    /// The next row; nil at the end, and after a fault, which is added to `faults`.
    static func next(_ reader: inout CSVReader, _ faults: inout FaultList, path: String) -> CSVRow? {
        do throws(ResultError) {
            return try reader.next()
        } catch {
            report(error, to: &faults, path: path)
            return nil
        }
    }

    /// What is wrong with a header of one field that other marks than commas cut into several; nil if none does.
    static func separator(of header: CSVRow) -> Fault.Problem? {
        guard header.fields.count == 1 else { return nil }
        return separator { header.fields[0].contains($0) }
    }

    /// What is wrong with a separator that is none of ours; nil of any other text.
    ///
    /// The fields themselves may well have commas between them.
    private static func separator(named text: String) -> Fault.Problem? {
        guard let found = marks.first(where: { text == String($0.mark) }) else { return nil }
        return .map(
            .syntax, "首行声明字段之间是\(found.zh)", "the first line says that the fields are separated by \(found.en)",
            expected: .init(
                zh: "以英文逗号分隔的字段，首行为 sep=, 或没有这一行", en: "commas between the fields, and sep=, or no such line"))
    }

    private static func separator(_ isMeant: (Character) -> Bool) -> Fault.Problem? {
        guard let found = marks.first(where: { isMeant($0.mark) }) else { return nil }
        return .map(
            .syntax, "字段之间是\(found.zh)", "the fields are separated by \(found.en)",
            expected: .init(zh: "英文逗号", en: "commas"))
    }

    private static let marks: [(mark: Character, zh: String, en: String)] = [
        (";", "分号", "semicolons"), ("\t", "制表符", "tabs"), ("，", "中文逗号", "Chinese commas"), ("|", "竖线", "vertical bars"),
    ]
}
