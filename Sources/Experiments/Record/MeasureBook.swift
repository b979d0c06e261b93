import Mobilization

/// The measures of replications in the order they came: eight bytes for each measure that there ever was.
///
/// Rows lie in pages of equal length, because one array that doubles as it grows would take up to three times as much.
struct MeasureBook: Sendable {
    private static let rowsOfPage = 128

    /// Rows that have the same columns.
    private struct Page {
        let width: Int
        var values: [Double] = []

        init(width: Int) {
            self.width = width
            values.reserveCapacity(width * MeasureBook.rowsOfPage)
        }
    }

    /// The column of each measure, in the order in which they were first seen; nil for one that never was.
    private var columns = [Int?](repeating: nil, count: Measures.all.count)
    private var width = 0
    private var pages: [Page] = []
    /// How many replications there are.
    private(set) var count = 0

    /// Adds the measures of one replication, in the order of `Measures.all`; nil where there was nothing to measure, infinite for never.
    ///
    /// - Complexity: O(measures), and O(page) for one seen for the first time.
    mutating func add(_ measures: [Double?]) {
        for (number, value) in measures.enumerated() where value != nil && columns[number] == nil {
            columns[number] = width
            width += 1
        }
        if count % Self.rowsOfPage == 0 {
            pages.append(Page(width: width))
        } else if pages[pages.count - 1].width < width {
            widenLastPage()
        }
        var row = [Double](repeating: .nan, count: width)
        for (number, value) in measures.enumerated() {
            guard let value, let column = columns[number] else { continue }
            precondition(!value.isNaN, "the measure \(Measures.all[number].name) is not a number")
            row[column] = value
        }
        pages[pages.count - 1].values.append(contentsOf: row)
        count += 1
    }

    /// The value of a measure in a replication; nil where there was nothing to measure.
    subscript(measure: Int, replication: Int) -> Double? {
        let page = pages[replication / Self.rowsOfPage]
        guard let column = columns[measure], column < page.width else { return nil }
        let value = page.values[replication % Self.rowsOfPage * page.width + column]
        return value.isNaN ? nil : value
    }

    /// The value of a measure in every replication.
    ///
    /// - Complexity: O(replications).
    func values(of measure: Int) -> [Double?] { (0..<count).map { self[measure, $0] } }

    /// Numbers kept.
    var size: Int { pages.reduce(0) { $0 + $1.values.count } }

    /// Gives the rows of the last page room for measures not seen before.
    private mutating func widenLastPage() {
        let old = pages.removeLast()
        var page = Page(width: width)
        for row in 0..<count % Self.rowsOfPage {
            page.values += old.values[row * old.width..<(row + 1) * old.width]
            page.values += repeatElement(.nan, count: width - old.width)
        }
        pages.append(page)
    }
}
