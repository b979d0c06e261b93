import Testing

@testable import RoadNetwork

@Suite struct SideTreeTests {
    private typealias Side = (start: SIMD2<Double>, end: SIMD2<Double>)

    private func cross(_ one: Side, _ other: Side) -> Bool {
        func turn(_ p: SIMD2<Double>, _ q: SIMD2<Double>, _ r: SIMD2<Double>) -> Double {
            (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
        }
        return turn(one.start, one.end, other.start) * turn(one.start, one.end, other.end) < 0
            && turn(other.start, other.end, one.start) * turn(other.start, other.end, one.end) < 0
    }

    private func found(_ sides: [Side]) -> SideTree.Finding {
        SideTree(starts: sides.map(\.start), ends: sides.map(\.end)).first { cross(sides[$0], sides[$1]) }
    }

    @Test func `it finds a crossing just where holding each side against each other does`() {
        var state: UInt64 = 7
        func draw() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 33) / Double(1 << 31)
        }
        var crossed = 0
        for count in 0..<300 {
            let length = 0.3 / Double(count + 1)
            let sides = (0..<count).map { _ in
                let start = SIMD2(draw(), draw())
                return (
                    start: start,
                    end: start + length * SIMD2(draw() - 0.5, draw() - 0.5) * (count.isMultiple(of: 2) ? 1 : 20)
                )
            }
            let expected = sides.indices.contains { one in (one + 1..<count).contains { cross(sides[one], sides[$0]) } }
            switch found(sides) {
            case .none: #expect(!expected)
            case .pair(let one, let other):
                crossed += 1
                #expect(one < other && cross(sides[one], sides[other]))
            case .tooMany: Issue.record("\(count) sides are not too many")
            }
        }
        #expect((50..<250).contains(crossed))
    }

    @Test(arguments: [0, 0.3, 0.7854, 1.1, 2.5]) func `teeth of a comb are told apart however it is turned`(
        _ slant: Double
    ) {
        // A turn by any slant will do; it need not keep lengths.
        let along = SIMD2(1 - slant * slant / 4, slant)
        func turned(_ point: SIMD2<Double>) -> SIMD2<Double> {
            SIMD2(point.x * along.x - point.y * along.y, point.x * along.y + point.y * along.x)
        }
        let corners = (0..<30_000).map { turned(SIMD2(Double($0) / 30_000, $0.isMultiple(of: 2) ? 0 : 9)) }
        #expect(found(zip(corners, corners.dropFirst()).map { (start: $0, end: $1) }) == .none)
    }

    @Test func `sides in a place and sides without length do no harm`() {
        let still: [Side] = Array(repeating: (start: [1, 1], end: [1, 1]), count: 500)
        #expect(found(still) == .none)
        #expect(found(still + [(start: [0, 0], end: [2, 1]), (start: [0, 1], end: [2, 0])]) == .pair(500, 501))
    }

    @Test func `too many long sides in two slanting directions are said to be too many`() {
        // Arrowheads within each other: nothing crosses, and every box holds all others.
        let sides = (0..<10_000).flatMap { number -> [Side] in
            let tip = SIMD2(Double(number) * 1e-6, 0)
            return [(start: tip, end: tip + [0.92, 0.38]), (start: tip, end: tip + [0.92, -0.38])]
        }
        #expect(found(sides) == .tooMany)
    }
}
