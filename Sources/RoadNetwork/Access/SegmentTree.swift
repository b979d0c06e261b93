import DenseTables

/// The arcs of a network as straight segments, in boxes of boxes, for finding the nearest to a point.
///
/// A grid over arcs is as large as its longest arc makes it; boxes are as many as the arcs. Segments are packed in the order of a
/// Z-curve through their middles (Kamel and Faloutsos, "On packing R-trees", CIKM 1993, with Morton's curve for Hilbert's).
struct SegmentTree: Sendable {
    /// A box in degrees: west, south, east, north.
    private typealias Box = SIMD4<Double>

    /// The nearest place of a segment.
    struct Nearest: Equatable {
        /// The number of the segment's arc.
        var arc: Int
        /// The share of the way from its start, from 0 to 1; at a degenerate one 0.
        var share: Double
        /// The square of the distance in meters.
        var square: Double
    }

    private static let leafSize = 8

    private let starts: [SIMD2<Double>]
    private let ends: [SIMD2<Double>]
    /// The arc each segment is, in the order of the curve.
    private let arcs: [Int32]
    /// The tree in the order of a heap, leaves last; the children of box b are 2b + 1 and 2b + 2.
    private let boxes: [Box]
    private let leafCount: Int

    /// Creates the tree of some arcs.
    ///
    /// - Complexity: O(arcs · log arcs), for the sort.
    init(_ network: RoadNetwork, arcs chosen: [Int]) {
        func place(_ index: Int) -> SIMD2<Double> {
            SIMD2(network.nodes[index].longitude, network.nodes[index].latitude)
        }
        let middles = chosen.map { arc in
            (place(network.arcs[arc].from.index) + place(network.arcs[arc].to.index)) / 2
        }
        let low = middles.reduce(SIMD2(repeating: .infinity)) { pointwiseMin($0, $1) }
        let high = middles.reduce(SIMD2(repeating: -.infinity)) { pointwiseMax($0, $1) }
        let scale = SIMD2(repeating: 65_535.0) / pointwiseMax(high - low, SIMD2(repeating: 1e-9))
        let keys = middles.indices.map { index in
            let cell = (middles[index] - low) * scale
            return UInt64(Self.spread(cell.x) | Self.spread(cell.y) << 1) << 32 | UInt64(index)
        }.sorted()
        arcs = keys.map { Int32(chosen[Int($0 & 0xffff_ffff)]) }
        starts = arcs.map { place(network.arcs[Int($0)].from.index) }
        ends = arcs.map { place(network.arcs[Int($0)].to.index) }
        var leafCount = 1
        while leafCount * Self.leafSize < arcs.count { leafCount *= 2 }
        let nothing = Box(.infinity, .infinity, -.infinity, -.infinity)
        var boxes = [Box](repeating: nothing, count: 2 * leafCount - 1)
        for segment in arcs.indices {
            let leaf = leafCount - 1 + segment / Self.leafSize
            let (a, b) = (starts[segment], ends[segment])
            boxes[leaf] = Self.union(boxes[leaf], Box(lowHalf: pointwiseMin(a, b), highHalf: pointwiseMax(a, b)))
        }
        for box in stride(from: leafCount - 2, through: 0, by: -1) {
            boxes[box] = Self.union(boxes[2 * box + 1], boxes[2 * box + 2])
        }
        (self.boxes, self.leafCount) = (boxes, leafCount)
    }

    /// The nearest place on any segment whose arc is accepted, nil if there is none.
    ///
    /// Of equally near ones it is that of the first arc. Distances are those of a flat map around the point.
    ///
    /// - Complexity: O(log arcs) where arcs are short.
    func nearest(to point: SIMD2<Double>, where isAccepted: (Int) -> Bool) -> Nearest? {
        let map = LocalProjection(longitude: point.x, latitude: point.y)
        let scale = SIMD2(map.meters(longitude: point.x + 1, latitude: point.y).x, LocalProjection.metersPerDegree)
        var best: Nearest?
        var open = [(box: 0, square: Self.square(from: point, to: boxes[0], scale))]
        while let next = open.popLast() {
            if let best, next.square > best.square { continue }
            guard next.box >= leafCount - 1 else {
                let children = [2 * next.box + 1, 2 * next.box + 2].map {
                    (box: $0, square: Self.square(from: point, to: boxes[$0], scale))
                }
                // The nearer one is looked at first.
                let isTurned = children[0].square < children[1].square
                open.append(children[isTurned ? 1 : 0])
                open.append(children[isTurned ? 0 : 1])
                continue
            }
            let first = (next.box - (leafCount - 1)) * Self.leafSize
            for segment in min(first, arcs.count)..<min(first + Self.leafSize, arcs.count) {
                let arc = Int(arcs[segment])
                let found = Self.nearest(on: starts[segment], ends[segment], map)
                let isNearer = best.map { (found.square, arc) < ($0.square, $0.arc) } ?? true
                if isNearer, isAccepted(arc) { best = Nearest(arc: arc, share: found.share, square: found.square) }
            }
        }
        return best
    }

    /// The place on a segment nearest to the origin of a map.
    private static func nearest(
        on start: SIMD2<Double>, _ end: SIMD2<Double>, _ map: LocalProjection
    ) -> (share: Double, square: Double) {
        let a = map.meters(longitude: start.x, latitude: start.y)
        let b = map.meters(longitude: end.x, latitude: end.y)
        let along = b - a
        let length = (along * along).sum()
        let share = length > 0 ? min(max(-(a * along).sum() / length, 0), 1) : 0
        // The ends themselves, so that all arcs of a node are equally near to whoever is nearest to it.
        let place = share == 0 ? a : share == 1 ? b : a + along * share
        return (share, (place * place).sum())
    }

    /// The square of the distance from a point to a box in meters, a lower bound for all in it; longitude goes round.
    private static func square(from point: SIMD2<Double>, to box: Box, _ scale: SIMD2<Double>) -> Double {
        let (west, east) = (box.x - point.x, point.x - box.z)
        let around = 360 + min(west, east)
        let sideways = min(max(west, east, 0), around > 0 ? around : 0)
        let difference = SIMD2(sideways, max(box.y - point.y, point.y - box.w, 0))
        let meters = difference * scale
        return (meters * meters).sum()
    }

    private static func union(_ one: Box, _ other: Box) -> Box {
        Box(lowHalf: pointwiseMin(one.lowHalf, other.lowHalf), highHalf: pointwiseMax(one.highHalf, other.highHalf))
    }

    /// Sixteen bits with a gap after each.
    private static func spread(_ value: Double) -> UInt32 {
        var bits = UInt32(value)
        bits = (bits | bits << 8) & 0x00ff_00ff
        bits = (bits | bits << 4) & 0x0f0f_0f0f
        bits = (bits | bits << 2) & 0x3333_3333
        return (bits | bits << 1) & 0x5555_5555
    }
}
