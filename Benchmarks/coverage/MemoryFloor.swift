/// What a move costs at least in this layout: the lists of two sites and their marks are read, and of each of their cells the residents are
/// read and the counter is read and written, by the simplest loop and without deciding anything.
struct MemoryFloor {
    private let place: CoverageCase
    private var counts: [UInt16]
    private var marks: UInt8 = 0
    /// What was read, so that the compiler cannot leave the reading out.
    private(set) var sum: UInt32 = 0

    init(_ place: CoverageCase) {
        self.place = place
        counts = Array(repeating: 1, count: CoverageCase.cells)
    }

    /// Whether every counter is what it was at first.
    var isSettled: Bool { marks == 1 && counts.allSatisfy { $0 == 1 } }

    /// A team goes from one site to another.
    mutating func move(_ ends: (from: Int, to: Int)) {
        sweep(place.row(of: ends.from), by: .max)
        sweep(place.row(of: ends.to), by: 1)
    }

    @inline(never)
    private mutating func sweep(_ row: Range<Int>, by change: UInt16) {
        var (sum, union) = (sum, marks)
        counts.withUnsafeMutableBufferPointer { counts in
            place.cells.withUnsafeBufferPointer { cells in
                place.marks.withUnsafeBufferPointer { marks in
                    place.residents.withUnsafeBufferPointer { residents in
                        for index in row {
                            let cell = Int(cells[index])
                            counts[cell] &+= change
                            sum &+= residents[cell]
                            union |= marks[index]
                        }
                    }
                }
            }
        }
        (self.sum, marks) = (sum, union)
    }
}
