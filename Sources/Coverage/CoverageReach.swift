import DenseTables

/// Names one site a team can stand at.
@frozen
public struct SiteID: RowID {
    /// The row number.
    public let raw: Int32

    /// Creates the name of row `raw`.
    @inlinable public init(raw: Int32) { self.raw = raw }
}

/// Names one cell: an area whose residents are counted together.
@frozen
public struct CellID: RowID {
    /// The row number.
    public let raw: Int32

    /// Creates the name of row `raw`.
    @inlinable public init(raw: Int32) { self.raw = raw }
}

/// Which cells each site reaches within a number of minutes, and how many residents each cell has.
///
/// Built once for a place and read by every run.
public struct CoverageReach: Sendable {
    /// The minutes.
    public let minutes: Int

    /// Residents of each cell.
    public let weights: [Int]

    /// The residents of all cells.
    public let total: Int

    private var first: [Int32]
    private var cells: [Int32]

    /// Creates the lists as they are, one for each site: cells by number.
    ///
    /// - Complexity: O(entries).
    public init(minutes: Int, weights: [Int], cells: [[Int32]]) {
        precondition(
            cells.allSatisfy { $0.allSatisfy { weights.indices.contains(Int($0)) } }, "a cell must have its residents")
        self.minutes = minutes
        self.weights = weights
        total = weights.reduce(0, +)
        first = cells.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
        self.cells = cells.flatMap { $0 }
    }

    /// Creates the lists from a travel time in milliseconds for every pair of site and cell.
    ///
    /// - Complexity: O(sites × cells).
    public init(minutes: Int, sites: Int, weights: [Int], travel: (_ site: Int, _ cell: Int) -> UInt32) {
        self.init(minutes: minutes, weights: weights, cells: [])
        for site in 0..<sites { _ = append(travel: weights.indices.map { travel(site, $0) }) }
    }

    /// Adds a site from which each cell takes so many milliseconds, and returns its name; `longest` is the longest of them
    /// that is within the minutes, if times are counted otherwise than in milliseconds of the day itself.
    ///
    /// - Complexity: O(cells).
    public mutating func append(travel: [UInt32], longest: UInt64? = nil) -> SiteID {
        precondition(travel.count == weights.count, "a site has a travel time to every cell")
        let longest = longest ?? UInt64(minutes) * 60_000
        for (cell, time) in travel.enumerated() where UInt64(time) <= longest { cells.append(Int32(cell)) }
        first.append(Int32(cells.count))
        return SiteID(first.count - 2)
    }

    /// The same minutes and residents, and no site yet.
    ///
    /// - Complexity: O(1).
    public func withoutSites() -> CoverageReach {
        var empty = self
        (empty.first, empty.cells) = ([0], [])
        return empty
    }

    /// The cells within reach of `site`.
    public func cells(of site: SiteID) -> ArraySlice<Int32> {
        cells[Int(first[site.index])..<Int(first[site.index + 1])]
    }

    /// The share of residents within reach of at least one of `sites`, 0 where nobody lives.
    ///
    /// - Complexity: O(cells of the sites).
    public func share(coveredBy sites: some Sequence<SiteID>) -> Double {
        var covered = [Bool](repeating: false, count: weights.count)
        for site in sites { for cell in cells(of: site) { covered[Int(cell)] = true } }
        let residents = covered.indices.reduce(0) { $0 + (covered[$1] ? weights[$1] : 0) }
        return total == 0 ? 0 : Double(residents) / Double(total)
    }
}
