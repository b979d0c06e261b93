import Testing

@testable import Places

@Suite struct RiverCourseTests {
    private let low = PlanePoint(x: -5000, y: -5000)
    private let high = PlanePoint(x: 5000, y: 5000)

    @Test func `a straight river is as far away as the line`() {
        let river = RiverCourse(
            through: [PlanePoint(x: -1000, y: 0), PlanePoint(x: 1000, y: 0)], width: 100, from: low, to: high)
        #expect(river.bankDistance(PlanePoint(x: 300, y: 200)) == 150)
        #expect(river.bankDistance(PlanePoint(x: 300, y: -20)) == -30)
        // It goes on beyond its ends.
        #expect(river.bankDistance(PlanePoint(x: 4000, y: 200)) == 150)
        #expect(river.crosses(PlanePoint(x: -4000, y: 10), PlanePoint(x: -3990, y: -10)))
        #expect(!river.crosses(PlanePoint(x: -4000, y: 10), PlanePoint(x: 4000, y: 30)))
        #expect(
            river.point(at: river.nearest(to: PlanePoint(x: 500, y: 70)).position).point == PlanePoint(x: 500, y: 0))
    }

    @Test func `distances and crossings agree with a look at every segment`() {
        let bends = (0..<12).map { PlanePoint(x: Double($0) * 800 - 4400, y: $0 % 2 == 0 ? -700 : Double($0) * 150) }
        let river = RiverCourse(through: bends, width: 50, from: low, to: high)
        var shuffler = Shuffler(state: 1)
        for _ in 0..<400 {
            let point = PlanePoint(
                x: Double.random(in: -5000...5000, using: &shuffler),
                y: Double.random(in: -5000...5000, using: &shuffler))
            let way = PlanePoint(
                x: Double.random(in: -2500...2500, using: &shuffler),
                y: Double.random(in: -2500...2500, using: &shuffler))
            var end = point + way
            end = PlanePoint(x: min(max(end.x, -5000), 5000), y: min(max(end.y, -5000), 5000))
            let segments = zip(river.points, river.points.dropFirst())
            let nearest = segments.map { distance(point, $0, $1) }.min() ?? 0
            #expect(abs(river.nearest(to: point).distance - nearest) < 1e-6)
            #expect(river.crosses(point, end) == segments.contains { meet(point, end, $0, $1) })
        }
    }

    @Test func `a river many stretches long is as far away as its nearest segment`() {
        let bends = (0..<80).map {
            PlanePoint(x: Double($0) * 900 - 36_000, y: 4000 * Double($0 % 7) - 300 * Double($0))
        }
        let corner = PlanePoint(x: 40_000, y: 30_000)
        let river = RiverCourse(through: bends, width: 50, from: corner * -1, to: corner)
        var shuffler = Shuffler(state: 2)
        for _ in 0..<500 {
            let point = PlanePoint(
                x: Double.random(in: -40_000...40_000, using: &shuffler),
                y: Double.random(in: -30_000...30_000, using: &shuffler))
            let nearest = zip(river.points, river.points.dropFirst()).map { distance(point, $0, $1) }.min() ?? 0
            #expect(abs(river.nearest(to: point).distance - nearest) < 1e-6)
        }
    }

    private func distance(_ point: PlanePoint, _ start: PlanePoint, _ end: PlanePoint) -> Double {
        let line = end - start
        let share = min(max((point - start).dot(line) / line.squaredLength, 0), 1)
        return point.distance(to: start + line * share)
    }

    private func meet(_ a: PlanePoint, _ b: PlanePoint, _ c: PlanePoint, _ d: PlanePoint) -> Bool {
        let (line, way) = (d - c, b - a)
        return line.cross(a - c) * line.cross(b - c) < 0 && way.cross(c - a) * way.cross(d - a) < 0
    }
}

/// A tiny generator for tests.
struct Shuffler: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
        return word ^ word >> 31
    }
}
