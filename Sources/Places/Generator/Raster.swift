/// Square cells over the district and its surroundings, on which terrain is drawn and roads are planned.
///
/// Cell borders lie on multiples of the cell size from the map's origin, so a larger district has the same cells, and
/// `number(of:)` names a cell whatever the extent.
struct Raster {
    /// The eight directions a step can take, counterclockwise from east.
    static let directions: [(x: Int, y: Int)] = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]

    let cellSize: Double
    let columns: Int
    let rows: Int
    private let firstColumn: Int
    private let firstRow: Int

    /// What to add to an inner cell to reach its neighbor in each direction.
    let offsets: [Int]

    /// The length of a step in each direction, in meters.
    let stepLengths: [Double]

    /// The cells of a district of so many square kilometers, in meters: some 25,000 of them, none so small or so large that roads look odd.
    static func cellSize(area: Double) -> Double { min(max((area * 1e6 / 25_000).squareRoot(), 100), 400) }

    /// Covers everything between two corners.
    init(cellSize: Double, from low: PlanePoint, to high: PlanePoint) {
        self.cellSize = cellSize
        firstColumn = Int((low.x / cellSize).rounded(.down)) - 1
        firstRow = Int((low.y / cellSize).rounded(.down)) - 1
        columns = Int((high.x / cellSize).rounded(.down)) + 2 - firstColumn
        rows = Int((high.y / cellSize).rounded(.down)) + 2 - firstRow
        offsets = Self.directions.map { [columns] in $0.y * columns + $0.x }
        stepLengths = Self.directions.map { cellSize * Double($0.x * $0.x + $0.y * $0.y).squareRoot() }
    }

    var count: Int { columns * rows }

    /// The cell a point lies in; a point outside counts as in the nearest cell of the border.
    func cell(at point: PlanePoint) -> Int {
        let column = Int((point.x / cellSize).rounded(.down)) - firstColumn
        let row = Int((point.y / cellSize).rounded(.down)) - firstRow
        return min(max(row, 0), rows - 1) * columns + min(max(column, 0), columns - 1)
    }

    /// The middle of a cell.
    func center(of cell: Int) -> PlanePoint {
        PlanePoint(
            x: (Double(cell % columns + firstColumn) + 0.5) * cellSize,
            y: (Double(cell / columns + firstRow) + 0.5) * cellSize)
    }

    /// Whether all eight neighbors of a cell exist.
    func isInner(_ cell: Int) -> Bool {
        let column = cell % columns
        return column > 0 && column < columns - 1 && cell >= columns && cell < count - columns
    }

    /// A number that names a cell whatever the extent of the raster.
    func number(of cell: Int) -> UInt32 {
        UInt32(cell / columns + firstRow + 0x8000) << 16 | UInt32(cell % columns + firstColumn + 0x8000)
    }
}
