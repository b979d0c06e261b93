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

    /// Creates a tally without teams, of the cells of `reach`.
    public init(_ reach: CoverageReach) { self.init(cells: reach.weights.count) }

    /// Adds a team at `site`.
    ///
    /// - Complexity: O(cells of the site).
    public mutating func add(_ site: SiteID, _ reach: CoverageReach) {
        residents &+= count(by: 1, site, reach)
    }

    /// Takes a team away from `site`, where one must be.
    ///
    /// - Complexity: O(cells of the site).
    public mutating func remove(_ site: SiteID, _ reach: CoverageReach) {
        residents &-= count(by: -1, site, reach)
    }

    /// Adds so many teams to each of `cells` whose mark has `bit`, or takes them away.
    ///
    /// `weights` are the residents of all cells, together no more than 32 bits count.
    ///
    /// - Complexity: O(cells given).
    public mutating func add(
        _ teams: Int, to cells: ArraySlice<Int32>, marked marks: ArraySlice<UInt8>, with bit: UInt8, _ weights: [UInt32]
    ) {
        precondition(cells.count == marks.count, "every cell has its mark")
        precondition(counts.count == weights.count, "a tally counts the cells it was made for")
        let step = Int32(teams)
        var sums = SIMD4<UInt32>()
        var beyond: Int32 = 0
        counts.withUnsafeMutablePointer { counts in
            weights.withUnsafeBufferPointer { weights in
                cells.withUnsafeBufferPointer { cells in
                    marks.withUnsafeBufferPointer { marks in
                        for index in cells.indices {
                            let cell = Int(cells[index])
                            let before = Int32(counts[cell])
                            let after = before &+ (marks[index] & bit == 0 ? 0 : step)
                            counts[cell] = UInt16(truncatingIfNeeded: after)
                            beyond |= after
                            sums &+= Self.crossed(before, after) & SIMD4(repeating: weights[cell])
                        }
                    }
                }
            }
        }
        precondition(beyond >> 16 == 0, "a team was taken away that was never added, or there are 65,536 teams")
        let change = SIMD4<Int64>(truncatingIfNeeded: sums)
        residents = teams < 0 ? residents &- change : residents &+ change
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

    /// Counts a team in or out, and tells whose residents it makes the difference for: those it is the first, the second and
    /// the third team for.
    ///
    /// Which of them it is nobody can guess, so there is no branch on it: the sign of a difference becomes a mask.
    @inline(__always)
    private mutating func count(by step: Int32, _ site: SiteID, _ reach: CoverageReach) -> SIMD4<Int64> {
        var (first, second, third) = (UInt32(), UInt32(), UInt32())
        var beyond: Int32 = 0
        precondition(counts.count == reach.weights.count, "a tally counts the cells it was made for")
        counts.withUnsafeMutablePointer { counts in
            reach.withCells(of: site) { cells, weights in
                for cell in cells {
                    let before = Int32(counts[Int(cell)])
                    let after = before &+ step
                    counts[Int(cell)] = UInt16(truncatingIfNeeded: after)
                    beyond |= after
                    let without = step > 0 ? before : after
                    let weight = weights[Int(cell)]
                    first &+= weight & Self.mask(without)
                    second &+= weight & Self.mask(without ^ 1)
                    third &+= weight & Self.mask(without ^ 2)
                }
            }
        }
        precondition(beyond >> 16 == 0, "a team was taken away that was never added, or there are 65,536 teams")
        return SIMD4(Int64(first), Int64(second), Int64(third), 0)
    }

    /// All ones for zero, and nothing for what is greater.
    @inline(__always)
    private static func mask(_ number: Int32) -> UInt32 { UInt32(bitPattern: (number &- 1) &>> 31) }

    /// Whether this is what teams at `sites` cover, for the audit: counted cell by cell, and all totals anew, bit by bit.
    ///
    /// - Complexity: O(teams · cells / 256 + cells of the sites).
    public func isThat(of sites: [SiteID], _ reach: CoverageReach) -> Bool {
        var left = counts.elements().map { Int($0) }
        for site in sites { for cell in reach.cells(of: site) { left[Int(cell)] -= 1 } }
        return left.allSatisfy { $0 == 0 } && CoverageBits(reach, sites: sites).residents(reach.weights) == residents
    }
}
