import Words

/// Rows under headers, for a terminal: in columns where they fit, else one cell after the other.
public struct TextTable {
    /// The headers; the first column names its row.
    private let header: [String]
    /// The rows, a cell a header.
    private let rows: [[String]]
    /// Columns flush left; all others are flush right.
    private let left: Set<Int>
    /// The narrowest a column may be, from the first on.
    private let least: [Int]
    /// A line above the headers, made for the widths of the columns.
    private let top: (([Int]) -> String)?
    /// What the cells are called where they stand one after the other, if the headers alone do not say it.
    private let names: [String]?
    /// What stands between cells that follow one another.
    private let separator: String

    /// Creates a table; columns are flush right but the first, unless `left` says otherwise.
    public init(
        header: [String], rows: [[String]], left: Set<Int> = [0], least: [Int] = [], top: (([Int]) -> String)? = nil,
        names: [String]? = nil, language: Language
    ) {
        self.header = header
        self.rows = rows
        self.left = left
        self.least = least
        self.top = top
        self.names = names
        separator = language == .zh ? "；" : "; "
    }

    /// The lines, none wider than `width` where they can be broken at all, each indented by two columns.
    ///
    /// - Complexity: O(cells).
    public func lines(width: Int) -> [String] {
        let widths = header.indices.map { column in
            ([header] + rows).reduce(least.indices.contains(column) ? least[column] : 0) {
                max($0, DisplayWidth.of($1[column]))
            }
        }
        guard widths.reduce(0, +) + 2 * widths.count <= width else { return rows.flatMap { stacked($0, width) } }
        let above = top.map { [DisplayWidth.trimmed("  " + $0(widths))] } ?? []
        return above
            + ([header] + rows).map { row in
                let cells = row.indices.map { column in
                    left.contains(column)
                        ? DisplayWidth.padded(row[column], to: widths[column])
                        : DisplayWidth.rightAligned(row[column], to: widths[column])
                }
                return DisplayWidth.trimmed("  " + cells.joined(separator: "  "))
            }
    }

    private func stacked(_ row: [String], _ width: Int) -> [String] {
        let cells = zip(names ?? header, row).dropFirst().map { "\($0) \($1)" }
        return DisplayWidth.wrapped(row[0], to: width, first: "  ", rest: "    ")
            + DisplayWidth.wrapped(cells.joined(separator: separator), to: width, first: "    ", rest: "    ")
    }
}
