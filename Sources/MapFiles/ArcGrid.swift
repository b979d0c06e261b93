import DenseTables
import RoadNetwork

/// The arcs of a network on a grid, to find those that touch an area without looking at all of them.
///
/// Arcs are taken as straight between their ends.
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
        func index(_ value: Double, _ low: Double, _ high: Double, _ count: Int) -> Int {
            guard high > low else { return 0 }
            return Int(min(max((value - low) / (high - low) * Double(count), 0), Double(count - 1)))
        }
        return (
            index(point.x, box.low.x, box.high.x, columns), index(point.y, box.low.y, box.high.y, rows)
        )
    }

    /// The arcs that have a point in common with any of some polygons, in the order of the network.
    ///
    /// - Complexity: O(edges + arcs near the polygons · edges beside them).
    func arcs(touching polygons: [MapPolygon]) -> [RoadArcID] {
        guard let box else { return [] }
        var found: Set<Int32> = []
        for polygon in polygons {
            func look(at arc: Int32) {
                let line = ends[Int(arc)]
                if !found.contains(arc), polygon.touches(line.start, line.end) { found.insert(arc) }
            }
            long.forEach(look)
            guard let area = polygon.box else { continue }
            // The area may be written a turn away from the network's box.
            for turn in [0.0, -360, 360] {
                let (low, high) = (area.low + SIMD2(turn, 0), area.high + SIMD2(turn, 0))
                guard low.x <= box.high.x, box.low.x <= high.x, low.y <= box.high.y, box.low.y <= high.y else {
                    continue
                }
                let (first, last) = (Self.cell(low, box, columns, rows), Self.cell(high, box, columns, rows))
                for row in first.row...last.row {
                    for cell in (row * columns + first.column)...(row * columns + last.column) {
                        for index in firstInCell[cell]..<firstInCell[cell + 1] { look(at: cellArcs[Int(index)]) }
                    }
                }
            }
        }
        return found.sorted().map { RoadArcID(raw: $0) }
    }
}
