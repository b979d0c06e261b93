import Testing

@testable import Places

@Suite struct PointHashTests {
    @Test func `every point within the radius is found once`() {
        var shuffler = Shuffler(state: 4)
        func random() -> PlanePoint {
            PlanePoint(
                x: Double.random(in: -900...900, using: &shuffler), y: Double.random(in: -400...1400, using: &shuffler))
        }
        let points = (0..<300).map { _ in random() }
        let hash = PointHash(points, cellSize: 130)
        for _ in 0..<50 {
            let center = random() * 1.5
            var found: [Int] = []
            hash.forEach(near: center, within: 200) { found.append($0) }
            #expect(Set(found).count == found.count)
            #expect(Set(found).isSuperset(of: points.indices.filter { points[$0].distance(to: center) <= 200 }))
            #expect(found.allSatisfy { points[$0].distance(to: center) < 700 })
        }
    }
}
