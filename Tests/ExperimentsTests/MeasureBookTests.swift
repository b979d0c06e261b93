import Testing

@testable import Experiments
@testable import Mobilization

@Suite struct MeasureBookTests {
    @Test func `every value is found again, also of measures first seen late, within a page and at its start`() {
        var book = MeasureBook()
        var rows: [[Double?]] = []
        for replication in 0..<700 {
            var row = [Double?](repeating: nil, count: Measures.all.count)
            row[3] = Double(replication)
            if replication % 3 == 0 { row[0] = .infinity }
            if replication >= 200 { row[5] = 1 / Double(replication) }
            if replication >= 256 { row[1] = -0.0 }
            rows.append(row)
            book.add(row)
        }
        #expect(book.count == 700)
        for measure in Measures.all.indices {
            #expect(book.values(of: measure) == rows.map { $0[measure] })
            #expect((0..<700).allSatisfy { book[measure, $0] == rows[$0][measure] })
        }
        // Two measures from the start, the third from the page in which it was first seen, the last from 256 on.
        #expect(book.size == 700 * 2 + (700 - 128) + (700 - 256))
    }

    @Test func `a measure first seen after replications without any is found where it was`() {
        var book = MeasureBook()
        let values: [Double?] = [nil, nil, 3, nil, 5]
        for value in values {
            var row = [Double?](repeating: nil, count: Measures.all.count)
            row[7] = value
            book.add(row)
        }
        #expect(book.values(of: 7) == values)
    }

    @Test func `a replication that measures nothing takes nothing`() {
        var book = MeasureBook()
        for _ in 0..<300 { book.add([Double?](repeating: nil, count: Measures.all.count)) }
        #expect(book.count == 300 && book.size == 0)
        #expect(book.values(of: 0) == [Double?](repeating: nil, count: 300))
    }
}
