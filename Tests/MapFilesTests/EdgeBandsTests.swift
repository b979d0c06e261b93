import Foundation
import Testing

@testable import MapFiles

@Suite struct EdgeBandsTests {
    /// A star with many points, and one edge that runs from bottom to top.
    private static let ring: [SIMD2<Double>] = {
        let points = (0..<500).map { index -> SIMD2<Double> in
            let angle = Double(index) / 500 * 6.28
            let radius = index % 2 == 0 ? 1.0 : 0.4
            return SIMD2(radius * cos(angle), radius * sin(angle))
        }
        return points + [points[0]]
    }()

    @Test func `a parallel meets the edges it crosses, each once`() {
        let bands = EdgeBands(rings: [Self.ring])
        for step in -120...120 {
            let latitude = Double(step) / 100
            func crosses(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Bool { (a.y > latitude) != (b.y > latitude) }
            var found = 0
            bands.forEach(at: latitude) { if crosses($0, $1) { found += 1 } }
            #expect(found == zip(Self.ring, Self.ring.dropFirst()).count { crosses($0, $1) })
        }
    }

    @Test func `a stretch of latitudes meets every edge beside it`() {
        let bands = EdgeBands(rings: [Self.ring])
        for (a, b) in zip(Self.ring, Self.ring.dropFirst()) {
            #expect(bands.contains(from: a.y, to: a.y) { $0 == a && $1 == b })
            #expect(bands.contains(from: min(a.y, b.y), to: max(a.y, b.y)) { $0 == a && $1 == b })
        }
        #expect(!bands.contains(from: -9, to: 9) { _, _ in false })
    }

    @Test func `edges all alike, flat or none at all, are borne`() {
        #expect(!EdgeBands(rings: []).contains(from: 0, to: 1) { _, _ in true })
        let flat = EdgeBands(rings: [[SIMD2(0, 5), SIMD2(1, 5), SIMD2(2, 5), SIMD2(0, 5)]])
        #expect(flat.contains(from: 5, to: 5) { _, _ in true })
        // Every edge is as high as the whole: bands would hold them all.
        let comb = (0..<20_000).map { SIMD2(Double($0), Double($0 % 2)) }
        var met = 0
        EdgeBands(rings: [comb + [comb[0]]]).forEach(at: 0.5) { _, _ in met += 1 }
        #expect(met == 20_000)
    }
}
