import Results
import RoadNetwork
import Words
import WrittenFiles

/// Travel times somebody else has worked out, as `table` writes them: a first row of target ids, then a row a source with its id
/// first; seconds, empty where there is no way.
public struct TimeMatrix: Sendable, Equatable {
    /// The ids of the rows.
    public let sources: [String]

    /// The ids of the columns.
    public let targets: [String]

    /// The times.
    public let times: TravelTimeTable

    /// Its rows as facilities or its columns as demand, each weighing one; `path` is the file.
    public func places(for use: PlaceUse, path: String) -> Noted<[ListedPlace]> {
        let ids = use == .demand ? targets : sources
        return Noted(ids.map { ListedPlace(id: $0, place: nil) }, ReadingNotes(path))
    }

    /// The longest time in seconds, as `table` writes it.
    static let longest = Double(TravelTimeTable.longest) / 1000

    /// Reads a matrix.
    ///
    /// - Throws: All faults, with line and column.
    /// - Complexity: O(bytes).
    static func read(_ bytes: [UInt8], path: String) throws(FaultList) -> TimeMatrix {
        var faults = FaultList()
        var reader = TableText.reader(bytes, &faults, path: path)
        func report(_ problem: @autoclosure () -> Fault.Problem, _ row: CSVRow, _ field: Int) {
            faults.add(problem(), file: path, line: row.lines[field], column: row.columns[field])
        }
        func takeID(_ row: CSVRow, _ field: Int, _ ids: inout Set<String>) {
            let id = row.fields[field]
            if id.isEmpty {
                report(.map(.missingKey, "编号是空的", "the id is empty"), row, field)
            } else if !ids.insert(id).inserted {
                report(.map(.duplicateKey, "编号 \(quoted(id)) 出现了两次", "the id \(quoted(id)) stands twice"), row, field)
            } else if let problem = Identifier.problem(id) {
                report(problem, row, field)
            }
        }
        let expected = LocalizedText(zh: "空的首格，其后是终点编号", en: "an empty field, then the ids of the targets")
        guard let header = TableText.next(&reader, &faults, path: path) else {
            if faults.isEmpty {
                faults = FaultList(
                    .map(.syntax, "没有表头", "there is no header row", expected: expected), file: path)
            }
            throw faults
        }
        guard header.fields.count > 1 else {
            report(
                TableText.separator(of: header)
                    ?? .map(.syntax, "只有一列，没有终点", "there is one column only, and no target", expected: expected),
                header, 0)
            throw faults
        }
        let corner = header.fields[0].trimmed
        if !corner.isEmpty {
            report(
                .map(
                    .syntax, "首格不是空的，而是 \(quoted(corner))", "the first field is not empty but \(quoted(corner))",
                    expected: expected), header, 0)
        }
        var targets: Set<String> = []
        for field in 1..<header.fields.count { takeID(header, field, &targets) }
        var sources: Set<String> = []
        var rows: [String] = []
        var milliseconds: [UInt32] = []
        while !faults.isFull, let row = TableText.next(&reader, &faults, path: path) {
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
                                zh: "0 到 \(Int(longest)) 秒，或留空表示不可达",
                                en: "0 to \(Int(longest)) seconds, or nothing where there is no way")),
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
