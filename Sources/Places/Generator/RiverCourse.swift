/// The course of a river on the map: a smoothed line that goes on straight beyond both ends.
///
/// It does not end at the district's border, so nobody gets round it without a bridge.
struct RiverCourse {
    /// Corners of the line, upstream first.
    let points: [PlanePoint]

    /// Meters from the first corner to each corner.
    let positions: [Double]

    /// The width of the water in meters.
    let width: Double

    private static let extensionLength = 100_000.0
    private static let blockSize = 2000.0
    private let blocks: Raster
    private let firstInBlock: [Int32]
    private let blockSegments: [Int32]

    /// Draws a course through points, upstream first, with quick answers between the corners `low` and `high`.
    init(through course: [PlanePoint], width: Double, from low: PlanePoint, to high: PlanePoint) {
        var line = course
        for _ in 0..<2 { line = Self.cutCorners(line) }
        line.insert(Self.beyond(line[0], from: line[1]), at: 0)
        line.append(Self.beyond(line[line.count - 1], from: line[line.count - 2]))
        var positions = [0.0]
        for index in 1..<line.count {
            positions.append(positions[index - 1] + line[index].distance(to: line[index - 1]))
        }
        points = line
        self.positions = positions
        self.width = width
        blocks = Raster(cellSize: Self.blockSize, from: low, to: high)
        var first: [Int32] = [0]
        var list: [Int32] = []
        let stretches = RiverStretch.all(of: line)
        for block in 0..<blocks.count {
            list += Self.segments(around: blocks.center(of: block), of: line, stretches)
            first.append(Int32(list.count))
        }
        firstInBlock = first
        blockSegments = list
    }

    /// The segments that may be nearest to a point of the block around `center`, in order; whole stretches too far away are passed over.
    private static func segments(
        around center: PlanePoint, of line: [PlanePoint], _ stretches: [RiverStretch]
    ) -> [Int32] {
        let nearest = stretches.reduce(Double.infinity) { min($0, $1.corner.distance(to: center)) }
        let some = stretches.filter { $0.corner.distance(to: center) - $0.radius <= nearest + blockSize * 1.5 + 1 }
            .flatMap { $0.segments }
        let distances = some.map { Self.nearest(to: center, on: line[$0], line[$0 + 1]).distance }
        let reach = (distances.min() ?? 0) + blockSize * 1.5
        return zip(some, distances).filter { $0.1 <= reach }.map { Int32($0.0) }
    }

    /// The nearest point of the middle of the river: meters away, and meters from the first corner.
    func nearest(to point: PlanePoint) -> (distance: Double, position: Double) {
        var best = (distance: Double.infinity, position: 0.0)
        let block = blocks.cell(at: point)
        for index in firstInBlock[block]..<firstInBlock[block + 1] {
            let segment = Int(blockSegments[Int(index)])
            let found = Self.nearest(to: point, on: points[segment], points[segment + 1])
            if found.distance < best.distance { best = (found.distance, positions[segment] + found.along) }
        }
        return best
    }

    /// Meters from a point to the nearest bank, negative in the water.
    func bankDistance(_ point: PlanePoint) -> Double { nearest(to: point).distance - width / 2 }

    /// Whether the way straight from one point to another crosses the middle of the river.
    ///
    /// Both must lie between the corners the course was made for.
    func crosses(_ from: PlanePoint, _ to: PlanePoint) -> Bool {
        let middle = (from + to) * 0.5
        let length = from.distance(to: to)
        guard length < Self.blockSize else {
            return crosses(from, middle) || crosses(middle, to)
        }
        let block = blocks.cell(at: middle)
        for index in firstInBlock[block]..<firstInBlock[block + 1] {
            let segment = Int(blockSegments[Int(index)])
            let (start, end) = (points[segment], points[segment + 1])
            let line = end - start
            let way = to - from
            // Half-open, so that a way through a corner of the course crosses one segment, not two or none.
            let first = line.cross(from - start) >= 0
            let second = line.cross(to - start) >= 0
            guard first != second else { continue }
            let one = way.cross(start - from) >= 0
            let other = way.cross(end - from) >= 0
            if one != other { return true }
        }
        return false
    }

    /// The point at a position, and the direction of flow there, of length 1.
    func point(at position: Double) -> (point: PlanePoint, direction: PlanePoint) {
        // The first segment that ends at the position or behind it, by halving.
        var segment = 0
        var last = points.count - 2
        while segment < last {
            let middle = (segment + last) / 2
            if positions[middle + 1] < position { segment = middle + 1 } else { last = middle }
        }
        let line = points[segment + 1] - points[segment]
        let direction = line * (1 / max(line.length, 1e-9))
        return (points[segment] + direction * (position - positions[segment]), direction)
    }

    /// Chaikin's corner cutting ("An algorithm for high-speed curve generation", 1974), ends kept.
    private static func cutCorners(_ line: [PlanePoint]) -> [PlanePoint] {
        var smooth = [line[0]]
        for index in 1..<line.count {
            smooth.append(line[index - 1] * 0.75 + line[index] * 0.25)
            smooth.append(line[index - 1] * 0.25 + line[index] * 0.75)
        }
        smooth.append(line[line.count - 1])
        return smooth
    }

    private static func beyond(_ end: PlanePoint, from inner: PlanePoint) -> PlanePoint {
        let direction = end - inner
        return end + direction * (extensionLength / max(direction.length, 1e-9))
    }

    private static func nearest(
        to point: PlanePoint, on start: PlanePoint, _ end: PlanePoint
    ) -> (distance: Double, along: Double) {
        let line = end - start
        let share = min(max((point - start).dot(line) / max(line.squaredLength, 1e-9), 0), 1)
        return (point.distance(to: start + line * share), share * line.length)
    }
}

/// Some segments of a river one after the other, all of them within a circle.
private struct RiverStretch {
    let segments: Range<Int>
    /// Where the first begins.
    let corner: PlanePoint
    /// How far from there the furthest point of them is, in meters.
    let radius: Double

    /// All segments of a line, sixteen a stretch.
    static func all(of line: [PlanePoint]) -> [RiverStretch] {
        stride(from: 0, to: line.count - 1, by: 16).map { start in
            let segments = start..<min(start + 16, line.count - 1)
            let radius = segments.reduce(0) { max($0, line[$1 + 1].distance(to: line[start])) }
            return RiverStretch(segments: segments, corner: line[start], radius: radius)
        }
    }
}
