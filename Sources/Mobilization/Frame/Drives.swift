import Coverage
import DenseTables
import RoadNetwork

/// From each site the grids that lie within the widest circle by car on open roads in good weather, with the times.
///
/// However many sites a place has, each has only so many grids around it.
struct Drives: Sendable {
    /// Where the row of each site begins; one entry more than there are sites.
    private let first: [Int32]

    /// The grids of each row, in order.
    let cells: [Int32]

    /// The milliseconds to each.
    let times: [UInt32]

    /// The same the other way about: where the entries of each grid begin, which they are, and from which sites.
    private let firstOfCell: [Int32]
    private let entries: [Int32]
    private let sites: [Int32]

    /// How many sites are searched from at a time.
    private static let sitesAtATime = 64

    /// Searches from every site for the grids within `longest` milliseconds.
    ///
    /// - Complexity: O(sites / 16 · arcs above the grids around), and O(sites / 64 · grids) to find those, in bounded memory.
    init(
        from sites: [RoadNodeID], to grids: [RoadNodeID], within longest: UInt32, on roads: RoadNetwork,
        _ ways: HierarchyTravelTimes
    ) {
        let reach = ways.farthest(within: longest)
        var first: [Int32] = [0]
        var cells: [Int32] = []
        var times: [UInt32] = []
        for start in stride(from: 0, to: sites.count, by: Self.sitesAtATime) {
            let some = Array(sites[start..<min(start + Self.sitesAtATime, sites.count)])
            let around = reach + (some.map { roads.straightLine(some[0], $0) }.max() ?? 0)
            // One percent is more than straight lines on the map differ by, one way round a triangle and the other.
            let near = grids.indices.filter { roads.straightLine(some[0], grids[$0]) <= around * 1.01 }
            let table = ways.table(from: some, to: ways.selection(of: near.map { grids[$0] }))
            for row in some.indices {
                for (column, cell) in near.enumerated() where table[row, column] <= longest {
                    cells.append(Int32(cell))
                    times.append(table[row, column])
                }
                first.append(Int32(cells.count))
            }
        }
        (self.first, self.cells, self.times) = (first, cells, times)
        var firstOfCell = [Int32](repeating: 0, count: grids.count + 1)
        for cell in cells { firstOfCell[Int(cell) + 1] += 1 }
        for cell in grids.indices { firstOfCell[cell + 1] += firstOfCell[cell] }
        var next = firstOfCell
        var entries = [Int32](repeating: 0, count: cells.count)
        var origins = entries
        for site in sites.indices {
            for entry in first[site]..<first[site + 1] {
                let place = Int(next[Int(cells[Int(entry)])])
                (entries[place], origins[place]) = (entry, Int32(site))
                next[Int(cells[Int(entry)])] += 1
            }
        }
        (self.firstOfCell, self.entries, self.sites) = (firstOfCell, entries, origins)
    }

    /// The entries of a site.
    func row(of site: SiteID) -> Range<Int> { Int(first[site.index])..<Int(first[site.index + 1]) }

    /// The entries that lead to a grid and the sites they lead from, in the order of the sites.
    func leading(to cell: Int) -> Zip2Sequence<ArraySlice<Int32>, ArraySlice<Int32>> {
        let range = Int(firstOfCell[cell])..<Int(firstOfCell[cell + 1])
        return zip(entries[range], sites[range])
    }
}
