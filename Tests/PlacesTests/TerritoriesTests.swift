import Testing
import Words

@testable import Places

@Suite struct TerritoriesTests {
    @Test func `every street gets its share of the area around its seat`() {
        let figures = Meijiang.figures
        let terrain = Meijiang.terrain
        let seats = figures.streets.map { terrain.plane($0.seat) }
        let territories = Territories(terrain: terrain, figures: figures, seats: seats)
        let weights = figures.streets.map(\.areaWeight)
        let cellArea = terrain.raster.cellSize * terrain.raster.cellSize / 1e6
        for street in figures.streets.indices {
            let area = Double(territories.cells[street].count) * cellArea
            let expected = figures.area * weights[street] / weights.reduce(0, +)
            #expect(abs(area - expected) < 0.02 * expected + 0.1, "\(figures.streets[street].name.en)")
            #expect(territories.owners[terrain.raster.cell(at: seats[street])] == Int16(street))
            #expect(territories.cells[street].allSatisfy { territories.owners[$0] == Int16(street) })
        }
        #expect(territories.owners.count { $0 >= 0 } == territories.cells.reduce(0) { $0 + $1.count })
    }
}
