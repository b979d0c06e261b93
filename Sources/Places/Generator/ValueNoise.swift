import RandomStreams

/// A smooth random surface between 0 and 1: random heights on a square lattice with an S-curve between them.
///
/// The lattice lies on multiples of its spacing from the map's origin and each height has its own name, so a larger
/// district has the same hills.
struct ValueNoise {
    private let lattice: Raster
    private let heights: [Double]

    /// Draws the heights for everything between two corners.
    init(random: RandomStream, key: EntityKey, spacing: Double, from low: PlanePoint, to high: PlanePoint) {
        lattice = Raster(cellSize: spacing, from: low, to: high)
        heights = (0..<lattice.count).map { [lattice] in
            random.uniform(key, .placeElevation, lattice.number(of: $0))
        }
    }

    /// The height at a point.
    func value(at point: PlanePoint) -> Double {
        let cell = lattice.cell(at: point)
        guard lattice.isInner(cell) else { return heights[cell] }
        let corner = lattice.center(of: cell)
        let (x, y) = (
            (point.x - corner.x) / lattice.cellSize + 0.5, (point.y - corner.y) / lattice.cellSize + 0.5
        )
        let (east, north) = (x * x * (3 - 2 * x), y * y * (3 - 2 * y))
        let up = cell + lattice.columns
        let south = heights[cell] + (heights[cell + 1] - heights[cell]) * east
        let upper = heights[up] + (heights[up + 1] - heights[up]) * east
        return south + (upper - south) * north
    }
}
