import RandomStreams
import Testing

@testable import Places

@Suite struct TerrainTests {
    private let terrain = Meijiang.terrain

    @Test func `hills keep away from the river and from seats`() {
        let seats = Meijiang.figures.streets.map { terrain.plane($0.seat) }
        for cell in 0..<terrain.raster.count {
            let center = terrain.raster.center(of: cell)
            if terrain.bankDistances[cell] < Meijiang.figures.river.floodPlain { #expect(terrain.hills[cell] == 0) }
            if seats.contains(where: { $0.distance(to: center) < 1000 }) { #expect(terrain.hills[cell] == 0) }
        }
        #expect(terrain.hills.max() ?? 0 > 150)
    }

    @Test func `the ground is the same however far the district reaches`() {
        let random = RandomStream(seed: 2, replication: 0)
        let key = EntityKey(path: "x")
        let near = ValueNoise(
            random: random, key: key, spacing: 700, from: PlanePoint(x: -3000, y: -3000),
            to: PlanePoint(x: 3000, y: 3000))
        let far = ValueNoise(
            random: random, key: key, spacing: 700, from: PlanePoint(x: -9000, y: -4000),
            to: PlanePoint(x: 5000, y: 8000))
        for step in -20...20 {
            let point = PlanePoint(x: Double(step) * 130, y: Double(step * step) * 6 - 1000)
            #expect(near.value(at: point) == far.value(at: point))
            #expect((0...1).contains(near.value(at: point)))
        }
    }

    @Test func `no step between cells crosses the water`() {
        let raster = terrain.raster
        for cell in 0..<raster.count where terrain.blockedSteps[cell] != 0xff && terrain.bankDistances[cell] < 400 {
            for direction in 0..<8 where terrain.blockedSteps[cell] >> UInt8(direction) & 1 == 0 {
                let ends = (raster.center(of: cell), raster.center(of: cell + raster.offsets[direction]))
                #expect(!terrain.river.crosses(ends.0, ends.1))
                #expect(terrain.river.bankDistance(ends.1) > 0)
            }
        }
    }
}
