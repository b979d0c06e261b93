import RoadNetwork

/// The edges of an area by bands of latitude, so that a point is held against those beside it and not against all.
struct EdgeBands: Sendable, Equatable {
    private let starts: [SIMD2<Double>]
    private let ends: [SIMD2<Double>]
    private let low: Double
    private let bandsPerDegree: Double
    private let firstInBand: [Int32]
    private let bandEdges: [Int32]

    /// Sorts the edges of closed rings into bands.
    ///
    /// There are as many bands as edges, or fewer where edges are so long that they would stand in too many.
    ///
    /// - Complexity: O(edges · log edges), memory O(edges).
    init(rings: [[SIMD2<Double>]]) {
        var (starts, ends): ([SIMD2<Double>], [SIMD2<Double>]) = ([], [])
        for ring in rings {
            starts += ring.dropLast()
            ends += ring.dropFirst()
        }
        let low = starts.reduce(Double.infinity) { min($0, $1.y) }
        let height = starts.reduce(-Double.infinity) { max($0, $1.y) } - low
        var count = max(starts.count, 1)
        var scale = 0.0
        func band(_ y: Double) -> Int { min(max(Int((y - low) * scale), 0), count - 1) }
        func span(_ edge: Int) -> ClosedRange<Int> {
            let (one, other) = (band(starts[edge].y), band(ends[edge].y))
            return min(one, other)...max(one, other)
        }
        while true {
            scale = height > 0 ? Double(count) / height : 0
            if !scale.isFinite { (count, scale) = (1, 0) }
            if count == 1 || starts.indices.reduce(0, { $0 + span($1).count }) <= 8 * starts.count { break }
            count = (count + 1) / 2
        }
        var first = [Int32](repeating: 0, count: count + 1)
        for edge in starts.indices {
            for band in span(edge) { first[band + 1] += 1 }
        }
        for band in 0..<count { first[band + 1] += first[band] }
        var next = first
        var list = [Int32](repeating: 0, count: Int(first[count]))
        for edge in starts.indices {
            for band in span(edge) {
                list[Int(next[band])] = Int32(edge)
                next[band] += 1
            }
        }
        (self.starts, self.ends, self.low, bandsPerDegree) = (starts, ends, low, scale)
        (firstInBand, bandEdges) = (first, list)
    }

    private func band(_ y: Double) -> Int {
        let offset = (y - low) * bandsPerDegree
        return offset > 0 ? min(Int(min(offset, 1e9)), firstInBand.count - 2) : 0
    }

    /// Whether `test` accepts any edge whose band a stretch of latitudes touches; an edge may be asked about several times.
    func contains(from low: Double, to high: Double, _ test: (SIMD2<Double>, SIMD2<Double>) -> Bool) -> Bool {
        for index in Int(firstInBand[band(low)])..<Int(firstInBand[band(high) + 1]) {
            let edge = Int(bandEdges[index])
            if test(starts[edge], ends[edge]) { return true }
        }
        return false
    }

    /// Hands every edge that a parallel may cross to `body`, each once.
    func forEach(at latitude: Double, _ body: (SIMD2<Double>, SIMD2<Double>) -> Void) {
        let band = band(latitude)
        for index in Int(firstInBand[band])..<Int(firstInBand[band + 1]) {
            let edge = Int(bandEdges[index])
            body(starts[edge], ends[edge])
        }
    }

    /// Where two edges cross, if they do.
    enum Crossing: Equatable {
        /// Nowhere.
        case nowhere
        /// At this point, among others perhaps.
        case near(SIMD2<Double>)
        /// Too many edges lie across each other's boxes to look at all pairs.
        case tooMany
    }

    /// How far an edge must reach beyond another to cross it, in degrees: five centimeters, more than rounding moves a point.
    private static let reach = 5e-7

    /// A point where two edges cross, so that the ends of each lie on both sides of the other.
    ///
    /// - Complexity: that of `SideTree.first(where:)`.
    var crossing: Crossing {
        let tree = SideTree(starts: starts, ends: ends)
        var place = SIMD2<Double>.zero
        let found = tree.first { one, other in
            guard let point = Self.crossing(starts[one], ends[one], starts[other], ends[other]) else { return false }
            place = point
            return true
        }
        switch found {
        case .none: return .nowhere
        case .pair: return .near(place)
        case .tooMany: return .tooMany
        }
    }

    private static func crossing(
        _ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>, _ d: SIMD2<Double>
    ) -> SIMD2<Double>? {
        guard max(a.x, b.x) > min(c.x, d.x), max(c.x, d.x) > min(a.x, b.x) else { return nil }
        func side(_ p: SIMD2<Double>, _ q: SIMD2<Double>, _ r: SIMD2<Double>) -> Double {
            (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
        }
        let (one, two, three, four) = (side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b))
        guard one * two < 0, three * four < 0 else { return nil }
        let (first, second) = (((b - a) * (b - a)).sum().squareRoot(), ((d - c) * (d - c)).sum().squareRoot())
        guard min(abs(one), abs(two)) > reach * first, min(abs(three), abs(four)) > reach * second else { return nil }
        return a + (b - a) * (three / (three - four))
    }
}
