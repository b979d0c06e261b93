import BenchmarkSupport

/// Points and links of a network that is being laid out, in meters.
struct StreetBuilder {
    /// One stretch of road between two points.
    struct Link {
        let from: Int32
        let to: Int32
        /// Kilometers an hour.
        let speed: Double
        let isOneWay: Bool
    }

    private(set) var points: [SIMD2<Double>] = []
    private(set) var links: [Link] = []

    mutating func add(_ point: SIMD2<Double>) -> Int32 {
        points.append(point)
        return Int32(points.count - 1)
    }

    mutating func link(_ from: Int32, _ to: Int32, speed: Double, isOneWay: Bool = false) {
        links.append(Link(from: from, to: to, speed: speed, isOneWay: isOneWay))
    }

    /// Joins two points by a bending road with `bends` points between them, and returns these.
    @discardableResult
    mutating func join(
        _ from: Int32, _ to: Int32, speed: Double, isOneWay: Bool = false, bends: Int,
        random: inout Xoshiro256PlusPlus
    ) -> [Int32] {
        let (start, end) = (points[Int(from)], points[Int(to)])
        let step = (end - start) / Double(bends + 1)
        let side = SIMD2(-step.y, step.x)
        var between: [Int32] = []
        var last = from
        var drift = 0.0
        for bend in 0..<bends {
            drift = drift * 0.7 + (random.nextUnit() - 0.5) * 0.6
            let point = add(start + step * Double(bend + 1) + side * drift)
            link(last, point, speed: speed, isOneWay: isOneWay)
            between.append(point)
            last = point
        }
        link(last, to, speed: speed, isOneWay: isOneWay)
        return between
    }

    static func distance(_ one: SIMD2<Double>, _ other: SIMD2<Double>) -> Double {
        let gap = other - one
        return (gap * gap).sum().squareRoot()
    }
}
