import Organization
import Results
import RoadNetwork
import ScenarioFiles

/// Travel times somebody else has worked out, as `table` writes them: a first row of target ids, then a row a source with its id
/// first; seconds, empty where there is no way.
public struct TimeMatrix: Sendable, Equatable {
    /// The ids of the rows.
    public let sources: [String]

    /// The ids of the columns.
    public let targets: [String]

    /// The times.
    public let times: TravelTimeTable

    /// The longest time in seconds, some five weeks.
    static let longest = 3_000_000.0

    /// Reads a matrix.
    ///
    /// - Throws: All faults, with line and column.
    /// - Complexity: O(bytes).
    static func read(_ bytes: [UInt8], path: String) throws(FaultList) -> TimeMatrix {
        var reader = CSVReader(bytes, path: path)
        var faults = FaultList()
        func next() -> CSVRow? {
            do throws(ResultError) {
                return try reader.next()
            } catch {
                guard case .malformedTable(_, let line, let column, let fault) = error else { return nil }
                faults.add(
                    .map(.syntax, "CSV 写得不对：\(fault)", "\(fault)"), file: path, line: line, column: column)
                return nil
            }
        }
        func report(_ problem: Fault.Problem, _ row: CSVRow, _ field: Int) {
            faults.add(problem, file: path, line: row.lines[field], column: row.columns[field])
        }
        func takeID(_ row: CSVRow, _ field: Int, _ ids: inout Set<String>) {
            let id = row.fields[field]
            if id.isEmpty {
                report(.map(.missingKey, "编号是空的", "the id is empty"), row, field)
            } else if !ids.insert(id).inserted {
                report(.map(.duplicateKey, "编号 \(quoted(id)) 出现了两次", "the id \(quoted(id)) stands twice"), row, field)
            }
        }
        guard let header = next(), header.fields.count > 1 else {
            if faults.isEmpty {
                faults = FaultList(
                    .map(
                        .syntax, "没有表头", "there is no header row",
                        expected: .init(zh: "首格为空，其后是终点编号", en: "an empty field, then the ids of the targets")),
                    file: path)
            }
            throw faults
        }
        var targets: Set<String> = []
        for field in 1..<header.fields.count { takeID(header, field, &targets) }
        var sources: Set<String> = []
        var rows: [String] = []
        var milliseconds: [UInt32] = []
        while !faults.isFull, let row = next() {
            guard row.fields.count == header.fields.count else {
                report(
                    .map(
                        .syntax, "本行有\(row.fields.count)个字段", "the row has \(counted(row.fields.count, "field"))",
                        expected: LocalizedText("\(header.fields.count)")), row, 0)
                continue
            }
            takeID(row, 0, &sources)
            rows.append(row.fields[0])
            for field in 1..<row.fields.count {
                let text = row.fields[field].trimmed
                if text.isEmpty {
                    milliseconds.append(TravelTimeTable.unreachable)
                } else if let seconds = NumberText.double(text), (0...longest).contains(seconds) {
                    milliseconds.append(UInt32((seconds * 1000).rounded()))
                } else {
                    report(
                        .map(
                            .outOfRange, "\(quoted(text)) 不是行程时间", "\(quoted(text)) is no travel time",
                            expected: .init(
                                zh: "0 到 3000000 秒，或留空表示不可达",
                                en: "0 to 3000000 seconds, or nothing where there is no way")),
                        row, field)
                }
            }
        }
        guard faults.isEmpty else { throw faults }
        return TimeMatrix(
            sources: rows, targets: Array(header.fields.dropFirst()),
            times: TravelTimeTable(rows: rows.count, columns: header.fields.count - 1, milliseconds: milliseconds))
    }
}
