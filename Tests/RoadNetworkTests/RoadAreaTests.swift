import DenseTables
import RoadNetwork
import Testing

@Suite struct RoadAreaTests {
    private func ring(_ corners: [(Double, Double)]) -> RoadArea { RoadArea(ring: corners.map { SIMD2($0, $1) }) }

    @Test func `a point is inside or outside, hollows included`() {
        let hook = ring([(0, 0), (4, 0), (4, 4), (3, 4), (3, 1), (0, 1)])
        let inside: [SIMD2<Double>] = [SIMD2(1, 0.5), SIMD2(3.5, 3)]
        let outside: [SIMD2<Double>] = [SIMD2(1, 2), SIMD2(5, 1), SIMD2(-1, 0.5)]
        #expect(inside.allSatisfy { hook.contains($0) })
        #expect(!outside.contains { hook.contains($0) })
    }

    @Test func `roads that end in the area, or only cross it, touch it; others do not`() {
        // Points a thousandth of a degree apart on one parallel.
        let line = network(6, [(0, 1, 1), (1, 2, 1), (2, 3, 1), (0, 5, 1), (4, 5, 1)])
        func touched(_ from: Double, _ to: Double, _ south: Double = 24.2) -> [Int] {
            let corners = [(116 + from, south), (116 + to, south), (116 + to, 24.4), (116 + from, 24.4)]
            return ring(corners + corners.prefix(1)).roads(of: line).map {
                Int(line[$0].from.raw * 10 + line[$0].to.raw)
            }
        }
        // From 0 to 5 leads past everything.
        #expect(touched(0.0012, 0.0018) == [5, 12])
        #expect(touched(0.0008, 0.0012) == [1, 5, 12])
        #expect(touched(0.0042, 0.0045) == [5, 45])
        #expect(touched(0.0042, 0.0045, 24.35).isEmpty)
        #expect(RoadArea(ring: [SIMD2(116, 24)]).roads(of: line).isEmpty)
    }
}
