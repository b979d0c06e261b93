/// Points by square cells, for finding those near a place.
struct PointHash {
    /// Meters from any point of a place to any other, at most.
    private static let widest = 2_000_000.0

    private let raster: Raster
    private let first: [Int32]
    private let members: [Int32]

    /// Sorts points into cells.
    ///
    /// - Complexity: O(points + cells).
    init(_ points: [PlanePoint], cellSize: Double) {
        var low = points.first ?? PlanePoint(x: 0, y: 0)
        var high = low
        for point in points {
            low = PlanePoint(x: min(low.x, point.x), y: min(low.y, point.y))
            high = PlanePoint(x: max(high.x, point.x), y: max(high.y, point.y))
        }
        raster = Raster(cellSize: cellSize, from: low, to: high)
        let cells = points.map { [raster] in raster.cell(at: $0) }
        var first = [Int32](repeating: 0, count: raster.count + 1)
        for cell in cells { first[cell + 1] += 1 }
        for cell in 0..<raster.count { first[cell + 1] += first[cell] }
        var next = first
        var members = [Int32](repeating: 0, count: points.count)
        for (index, cell) in cells.enumerated() {
            members[Int(next[cell])] = Int32(index)
            next[cell] += 1
        }
        self.first = first
        self.members = members
    }

    /// Calls `body` with every point in the cells within `radius` of a point, and with some a little further away.
    func forEach(near point: PlanePoint, within radius: Double, _ body: (Int) -> Void) {
        let low = raster.cell(at: PlanePoint(x: point.x - radius, y: point.y - radius))
        let high = raster.cell(at: PlanePoint(x: point.x + radius, y: point.y + radius))
        for row in (low / raster.columns)...(high / raster.columns) {
            let start = row * raster.columns + low % raster.columns
            let end = row * raster.columns + high % raster.columns
            for index in first[start]..<first[end + 1] { body(Int(members[Int(index)])) }
        }
    }

    /// The side of cells that hold some two points each, in meters and within bounds.
    static func cellSize(for points: [PlanePoint], atLeast least: Double, atMost most: Double = .infinity) -> Double {
        guard let first = points.first else { return least }
        let low = points.reduce(first) { PlanePoint(x: min($0.x, $1.x), y: min($0.y, $1.y)) }
        let high = points.reduce(first) { PlanePoint(x: max($0.x, $1.x), y: max($0.y, $1.y)) }
        return min(max((2 * (high.x - low.x) * (high.y - low.y) / Double(points.count)).squareRoot(), least), most)
    }

    /// The point nearest to a place, of equally near ones the first; nil if there is none at all.
    ///
    /// - Complexity: O(points in the cells as far away as the nearest point).
    func nearest(to place: PlanePoint, of points: [PlanePoint]) -> Int? {
        guard !points.isEmpty else { return nil }
        var best = (distance: Double.infinity, point: points.count)
        var radius = raster.cellSize
        while true {
            forEach(near: place, within: radius) { point in
                let distance = points[point].squaredDistance(to: place)
                if (distance, point) < best { best = (distance, point) }
            }
            // Nothing beyond the cells looked at is nearer than this.
            if best.distance < radius * radius || radius > Self.widest { return best.point }
            radius *= 2
        }
    }
}
