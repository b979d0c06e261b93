import Organization
import Results
import ScenarioFiles

/// What every reader of CSV says of text that is no such table: broken quotes, another encoding, another separator.
enum TableText {
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
        let marks: [(mark: Character, zh: String, en: String)] = [
            (";", "分号", "semicolons"), ("\t", "制表符", "tabs"), ("，", "中文逗号", "Chinese commas"),
            ("|", "竖线", "vertical bars"),
        ]
        guard let found = marks.first(where: { header.fields[0].contains($0.mark) }) else { return nil }
        return .map(
            .syntax, "字段之间是\(found.zh)", "the fields are separated by \(found.en)",
            expected: .init(zh: "英文逗号", en: "commas"))
    }
}
