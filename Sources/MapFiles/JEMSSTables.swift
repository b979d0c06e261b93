import Organization
import Results
import ScenarioFiles

/// The tables of a JEMSS file: a line with the table's name, a line with its columns, rows, and an empty line.
///
/// Spreadsheets fill lines up with commas, so a line of empty fields is an empty line and unnamed columns are passed over.
struct JEMSSTables {
    /// One table of a file.
    struct Table {
        let name: String
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
        var name: String?
        var isInTable = false
        var lastLine = 0
        do throws(ResultError) {
            while let row = try reader.next() {
                let isEmpty = row.fields.allSatisfy { $0.trimmed.isEmpty }
                if isEmpty || row.lines[0] > lastLine + 1 { (name, isInTable) = (nil, false) }
                lastLine = row.lines[row.lines.count - 1]
                if isEmpty { continue }
                if isInTable {
                    tables[tables.count - 1].rows.append(row)
                } else if let title = name {
                    tables.append(Table(name: title, columns: row.fields.map(\.trimmed), header: row))
                    isInTable = true
                } else {
                    name = row.fields[0].trimmed
                }
            }
        } catch {
            TableText.report(error, to: &faults, path: path)
            throw faults
        }
    }

    /// The tables that nobody reads: of other names, or a second one of the same.
    func others(than names: Set<String>) -> [Table] {
        var seen: Set<String> = []
        return tables.filter { !names.contains($0.name) || !seen.insert($0.name).inserted }
    }

    /// The table of a name.
    subscript(name: String) -> Table? { tables.first { $0.name == name } }
}
