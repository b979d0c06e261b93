import RandomStreams
import RoadNetwork

/// Which street each cell belongs to: all streets grow from their seats at once until each has its share of the area.
///
/// Growth is slower over hills and across the river, so borders tend to follow both, and slower in proportion to the
/// size a street will have, so a small subdistrict stays open between large towns.
struct Territories {
    /// The street of each cell, or −1 outside the district.
    let owners: [Int16]

    /// The cells of each street, in order.
    let cells: [[Int]]

    /// Grows the streets.
    ///
    /// - Complexity: O(cells · log cells).
    init(terrain: Terrain, figures: PlaceFigures, seats: [PlanePoint]) {
        let raster = terrain.raster
        let weights = figures.streets.map(\.areaWeight)
        let cellArea = raster.cellSize * raster.cellSize
        let quotas = apportion(Int(figures.area * 1e6 / cellArea), by: weights)
        let scales = quotas.map { 1000 / Double(max($0, 1)).squareRoot() }
        var owners = [Int16](repeating: -1, count: raster.count)
        var cells = [[Int]](repeating: [], count: quotas.count)
        // A cell may wait under several streets: an entry is (cost, street, cell), and what matters is who comes first.
        var heap = TimeHeap(capacity: raster.count * 8 + seats.count)
        func entry(_ cost: UInt64, _ street: Int, _ cell: Int) -> UInt64 {
            cost << 32 | UInt64(street) << 24 | UInt64(cell)
        }
        precondition(raster.count < 1 << 24 && quotas.count < 1 << 8, "a district too large for its raster")
        for (street, seat) in seats.enumerated() { heap.push(entry(0, street, raster.cell(at: seat))) }
        while heap.count > 0 {
            let next = heap.pop()
            let cell = Int(next & 0xff_ffff)
            let street = Int(next >> 24 & 0xff)
            guard owners[cell] < 0, cells[street].count < quotas[street], raster.isInner(cell) else { continue }
            owners[cell] = Int16(street)
            cells[street].append(cell)
            for direction in 0..<8 {
                let neighbor = cell + raster.offsets[direction]
                guard owners[neighbor] < 0 else { continue }
                let isBlocked = terrain.blockedSteps[cell] >> UInt8(direction) & 1 == 1
                let step =
                    raster.stepLengths[direction] * (1 + (terrain.hills[cell] + terrain.hills[neighbor]) / 300)
                    + (isBlocked ? 400 : 0)
                heap.push(entry((next >> 32) + UInt64(step * scales[street]), street, neighbor))
            }
        }
        self.owners = owners
        self.cells = cells.map { $0.sorted() }
    }
}
