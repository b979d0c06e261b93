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
    public init(_ reach: CoverageReach) { counts = Column(repeating: 0, count: reach.weights.count) }

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

    /// Adds so many teams from whom each cell takes a given time, or takes them away, where no more than `longest` counts.
    ///
    /// - Complexity: O(cells).
    public mutating func add(_ teams: Int, times: borrowing [UInt32], longest: UInt64, _ reach: CoverageReach) {
        precondition(times.count == counts.count, "teams have a time to every cell")
        for cell in 0..<times.count where UInt64(times[cell]) <= longest {
            set(CellID(cell), to: Int(counts[CellID(cell)]) + teams, reach)
        }
    }

    /// Sets how many teams a cell is within reach of, for when the ways to it have changed.
    ///
    /// - Complexity: O(1).
    public mutating func set(_ cell: CellID, to teams: Int, _ reach: CoverageReach) {
        precondition((0...0xffff).contains(teams), "a cell is within reach of 65,535 teams at most")
        let weight = Int64(reach.weights[cell.index])
        let old = Int(counts[cell])
        if old == teams { return }
        for number in 1...Self.mostTeams where (old >= number) != (teams >= number) {
            residents[number - 1] += teams >= number ? weight : -weight
        }
        counts[cell] = UInt16(teams)
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
