import DenseTables

/// Who is within reach of how many teams, kept up to date as teams come and go.
///
/// A counter per cell and a running total for one and for two teams: adding or removing a team touches only the cells it
/// reaches. The totals are whole residents, so the order of changes cannot matter.
public struct CoverageTally: ~Copyable {
    private var counts: [Int32]

    /// Residents within reach of at least one team.
    public private(set) var once = 0

    /// Residents within reach of at least two teams.
    public private(set) var twice = 0

    /// Creates a tally without teams.
    public init(_ reach: CoverageReach) { counts = Array(repeating: 0, count: reach.weights.count) }

    /// Adds a team at `site`.
    ///
    /// - Complexity: O(cells of the site).
    public mutating func add(_ site: SiteID, _ reach: CoverageReach) {
        for cell in reach.cells(of: site) {
            counts[Int(cell)] += 1
            if counts[Int(cell)] == 1 { once += reach.weights[Int(cell)] }
            if counts[Int(cell)] == 2 { twice += reach.weights[Int(cell)] }
        }
    }

    /// Takes a team away from `site`, where one must be.
    ///
    /// - Complexity: O(cells of the site).
    public mutating func remove(_ site: SiteID, _ reach: CoverageReach) {
        for cell in reach.cells(of: site) {
            precondition(counts[Int(cell)] > 0, "a team was taken away that was never added")
            if counts[Int(cell)] == 1 { once -= reach.weights[Int(cell)] }
            if counts[Int(cell)] == 2 { twice -= reach.weights[Int(cell)] }
            counts[Int(cell)] -= 1
        }
    }

    /// Whether every cell is counted as often as teams at `sites` reach it, for the audit.
    ///
    /// - Complexity: O(cells of the sites + cells).
    public func isThat(of sites: [SiteID], _ reach: CoverageReach) -> Bool {
        var left = counts
        for site in sites { for cell in reach.cells(of: site) { left[Int(cell)] -= 1 } }
        return left.allSatisfy { $0 == 0 }
    }

    /// Counts both totals anew, for the audit.
    ///
    /// - Complexity: O(cells).
    public func recount(_ reach: CoverageReach) -> (once: Int, twice: Int) {
        counts.indices.reduce(into: (once: 0, twice: 0)) { totals, cell in
            if counts[cell] >= 1 { totals.once += reach.weights[cell] }
            if counts[cell] >= 2 { totals.twice += reach.weights[cell] }
        }
    }
}
