import Results
import Words
import WrittenFiles

/// The tables of a JEMSS file: a line with the table's name, a line with its columns, rows, and an empty line.
///
/// Spreadsheets fill lines up with commas, so a line of empty fields is an empty line and unnamed columns are passed over.
struct JEMSSTables {
    /// One table of a file.
    struct Table {
        let name: String
        let title: CSVRow
        let columns: [String]
        let header: CSVRow
        var rows: [CSVRow] = []
    }

    /// The tables in the order of the file.
    private(set) var tables: [Table] = []

    /// Splits a file into tables.
    ///
    /// - Throws: What is no CSV, with line and column.
    /// - Complexity: O(bytes).
    init(_ bytes: [UInt8], path: String) throws(FaultList) {
        var faults = FaultList()
        var reader = TableText.reader(bytes, &faults, path: path)
        guard faults.isEmpty else { throw faults }
        var title: CSVRow?
        var isInTable = false
        var lastLine = 0
        do throws(ResultError) {
            while let row = try reader.next() {
                let isEmpty = row.fields.allSatisfy { $0.trimmed.isEmpty }
                if isEmpty || row.lines[0] > lastLine + 1 { (title, isInTable) = (nil, false) }
                lastLine = row.lines[row.lines.count - 1]
                if isEmpty { continue }
                if isInTable {
                    tables[tables.count - 1].rows.append(row)
                } else if let line = title {
                    tables.append(
                        Table(
                            name: line.fields[0].trimmed, title: line, columns: row.fields.map(\.trimmed), header: row))
                    isInTable = true
                } else {
                    title = row
                }
            }
        } catch {
            TableText.report(error, to: &faults, path: path)
            throw faults
        }
        for table in tables { Self.count(table, &faults, path) }
        guard faults.isEmpty else { throw faults }
    }

    /// Holds the number of rows that may stand behind the name of a table against the table.
    private static func count(_ table: Table, _ faults: inout FaultList, _ path: String) {
        guard table.title.fields.count > 1, let stated = NumberText.double(table.title.fields[1].trimmed),
            stated != Double(table.rows.count)
        else { return }
        let text = table.title.fields[1].trimmed
        faults.add(
            .map(
                .inconsistent, "表 \(visible(table.name)) 说有 \(visible(text)) 行，实有 \(table.rows.count) 行",
                "the table \(visible(table.name)) says it has \(visible(text)) rows and has \(counted(table.rows.count, "row"))",
                expected: .init(zh: "完整的表", en: "the whole table")), file: path, line: table.title.lines[1],
            column: table.title.columns[1])
    }

    /// The tables that nobody reads: of other names, or a second one of the same.
    func others(than names: Set<String>) -> [Table] {
        var seen: Set<String> = []
        return tables.filter { !names.contains($0.name) || !seen.insert($0.name).inserted }
    }

    /// The table of a name.
    subscript(name: String) -> Table? { tables.first { $0.name == name } }
}
