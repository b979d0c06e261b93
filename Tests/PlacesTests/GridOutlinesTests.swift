import Testing

@testable import Places

@Suite struct GridOutlinesTests {
    @Test func `outlines of a place are convex, counterclockwise, around their middle, and do not overlap`() {
        let terrain = Meijiang.terrain
        let rings = Meijiang.place.grids.map { $0.outline.map { terrain.plane($0) } }
        for ring in rings {
            #expect(ring.count >= 3)
            #expect(area(ring) > 1000)
            for index in ring.indices {
                let side = ring[(index + 1) % ring.count] - ring[index]
                let next = ring[(index + 2) % ring.count] - ring[(index + 1) % ring.count]
                #expect(side.cross(next) > -1e-3)
            }
        }
        // Middles of other grids lie outside.
        for first in stride(from: 0, to: rings.count, by: 7) {
            let middle = rings[first].reduce(PlanePoint(x: 0, y: 0), +) * (1 / Double(rings[first].count))
            #expect(rings.indices.filter { contains(rings[$0], middle) } == [first])
        }
    }

    @Test func `between two middles the border is half way`() {
        let rings = GridOutlines.cells(
            middles: [PlanePoint(x: 0, y: 0), PlanePoint(x: 100, y: 0)], reaches: [80, 80])
        #expect(abs((rings[0].map(\.x).max() ?? 0) - 50) < 1e-9)
        #expect(abs((rings[1].map(\.x).min() ?? 0) - 50) < 1e-9)
    }

    @Test func `a grid alone is a dodecagon of its reach`() {
        let rings = GridOutlines.cells(middles: [PlanePoint(x: 5, y: 5)], reaches: [10])
        #expect(rings[0].count == 12)
        #expect(abs(area(rings[0]) - 300) < 1e-9)
    }

    private func area(_ ring: [PlanePoint]) -> Double {
        ring.indices.reduce(0) { $0 + ring[$1].cross(ring[($1 + 1) % ring.count]) } / 2
    }

    private func contains(_ ring: [PlanePoint], _ point: PlanePoint) -> Bool {
        ring.indices.allSatisfy { (ring[($0 + 1) % ring.count] - ring[$0]).cross(point - ring[$0]) >= 0 }
    }
}
