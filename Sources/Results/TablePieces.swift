/// The content of a table whose rows are made as they are written, for tables too large to be held.
///
/// The bytes are those of a `Table` with the same rows, in pieces of about `size` bytes.
struct TablePieces<Rows: Sequence<[Cell]>>: Sequence, IteratorProtocol {
    private var table: Table
    private var rows: Rows.Iterator
    private let size: Int
    private var isDone = false

    init(_ declaration: TableDeclaration, _ rows: Rows, size: Int = 1 << 20) {
        table = Table(declaration)
        self.rows = rows.makeIterator()
        self.size = size
    }

    mutating func next() -> [UInt8]? {
        if isDone { return nil }
        while table.bytes.count < size {
            guard let row = rows.next() else {
                isDone = true
                break
            }
            table.append(row)
        }
        return table.takeBytes()
    }
}
