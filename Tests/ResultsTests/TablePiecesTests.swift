import Testing

@testable import Results

@Suite struct TablePiecesTests {
    private let rows = (0..<1000).map { number in
        ReplicationRow(variant: "a, \"b\"", replication: number, measure: "t80_min", value: Double(number) / 7).cells
    }

    @Test(arguments: [1, 100, 4096, 1 << 20]) func `pieces together are the table`(size: Int) {
        let whole = rows.reduce(into: Table(.replications)) { $0.append($1) }
        let pieces = Array(TablePieces(.replications, rows, size: size))
        #expect(pieces.flatMap { $0 } == whole.bytes)
        // No piece is longer than it should be by more than a row.
        #expect(pieces.allSatisfy { $0.count < size + 100 })
    }

    @Test func `a table without rows is its header`() {
        #expect(TablePieces(.replications, []).flatMap { $0 } == Table(.replications).bytes)
    }
}
