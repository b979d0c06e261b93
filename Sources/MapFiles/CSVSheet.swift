import Results
import Words
import WrittenFiles

/// A CSV file with a header, read by the names of its columns, with the place of every fault.
///
/// Columns nobody asked for are passed over and named in `dropped`, unless they are meant for one that the file lacks.
struct CSVSheet {
    /// One row: its fields by column, and where they stand.
    struct Row {
        fileprivate let row: CSVRow
        fileprivate let positions: [String: Int]

        /// The text of a column, nil if it is empty or there is no such column.
        func text(_ column: String) -> String? {
            guard let position = positions[column] else { return nil }
            let text = row.fields[position]
            return text.isEmpty ? nil : text
        }

        /// Where a column's field begins, or the row.
        func place(_ column: String?) -> (line: Int, column: Int) {
            let position = column.flatMap { positions[$0] } ?? 0
            return (row.lines[position], row.columns[position])
        }
    }

    private let path: String
    private var reader: CSVReader
    private var positions: [String: Int] = [:]
    private var unknown: [(name: String, place: (line: Int, column: Int))] = []
    private var width = 0
    private var hasHeader = true

    /// Everything wrong so far.
    private(set) var faults = FaultList()

    /// The columns nobody asked for, once `require` has looked at them.
    private(set) var dropped = Dropped()

    /// Reads the header.
    ///
    /// - Complexity: O(length of the header).
    init(_ bytes: [UInt8], path: String, columns: [String]) {
        self.path = path
        reader = TableText.reader(bytes, &faults, path: path)
        guard let header = TableText.next(&reader, &faults, path: path) else {
            if faults.isEmpty {
                faults.add(
                    .map(
                        .syntax, "没有表头", "there is no header row",
                        expected: LocalizedText(columns.joined(separator: ","))), file: path, line: 1, column: 1)
            }
            return
        }
        if let problem = TableText.separator(of: header) {
            report(problem, at: (header.lines[0], header.columns[0]))
            return
        }
        width = header.fields.count
        let known = Set(columns)
        for (index, field) in header.fields.enumerated() {
            let name = field.trimmed
            let place = (header.lines[index], header.columns[index])
            if !known.contains(name) {
                unknown.append((name.isEmpty ? "#\(index + 1)" : name, place))
            } else if positions.updateValue(index, forKey: name) != nil {
                report(
                    .map(.duplicateKey, "列 \(quoted(name)) 出现了两次", "the column \(quoted(name)) stands twice"), at: place
                )
            }
        }
    }

    /// Whether the file has a column.
    func has(_ column: String) -> Bool { positions[column] != nil }

    /// Whether the file has a column under another name.
    func means(_ column: String) -> Bool { unknown.contains { MeantName.of($0.name, among: [column]) != nil } }

    /// Reports columns that must be there and are not, and columns that are meant for one that is not there.
    ///
    /// - Parameters:
    ///   - wanted: Columns that may be left out, and would be missed if they stood under another name.
    ///   - instead: What is expected where a column is missing that others may stand for.
    /// - Complexity: O(length of the header).
    mutating func require(_ required: [String], wanted: [String] = [], instead: [String: LocalizedText] = [:]) {
        defer { hasHeader = faults.isEmpty }
        guard faults.isEmpty else { return }
        let match = MeantName.columns(
            unknown.map(\.name), missing: required.filter { !has($0) }, wanted: wanted.filter { !has($0) })
        for ((name, place), meant) in zip(unknown, match.meant) {
            guard let meant else {
                dropped.add(.column, named: name)
                continue
            }
            report(
                .map(.unknownKey, "不认识列 \(quoted(name))", "there is no column \(quoted(name))", nearest: meant),
                at: place)
        }
        for column in match.missing {
            report(
                .map(
                    .missingKey, "缺少列 \(quoted(column))", "the column \(quoted(column)) is missing",
                    expected: instead[column]), at: (1, 1))
        }
    }

    /// Notes that columns the file has are not read.
    mutating func leave(_ columns: [String]) {
        for column in columns where has(column) { dropped.add(.column, named: column) }
    }

    /// The next row of the right width; nil at the end, and at once under a faulty header, which would make every row
    /// look wrong.
    ///
    /// - Complexity: O(length of the row).
    mutating func next() -> Row? {
        let width = width
        while hasHeader, let row = TableText.next(&reader, &faults, path: path) {
            if row.fields.count == width { return Row(row: row, positions: positions) }
            report(
                .map(
                    .syntax, "本行有\(row.fields.count)个字段", "the row has \(counted(row.fields.count, "field"))",
                    expected: LocalizedText("\(width)")), at: (row.lines[0], row.columns[0]))
            if faults.isFull { return nil }
        }
        return nil
    }

    // MARK: Values

    /// Reports a problem of a row.
    mutating func report(_ problem: @autoclosure () -> Fault.Problem, _ row: Row, _ column: String? = nil) {
        report(problem(), at: row.place(column))
    }

    private mutating func report(_ problem: @autoclosure () -> Fault.Problem, at place: (line: Int, column: Int)) {
        faults.add(problem(), file: path, line: place.line, column: place.column)
    }

    /// The text of a column that must be filled.
    mutating func filled(_ column: String, _ row: Row) -> String? {
        if let text = row.text(column) { return text }
        report(.map(.missingKey, "列 \(column) 是空的", "the column \(column) is empty"), row, column)
        return nil
    }

    /// The id in a column that must be filled, by what `Identifier` allows.
    mutating func identifier(_ column: String, _ row: Row) -> String? {
        guard let text = filled(column, row) else { return nil }
        guard let problem = Identifier.problem(text) else { return text }
        report(problem, row, column)
        return nil
    }

    /// The number in a column, within `range`; nil if it is empty, or is none and has been reported.
    mutating func number(_ column: String, _ row: Row, in range: ClosedRange<Double>) -> Double? {
        guard let text = row.text(column) else { return nil }
        if let value = NumberText.double(text.trimmed), range.contains(value) { return value }
        let (low, high) = (NumberFormat.shortest(range.lowerBound), NumberFormat.shortest(range.upperBound))
        report(
            .map(
                .outOfRange, "\(column) \(quoted(text)) 不可用", "\(column) \(quoted(text)) cannot be used",
                expected: .init(zh: "\(low) 到 \(high) 的数", en: "a number from \(low) to \(high)")), row, column)
        return nil
    }

    /// The number in a column that must be filled.
    mutating func filledNumber(_ column: String, _ row: Row, in range: ClosedRange<Double>) -> Double? {
        filled(column, row) == nil ? nil : number(column, row, in: range)
    }

    /// The position in the columns `lon` and `lat`, which must be filled; nil if it is none and has been reported.
    mutating func position(_ row: Row) -> SIMD2<Double>? {
        let (longitude, latitude) = (row.text("lon"), row.text("lat"))
        if let x = longitude.flatMap({ NumberText.double($0.trimmed) }),
            let y = latitude.flatMap({ NumberText.double($0.trimmed) }), abs(x) <= 90, abs(y) > 90, abs(y) <= 180
        {
            report(
                .map(
                    .outOfRange, "lat \(quoted(latitude ?? "")) 不可用", "lat \(quoted(latitude ?? "")) cannot be used",
                    expected: .init(
                        zh: "-90 到 90 的数；lon 与 lat 似乎写反了",
                        en: "a number from -90 to 90; lon and lat seem to be exchanged")),
                row, "lat")
            return nil
        }
        let place = (filledNumber("lon", row, in: -180...180), filledNumber("lat", row, in: -90...90))
        guard let longitude = place.0, let latitude = place.1 else { return nil }
        return SIMD2(longitude, latitude)
    }

    /// One of several words in a column.
    mutating func word(_ column: String, _ row: Row, among words: [String]) -> String? {
        guard let text = row.text(column) else { return nil }
        if words.contains(text) { return text }
        report(
            .map(
                .unknownName, "\(column) \(quoted(text)) 不认识", "\(column) has no value \(quoted(text))",
                expected: .init(zh: words.joined(separator: "、"), en: words.joined(separator: ", ")),
                nearest: nearestName(to: text, among: words)), row, column)
        return nil
    }
}

extension String {
    /// The text without blanks around it.
    ///
    /// - Complexity: O(length).
    var trimmed: String {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        guard let first = utf8.first, let last = utf8.last, isBlank(first) || isBlank(last) else { return self }
        guard let start = utf8.firstIndex(where: { !isBlank($0) }), let end = utf8.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(self[start...end])
    }
}

extension FaultList {
    /// Adds the faults of another list, each with its place.
    public mutating func join(_ other: FaultList) {
        for fault in other.faults {
            add(fault.problem, file: fault.file, line: fault.line, column: fault.column, path: fault.path)
        }
    }
}

/// Text as a CSV field.
public enum CSVField {
    /// `text`, in quotation marks where it needs them.
    public static func quoted(_ text: String) -> String {
        let special: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
        guard text.utf8.contains(where: special.contains) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
