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

    /// Searches from every site for the grids within `longest` milliseconds.
    ///
    /// - Complexity: O(sites / 16 · arcs above the grids + sites · grids), in bounded memory.
    init(from sites: [RoadNodeID], to grids: [RoadNodeID], within longest: UInt32, _ ways: HierarchyTravelTimes) {
        let selection = ways.selection(of: grids)
        var first: [Int32] = [0]
        var cells: [Int32] = []
        var times: [UInt32] = []
        for start in stride(from: 0, to: sites.count, by: 64) {
            let some = Array(sites[start..<min(start + 64, sites.count)])
            let table = ways.table(from: some, to: selection)
            for row in some.indices {
                for cell in grids.indices where table[row, cell] <= longest {
                    cells.append(Int32(cell))
                    times.append(table[row, cell])
                }
                first.append(Int32(cells.count))
            }
        }
        (self.first, self.cells, self.times) = (first, cells, times)
    }

    /// The entries of a site.
    func row(of site: SiteID) -> Range<Int> { Int(first[site.index])..<Int(first[site.index + 1]) }

    /// The entry of a grid in a row, if it is there.
    ///
    /// - Complexity: O(log of the row).
    func entry(of cell: Int32, in row: Range<Int>) -> Int? {
        var (low, high) = (row.lowerBound, row.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if cells[middle] < cell { low = middle + 1 } else { high = middle }
        }
        return low < row.upperBound && cells[low] == cell ? low : nil
    }
}
