import DenseTables
import RoadNetwork

/// The arcs of a network on a grid, to find those that touch an area without looking at all of them.
///
/// Arcs are taken as straight between their ends. Cells that an area covers as a whole give their arcs without a look at the area, so
/// only those along its outline are held against it.
struct ArcGrid {
    private let ends: [(start: SIMD2<Double>, end: SIMD2<Double>)]
    private let box: BoundingBox?
    private let columns: Int
    private let rows: Int
    private let firstInCell: [Int32]
    private let cellArcs: [Int32]
    /// Arcs across so many cells that they are better looked at each time.
    private let long: [Int32]

    private static let mostCells = 64

    /// Creates the grid.
    ///
    /// - Complexity: O(nodes + arcs).
    init(_ network: RoadNetwork) {
        let box = BoundingBox(network.nodes.lazy.map { SIMD2($0.longitude, $0.latitude) })
        self.box = box
        let middle = box?.middle.x ?? 0
        ends = network.arcs.map { arc in
            let (from, to) = (network[arc.from], network[arc.to])
            let start = Meridian.near(middle, SIMD2(from.longitude, from.latitude))
            return (start, Meridian.near(start.x, SIMD2(to.longitude, to.latitude)))
        }
        let side = min(max(Int((Double(ends.count) / 2).squareRoot()), 1), 4096)
        (columns, rows) = (side, side)
        var first = [Int32](repeating: 0, count: side * side + 1)
        var long: [Int32] = []
        func cells(_ line: (start: SIMD2<Double>, end: SIMD2<Double>)) -> (
            columns: ClosedRange<Int>, rows: ClosedRange<Int>
        ) {
            let low = Self.cell(pointwiseMin(line.start, line.end), box, side, side)
            let high = Self.cell(pointwiseMax(line.start, line.end), box, side, side)
            return (low.column...high.column, low.row...high.row)
        }
        func isLong(_ area: (columns: ClosedRange<Int>, rows: ClosedRange<Int>)) -> Bool {
            area.columns.count * area.rows.count > Self.mostCells
        }
        for (arc, line) in ends.enumerated() {
            let area = cells(line)
            if isLong(area) {
                long.append(Int32(arc))
                continue
            }
            for row in area.rows { for column in area.columns { first[row * side + column + 1] += 1 } }
        }
        for cell in 0..<(side * side) { first[cell + 1] += first[cell] }
        var next = first
        var list = [Int32](repeating: 0, count: Int(first[side * side]))
        for (arc, line) in ends.enumerated() {
            let area = cells(line)
            guard !isLong(area) else { continue }
            for row in area.rows {
                for column in area.columns {
                    list[Int(next[row * side + column])] = Int32(arc)
                    next[row * side + column] += 1
                }
            }
        }
        (firstInCell, cellArcs, self.long) = (first, list, long)
    }

    private static func cell(
        _ point: SIMD2<Double>, _ box: BoundingBox?, _ columns: Int, _ rows: Int
    ) -> (column: Int, row: Int) {
        guard let box else { return (0, 0) }
        return (
            index(point.x, box.low.x, box.high.x, columns), index(point.y, box.low.y, box.high.y, rows)
        )
    }

    private static func index(_ value: Double, _ low: Double, _ high: Double, _ count: Int) -> Int {
        guard high > low else { return 0 }
        return Int(min(max((value - low) / (high - low) * Double(count), 0), Double(count - 1)))
    }

    /// The arcs that have a point in common with any of some polygons, in the order of the network.
    ///
    /// - Complexity: O(edges · rows of cells they cross + cells and arcs found + arcs along the outlines · edges beside them).
    func arcs(touching polygons: [MapPolygon]) -> [RoadArcID] {
        guard let box else { return [] }
        var found: [Int32] = []
        for polygon in polygons {
            for arc in long where polygon.touches(ends[Int(arc)].start, ends[Int(arc)].end) { found.append(arc) }
            guard let area = polygon.box else { continue }
            // The area may be written a turn away from the network's box.
            for turn in [0.0, -360, 360] {
                let (low, high) = (area.low + SIMD2(turn, 0), area.high + SIMD2(turn, 0))
                guard low.x <= box.high.x, box.low.x <= high.x, low.y <= box.high.y, box.low.y <= high.y else {
                    continue
                }
                look(polygon, turn, low, high, box, &found)
            }
        }
        return distinct(found).map { RoadArcID(raw: $0) }
    }

    /// Adds the arcs of the cells a polygon covers, and those along its outline that touch it.
    private func look(
        _ polygon: MapPolygon, _ turn: Double, _ low: SIMD2<Double>, _ high: SIMD2<Double>, _ box: BoundingBox,
        _ found: inout [Int32]
    ) {
        let (first, last) = (Self.cell(low, box, columns, rows), Self.cell(high, box, columns, rows))
        let width = last.column - first.column + 1
        var isOutline = [Bool](repeating: false, count: width * (last.row - first.row + 1))
        for ring in polygon.rings {
            for (a, b) in zip(ring, ring.dropFirst()) {
                let start = Meridian.near(polygon.box?.middle.x ?? a.x, a) + SIMD2(turn, 0)
                mark(&isOutline, start, Meridian.near(start.x, b + SIMD2(turn, 0)), first, last, box)
            }
        }
        let size = SIMD2((box.high.x - box.low.x) / Double(columns), (box.high.y - box.low.y) / Double(rows))
        for row in first.row...last.row {
            // Beside each other off the outline, cells are all within or all without.
            var isWithin: Bool?
            for column in first.column...last.column {
                let cell = row * columns + column
                let arcs = cellArcs[Int(firstInCell[cell])..<Int(firstInCell[cell + 1])]
                if isOutline[(row - first.row) * width + column - first.column] {
                    isWithin = nil
                    for arc in arcs where polygon.touches(ends[Int(arc)].start, ends[Int(arc)].end) {
                        found.append(arc)
                    }
                    continue
                }
                let middle = box.low + SIMD2(Double(column) + 0.5, Double(row) + 0.5) * size
                let isCovered = isWithin ?? polygon.contains(middle)
                isWithin = isCovered
                guard isCovered else { continue }
                func isIn(_ point: SIMD2<Double>) -> Bool { Self.cell(point, box, columns, rows) == (column, row) }
                // An arc stands in every cell of its box; those it does not come to have its ends elsewhere.
                for arc in arcs where isIn(ends[Int(arc)].start) || isIn(ends[Int(arc)].end) { found.append(arc) }
            }
        }
    }

    /// Marks the cells that an edge comes to, and those beside them, so that rounding cannot miss one.
    private func mark(
        _ isOutline: inout [Bool], _ start: SIMD2<Double>, _ end: SIMD2<Double>, _ first: (column: Int, row: Int),
        _ last: (column: Int, row: Int), _ box: BoundingBox
    ) {
        let width = last.column - first.column + 1
        let (bottom, top) = start.y <= end.y ? (start, end) : (end, start)
        let height = (box.high.y - box.low.y) / Double(rows)
        let low = max(Self.index(bottom.y, box.low.y, box.high.y, rows) - 1, first.row)
        let high = min(Self.index(top.y, box.low.y, box.high.y, rows) + 1, last.row)
        guard low <= high else { return }
        for row in low...high {
            // The stretch of the edge in this row and its neighbors.
            func x(_ latitude: Double) -> Double {
                guard top.y > bottom.y else { return bottom.x }
                let share = min(max((latitude - bottom.y) / (top.y - bottom.y), 0), 1)
                return bottom.x + (top.x - bottom.x) * share
            }
            var (west, east) = (x(box.low.y + Double(row - 1) * height), x(box.low.y + Double(row + 2) * height))
            if top.y == bottom.y { (west, east) = (bottom.x, top.x) }
            if west > east { swap(&west, &east) }
            let left = max(Self.index(west, box.low.x, box.high.x, columns) - 1, first.column)
            let right = min(Self.index(east, box.low.x, box.high.x, columns) + 1, last.column)
            guard left <= right else { continue }
            let start = (row - first.row) * width - first.column
            for column in left...right { isOutline[start + column] = true }
        }
    }

    /// Each of some arcs once, in order.
    private func distinct(_ arcs: [Int32]) -> [Int32] {
        guard arcs.count > ends.count / 64 else {
            var distinct: [Int32] = []
            for arc in arcs.sorted() where distinct.last != arc { distinct.append(arc) }
            return distinct
        }
        var isFound = [Bool](repeating: false, count: ends.count)
        for arc in arcs { isFound[Int(arc)] = true }
        return isFound.indices.filter { isFound[$0] }.map { Int32($0) }
    }
}
