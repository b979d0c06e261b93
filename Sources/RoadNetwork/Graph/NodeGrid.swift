import DenseTables

/// A square grid over the nodes of a network, about two nodes a cell, for finding the nearest.
struct NodeGrid: Sendable {
    private let projection: LocalProjection
    private let points: [SIMD2<Double>]
    private let corner: SIMD2<Double>
    private let cellSize: Double
    private let columns: Int
    private let rows: Int
    private let firstInCell: [Int32]
    private let cellNodes: [Int32]

    /// Creates the grid.
    ///
    /// - Complexity: O(n).
    init(nodes: [RoadNode]) {
        projection = LocalProjection(
            longitude: nodes.first?.longitude ?? 0, latitude: nodes.first?.latitude ?? 0)
        points = nodes.map { [projection] in projection.meters(longitude: $0.longitude, latitude: $0.latitude) }
        var low = points.first ?? .zero
        var high = low
        for point in points {
            low = pointwiseMin(low, point)
            high = pointwiseMax(high, point)
        }
        let extent = high - low
        let count = Double(max(points.count, 1))
        // At least two nodes a cell on average, and never more than about twice as many cells as nodes on a line.
        cellSize = max((extent.x * extent.y * 2 / count).squareRoot(), max(extent.x, extent.y) / count, 1)
        columns = Int(extent.x / cellSize) + 1
        rows = Int(extent.y / cellSize) + 1
        corner = low
        var first = [Int32](repeating: 0, count: columns * rows + 1)
        let cells = points.map { [corner, cellSize, columns] point -> Int in
            let offset = (point - corner) / cellSize
            return Int(offset.y) * columns + Int(offset.x)
        }
        for cell in cells { first[cell + 1] += 1 }
        for cell in 0..<(columns * rows) { first[cell + 1] += first[cell] }
        var next = first
        var list = [Int32](repeating: 0, count: points.count)
        for (node, cell) in cells.enumerated() {
            list[Int(next[cell])] = Int32(node)
            next[cell] += 1
        }
        firstInCell = first
        cellNodes = list
    }

    /// The nearest node, the first of equally near ones.
    ///
    /// It looks at rings of cells around the point until no cell further out can hold anything nearer.
    func nearest(longitude: Double, latitude: Double) -> RoadNodeID {
        let point = projection.meters(longitude: longitude, latitude: latitude)
        let offset = (point - corner) / cellSize
        let column = Int(min(max(offset.x, 0), Double(columns - 1)))
        let row = Int(min(max(offset.y, 0), Double(rows - 1)))
        var best = RoadNodeID.none
        var bestSquare = Double.infinity
        for ring in 0...max(columns, rows) {
            // The point may lie outside the grid, and then further from every cell: the bound stays valid.
            let reach = Double(ring - 1) * cellSize
            if ring > 0, best.exists, reach * reach > bestSquare { break }
            for y in max(row - ring, 0)...min(row + ring, rows - 1) {
                let isEdge = abs(y - row) == ring
                for x in stride(from: column - ring, through: column + ring, by: isEdge || ring == 0 ? 1 : 2 * ring)
                where x >= 0 && x < columns {
                    let cell = y * columns + x
                    for index in firstInCell[cell]..<firstInCell[cell + 1] {
                        let node = cellNodes[Int(index)]
                        let difference = points[Int(node)] - point
                        let square = difference.x * difference.x + difference.y * difference.y
                        if square < bestSquare || (square == bestSquare && node < best.raw) {
                            bestSquare = square
                            best = RoadNodeID(raw: node)
                        }
                    }
                }
            }
        }
        return best
    }
}
