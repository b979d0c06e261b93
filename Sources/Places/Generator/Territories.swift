import RandomStreams
import RoadNetwork

/// Which street each cell belongs to: all streets grow from their seats at once until each has its share of the area.
///
/// Growth is slower over hills and across the river, so borders tend to follow both. How fast each street grows is
/// found by trying again with more speed for those that were hemmed in before they had their share.
struct Territories {
    /// The street of each cell, or −1 outside the district.
    let owners: [Int16]

    /// The cells of each street, in order.
    let cells: [[Int]]

    /// How often growing is tried, and the share of its area a street must get.
    private static let attempts = 8
    private static let enough = 0.98

    /// Grows the streets.
    ///
    /// - Complexity: O(attempts · cells · log cells).
    init(terrain: Terrain, figures: PlaceFigures, seats: [PlanePoint]) {
        let raster = terrain.raster
        precondition(raster.count < 1 << 24 && seats.count < 1 << 8, "a district too large for its raster")
        let quotas = apportion(
            Int(figures.area * 1e6 / (raster.cellSize * raster.cellSize)), by: figures.streets.map(\.areaWeight))
        var speeds = quotas.map { Double(max($0, 1)).squareRoot() }
        var owners: [Int16] = []
        var sizes: [Int] = []
        for _ in 0..<Self.attempts {
            (owners, sizes) = Self.grow(terrain, seats, quotas, speeds)
            let shares = quotas.indices.map { Double(max(sizes[$0], 1)) / Double(max(quotas[$0], 1)) }
            guard shares.contains(where: { $0 < Self.enough }) else { break }
            for street in speeds.indices { speeds[street] /= max(min(shares[street], 1), 0.25).squareRoot() }
        }
        self.owners = owners
        var cells = [[Int]](repeating: [], count: quotas.count)
        for (cell, owner) in owners.enumerated() where owner >= 0 { cells[Int(owner)].append(cell) }
        self.cells = cells
    }

    /// Grows the streets once, each at its own speed up to its quota of cells; returns owners of cells and sizes.
    private static func grow(
        _ terrain: Terrain, _ seats: [PlanePoint], _ quotas: [Int], _ speeds: [Double]
    ) -> (owners: [Int16], sizes: [Int]) {
        let raster = terrain.raster
        let scales = speeds.map { 1000 / $0 }
        var owners = [Int16](repeating: -1, count: raster.count)
        var sizes = [Int](repeating: 0, count: quotas.count)
        // A cell may wait under several streets: an entry is (cost, street, cell), and what matters is who comes first.
        var heap = TimeHeap(capacity: raster.count * 8 + seats.count)
        for (street, seat) in seats.enumerated() { heap.push(UInt64(street) << 24 | UInt64(raster.cell(at: seat))) }
        while heap.count > 0 {
            let next = heap.pop()
            let cell = Int(next & 0xff_ffff)
            let street = Int(next >> 24 & 0xff)
            guard owners[cell] < 0, sizes[street] < quotas[street], raster.isInner(cell) else { continue }
            owners[cell] = Int16(street)
            sizes[street] += 1
            for direction in 0..<8 {
                let neighbor = cell + raster.offsets[direction]
                guard owners[neighbor] < 0 else { continue }
                let isBlocked = terrain.blockedSteps[cell] >> UInt8(direction) & 1 == 1
                let step =
                    raster.stepLengths[direction] * (1 + (terrain.hills[cell] + terrain.hills[neighbor]) / 300)
                    + (isBlocked ? 400 : 0)
                let cost = next >> 32 + UInt64(step * scales[street])
                heap.push(cost << 32 | UInt64(street) << 24 | UInt64(neighbor))
            }
        }
        return (owners, sizes)
    }
}
