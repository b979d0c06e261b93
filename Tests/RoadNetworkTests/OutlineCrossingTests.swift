import Testing

@testable import RoadNetwork

@Suite struct OutlineCrossingTests {
    private func ring(_ corners: [(Double, Double)]) -> [SIMD2<Double>] { corners.map { SIMD2($0.0, $0.1) } }

    @Test func `a bow-tie crosses itself, open or closed`() {
        let tie = ring([(0, 0), (2, 2), (2, 0), (0, 2)])
        #expect(OutlineCrossing(tie) == .between(0, 2))
        #expect(OutlineCrossing(tie + tie.prefix(1)) == .between(0, 2))
    }

    @Test func `a square, a triangle and a bay do not`() {
        #expect(OutlineCrossing(ring([(0, 0), (2, 0), (2, 2), (0, 2)])) == .none)
        #expect(OutlineCrossing(ring([(0, 0), (2, 0), (1, 2)])) == .none)
        #expect(OutlineCrossing(ring([(0, 0), (4, 0), (4, 4), (2, 1), (0, 4)])) == .none)
    }

    @Test func `sides that only touch do not cross`() {
        // Two triangles that share a corner.
        #expect(OutlineCrossing(ring([(0, 0), (1, 1), (2, 0), (2, 2), (1, 1), (0, 2)])) == .none)
    }

    @Test func `the antimeridian is no border`() {
        #expect(OutlineCrossing(ring([(179, 0), (-179, 0), (-179, 1), (179, 1)])) == .none)
        #expect(OutlineCrossing(ring([(179, 0), (-179, 1), (-179, 0), (179, 1)])) == .between(0, 2))
    }

    @Test func `a hundred thousand corners are quick, and so is a comb of long teeth`() {
        let count = 100_000
        let round = (0..<count).map { number -> SIMD2<Double> in
            // Once around a square, corner by corner.
            let side = Double(number % (count / 4)) / Double(count / 4)
            switch number / (count / 4) {
            case 0: return SIMD2(side, 0)
            case 1: return SIMD2(1, side)
            case 2: return SIMD2(1 - side, 1)
            default: return SIMD2(0, 1 - side)
            }
        }
        #expect(OutlineCrossing(round) == .none)
        // A comb of long teeth, closed around its back.
        let teeth = (0..<20_000).map { SIMD2($0 % 2 == 0 ? 0.0 : 9, Double($0) / 20_000) }
        let spikes = teeth + [SIMD2(9, 1.1), SIMD2(-1, 1.1), SIMD2(-1, -0.1)]
        #expect(OutlineCrossing(spikes) == .none)
    }
}
