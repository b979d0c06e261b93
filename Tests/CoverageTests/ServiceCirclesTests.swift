import Coverage
import DenseTables
import Testing

@Suite struct ServiceCirclesTests {
    /// Minutes from three facilities (rows) to five points (columns); the last point is an island, nil is no way.
    private let minutes: [[Double?]] = [
        [1, 5, 12, 30, nil],
        [5, 5, 6, 25, nil],
        [9, 16, 10, nil, nil],
    ]
    private let weights = [100.0, 40, 25, 30, 5]

    private func circles(most: Int = 3) -> ServiceCircles {
        ServiceCircles(facilities: 3, weights: weights, most: most) { facility, point in
            minutes[facility][point].map { UInt32($0 * 60_000) } ?? ServiceCircles.noWay
        }
    }

    private func milliseconds(_ minutes: Double) -> UInt32 { UInt32(minutes * 60_000) }

    @Test func `weights within reach of one, two and three facilities, as counted by hand`() {
        let circles = circles()
        #expect(circles.total == 200)
        let expected: [(minutes: Double, weights: [Double])] = [
            (0.5, [0, 0, 0]), (5, [140, 140, 0]), (10, [165, 165, 100]), (15, [165, 165, 125]), (30, [195, 195, 165]),
        ]
        for (minutes, weights) in expected {
            let found = (1...3).map { circles.within(milliseconds(minutes), of: $0).weight }
            #expect(found == weights, "\(minutes) min")
        }
        #expect(circles.within(milliseconds(5)).share == 0.7)
        #expect(circles.withoutWay.weight == 5)
    }

    @Test func `a point at exactly the limit is within it, a millisecond later it is not`() {
        #expect(circles().within(milliseconds(1)).weight == 100)
        #expect(circles().within(milliseconds(1) - 1).weight == 0)
    }

    @Test func `weights between two limits are counted, and those without a way are in neither`() {
        let circles = circles()
        #expect(circles.beyond(milliseconds(1), within: milliseconds(6)).weight == 65)
        #expect(circles.beyond(milliseconds(6)).weight == 30)
        #expect(circles.beyond(milliseconds(25)).weight == 0)
        // Differences of these would leave something.
        let tenths = ServiceCircles(facilities: 1, weights: [0.1, 0.2, 0.3], most: 1) { _, _ in 5 }
        #expect(tenths.beyond(5).weight == 0)
    }

    @Test func `of equally near facilities the first is named, and no way is no facility`() {
        #expect(circles().nearest(to: 1) == .init(facility: 0, milliseconds: 300_000))
        #expect(circles().nearest(to: 2) == .init(facility: 1, milliseconds: 360_000))
        #expect(circles().nearest(to: 4) == nil)
        #expect(circles().count(near: 0, within: milliseconds(5)) == 2)
    }

    @Test func `gaps of either state of the roads are listed, the heaviest first`() {
        let closed = ServiceCircles(facilities: 1, weights: weights, most: 1) { _, point in
            point == 1 ? ServiceCircles.noWay : 60_000
        }
        #expect(ServiceCircles.gaps(of: [circles()], beyond: milliseconds(15)) == [3, 4])
        #expect(ServiceCircles.gaps(of: [circles(), closed], beyond: milliseconds(15)) == [1, 3, 4])
        #expect(ServiceCircles.gaps(of: [], beyond: 1).isEmpty)
    }

    @Test func `points of equal weight keep their order`() {
        let circles = ServiceCircles(facilities: 0, weights: [1, 2, 1, 2], most: 1) { _, _ in 0 }
        #expect(ServiceCircles.gaps(of: [circles], beyond: 0) == [1, 3, 0, 2])
    }

    @Test func `without any weight every share is nothing`() {
        let circles = ServiceCircles(facilities: 1, weights: [0, 0], most: 1) { _, _ in 0 }
        #expect(circles.within(1).share == 0 && circles.total == 0)
    }

    @Test func `a recount bit by bit finds the same weights`() {
        var state: UInt64 = 7
        func next(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        let (facilities, points, limit) = (9, 700, 6)
        let times = (0..<facilities).map { _ in (0..<points).map { _ in next(40) } }
        let whole = (0..<points).map { _ in next(500) }
        let circles = ServiceCircles(facilities: facilities, weights: whole.map { Double($0) }, most: 3) {
            UInt32(times[$0][$1])
        }
        let bits = CoverageBits(
            cells: points, reached: times.map { row in row.indices.filter { row[$0] <= limit }.map { Int32($0) } })
        let expected = bits.residents(whole)
        for teams in 1...3 {
            #expect(circles.within(UInt32(limit), of: teams).weight == Double(expected[teams - 1]))
        }
    }

    @Test func `a share is all or nothing only where it is, whatever rounding makes of the sums`() {
        let circles = ServiceCircles(facilities: 1, weights: [1e12, 0.00001], most: 1) { _, point in UInt32(point) }
        #expect(circles.within(0).share < 1 && circles.within(1).share == 1)
        #expect(circles.gaps(beyond: 0).share > 0 && circles.gaps(beyond: 1).share == 0)
        let tiny = ServiceCircles(facilities: 1, weights: [1e12, .leastNonzeroMagnitude], most: 1) { _, point in
            UInt32(1 - point)
        }
        #expect(tiny.within(0).share > 0 && tiny.beyond(0).share < 1)
    }
}
