/// Points placed one after the other around a middle, for asking how far the nearest is.
struct PlacedPoints {
    private let raster: Raster
    private var cells: [[PlanePoint]]
    private(set) var count = 0

    /// Expects `count` points within `reach` meters of `middle`; more, and points further away, take longer.
    init(around middle: PlanePoint, within reach: Double, count: Int) {
        let size = max((reach * reach * 4 / Double(max(count, 1))).squareRoot(), 1)
        let corner = PlanePoint(x: reach, y: reach)
        raster = Raster(cellSize: size, from: middle - corner, to: middle + corner)
        cells = Array(repeating: [], count: raster.count)
    }

    /// Adds a point.
    mutating func append(_ point: PlanePoint) {
        cells[raster.cell(at: point)].append(point)
        count += 1
    }

    /// The squared distance to the nearest point; infinite if there is none.
    ///
    /// - Complexity: O(1) on average where points lie evenly.
    func squaredDistance(to place: PlanePoint) -> Double {
        guard count > 0 else { return .infinity }
        var radius = raster.cellSize
        while true {
            let low = raster.cell(at: PlanePoint(x: place.x - radius, y: place.y - radius))
            let high = raster.cell(at: PlanePoint(x: place.x + radius, y: place.y + radius))
            var best = Double.infinity
            for row in (low / raster.columns)...(high / raster.columns) {
                for cell
                    in (row * raster.columns + low % raster.columns)...(row * raster.columns + high % raster.columns)
                {
                    for point in cells[cell] { best = min(best, point.squaredDistance(to: place)) }
                }
            }
            // Beyond the border everything counts as in the cells of the border, so once all are looked at, all is known.
            let isWhole = low == 0 && high == raster.count - 1
            if best < radius * radius || isWhole { return best }
            radius *= 2
        }
    }
}
