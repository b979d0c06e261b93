import DenseTables

/// Who is within reach of how many teams, kept up to date as teams come and go.
///
/// A counter per cell and a running total for one, two and three teams: adding or removing a team touches only the cells it
/// reaches. The totals are whole residents, so the order of changes cannot matter.
public struct CoverageTally: ~Copyable {
    /// The largest number of teams told apart.
    public static let mostTeams = 3

    /// Sixteen bits a cell, so that a city stays near the processor.
    private var counts: Column<CellID, UInt16>

    /// Residents within reach of at least one team, at least two, and at least three; the fourth is not used.
    public private(set) var residents = SIMD4<Int64>()

    /// Creates a tally without teams.
    public init(cells: Int) { counts = Column(repeating: 0, count: cells) }

    /// How many teams a cell is within reach of.
    public func teams(near cell: CellID) -> Int { Int(counts[cell]) }

    /// A team comes to stand somewhere: adds one to each of `cells` whose mark has `bit`, exactly one bit.
    ///
    /// `weights` are the residents of all cells, together no more than 32 bits count.
    ///
    /// - Complexity: O(cells given).
    public mutating func add(
        to cells: ArraySlice<Int32>, marked marks: ArraySlice<UInt8>, with bit: UInt8, _ weights: [UInt32]
    ) {
        count(by: 1, cells, marks, bit, weights)
    }

    /// A team goes from where one must be: takes one from each of `cells` whose mark has `bit`, exactly one bit.
    ///
    /// - Complexity: O(cells given).
    public mutating func remove(
        from cells: ArraySlice<Int32>, marked marks: ArraySlice<UInt8>, with bit: UInt8, _ weights: [UInt32]
    ) {
        count(by: -1, cells, marks, bit, weights)
    }

    /// Adds so many teams to a cell with so many residents, or takes them away.
    ///
    /// - Complexity: O(1).
    public mutating func add(_ teams: Int, to cell: CellID, residents weight: UInt32) {
        let before = Int32(counts[cell])
        let after = before + Int32(teams)
        precondition((0...0xffff).contains(after), "a cell is within reach of 65,535 teams at most")
        counts[cell] = UInt16(after)
        let change = SIMD4<Int64>(truncatingIfNeeded: Self.crossed(before, after) & SIMD4(repeating: weight))
        residents = teams < 0 ? residents &- change : residents &+ change
    }

    /// All ones for each number of teams, one, two and three, that a cell has only before or only after.
    ///
    /// The sign of a difference is all ones below a number, and nothing from it on.
    @inline(__always)
    private static func crossed(_ before: Int32, _ after: Int32) -> SIMD4<UInt32> {
        let numbers = SIMD4<Int32>(1, 2, 3, .max)
        let below = (SIMD4(repeating: before) &- numbers) ^ (SIMD4(repeating: after) &- numbers)
        return SIMD4<UInt32>(truncatingIfNeeded: below &>> 31)
    }

    /// Counts a team in or out, four cells at a time.
    ///
    /// Whose residents it makes a difference for, those it is the first, the second or the third team for, nobody can guess, so there is no
    /// branch on it: the sign of a difference becomes a mask. What is left is to fetch counters and residents, which lie scattered, so the
    /// residents are asked for before anything is worked out (`coverage` in `Benchmarks/run` holds it against fetching alone).
    @inline(__always)
    private mutating func count(
        by step: Int32, _ cells: ArraySlice<Int32>, _ marks: ArraySlice<UInt8>, _ bit: UInt8, _ weights: [UInt32]
    ) {
        precondition(cells.count == marks.count, "every cell has its mark")
        precondition(counts.count == weights.count, "a tally counts the cells it was made for")
        precondition(bit.nonzeroBitCount == 1, "one bit of a mark is asked for")
        let whole = cells.count & ~3
        // No more than a cell can name, so that a negative one is never among them.
        let rows = UInt32(Int32(counts.count))
        var fewer = (SIMD4<UInt32>(), SIMD4<UInt32>(), SIMD4<UInt32>())
        var beyond = SIMD4<Int32>()
        counts.withUnsafeMutablePointer { counts in
            weights.withUnsafeBufferPointer { weights in
                cells.withUnsafeBufferPointer { cells in
                    marks.withUnsafeBytes { marks in
                        /// Counts one cell if its mark is one, and returns what it counted before.
                        func count(_ cell: UInt32, _ mark: UInt32) -> Int32 {
                            let before = counts[Int(cell)]
                            let change = UInt16(truncatingIfNeeded: mark)
                            counts[Int(cell)] = step > 0 ? before &+ change : before &- change
                            return Int32(before)
                        }
                        for index in stride(from: 0, to: whole, by: 4) {
                            let (one, two) = (UInt32(bitPattern: cells[index]), UInt32(bitPattern: cells[index &+ 1]))
                            let (three, four) = (
                                UInt32(bitPattern: cells[index &+ 2]), UInt32(bitPattern: cells[index &+ 3])
                            )
                            precondition(
                                one < rows && two < rows && three < rows && four < rows,
                                "a cell must be one of the tally's")
                            let all = SIMD4(
                                weights[Int(one)], weights[Int(two)], weights[Int(three)], weights[Int(four)])
                            // Four marks, a byte each, of which the bit asked for becomes the lowest.
                            let bits = marks.loadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian
                            let asked = bits &>> UInt32(bit.trailingZeroBitCount) & 0x0101_0101
                            let before = SIMD4(
                                count(one, asked & 1), count(two, asked &>> 8 & 1), count(three, asked &>> 16 & 1),
                                count(four, asked &>> 24))
                            let marked = unsafeBitCast(asked.littleEndian, to: SIMD4<UInt8>.self)
                            let isMarked = SIMD4() &- SIMD4<Int32>(truncatingIfNeeded: marked)
                            let residents = all & SIMD4<UInt32>(truncatingIfNeeded: isMarked)
                            let after = before &+ SIMD4(repeating: step)
                            let others = step > 0 ? before : after
                            fewer.0 &+=
                                residents & SIMD4<UInt32>(truncatingIfNeeded: Self.mask(others &- SIMD4(repeating: 1)))
                            fewer.1 &+=
                                residents & SIMD4<UInt32>(truncatingIfNeeded: Self.mask(others &- SIMD4(repeating: 2)))
                            fewer.2 &+=
                                residents & SIMD4<UInt32>(truncatingIfNeeded: Self.mask(others &- SIMD4(repeating: 3)))
                            beyond |= after & isMarked
                        }
                    }
                }
            }
        }
        let most = beyond[0] | beyond[1] | beyond[2] | beyond[3]
        precondition(most >> 16 == 0, "a team was taken away that was never added, or there are 65,536 teams")
        // Those with fewer than one other team, with fewer than two, with fewer than three.
        let (first, second, third) = (fewer.0.wrappedSum(), fewer.1.wrappedSum(), fewer.2.wrappedSum())
        let change = SIMD4(Int64(first), Int64(second) - Int64(first), Int64(third) - Int64(second), 0)
        residents = step > 0 ? residents &+ change : residents &- change
        for (cell, mark) in zip(cells.dropFirst(whole), marks.dropFirst(whole)) where mark & bit != 0 {
            add(Int(step), to: CellID(raw: cell), residents: weights[Int(cell)])
        }
    }

    /// All ones for what is below zero, and nothing for the rest.
    @inline(__always)
    private static func mask(_ numbers: SIMD4<Int32>) -> SIMD4<Int32> { numbers &>> SIMD4(repeating: 31) }

    /// Whether this is what teams at `sites` cover, for the audit: counted cell by cell, and all totals anew, bit by bit.
    ///
    /// - Complexity: O(teams · cells / 256 + cells of the sites).
    public func isThat(of sites: [SiteID], _ reach: CoverageReach) -> Bool {
        var left = counts.elements().map { Int($0) }
        for site in sites { for cell in reach.cells(of: site) { left[Int(cell)] -= 1 } }
        return left.allSatisfy { $0 == 0 } && CoverageBits(reach, sites: sites).residents(reach.weights) == residents
    }
}
