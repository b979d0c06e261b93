import Coverage
import DenseTables
import Testing

@Suite struct CoverageTallyTests {
    @Test func `whatever comes and goes, the totals are those of a count from nothing`() {
        var random = SystemlessGenerator(state: 2)
        for _ in 0..<25 {
            let (reach, travel, weights) = randomReach(&random)
            let place = MarkedRows(travel, weights)
            var tally = CoverageTally(cells: weights.count)
            var teams: [Int] = []
            for _ in 0..<80 {
                if let gone = teams.indices.randomElement(using: &random), Bool.random(using: &random) {
                    place.remove(teams.remove(at: gone), from: &tally)
                } else {
                    let site = Int.random(in: travel.indices, using: &random)
                    teams.append(site)
                    place.add(site, to: &tally)
                }
                let near = weights.indices.map { cell in teams.count { travel[$0][cell] <= 600_000 } }
                for number in 1...CoverageTally.mostTeams {
                    let covered = weights.indices.reduce(0) { $0 + (near[$1] >= number ? weights[$1] : 0) }
                    #expect(tally.residents[number - 1] == covered)
                }
                let (isRight, isWrong) = (
                    tally.isThat(of: teams.map { SiteID($0) }, reach), tally.isThat(of: [], reach)
                )
                #expect(isRight)
                #expect(isWrong == (tally.residents[0] == 0), "a recount of no teams finds nobody")
            }
            for site in teams { place.remove(site, from: &tally) }
            #expect(tally.residents == SIMD4())
        }
    }

    @Test(arguments: [1, 2, 64, 128] as [UInt8])
    func `a cell by itself counts as it does among others, whatever the bit`(bit: UInt8) {
        var random = SystemlessGenerator(state: 3)
        let weights = (0..<43).map { _ in UInt32.random(in: 0...500, using: &random) }
        let marks = weights.map { _ in UInt8.random(in: 0...255, using: &random) }
        let cells = weights.indices.map { Int32($0) }
        var together = CoverageTally(cells: cells.count)
        var apart = CoverageTally(cells: cells.count)
        for step in [1, 1, 1, 1, -1, -1, 1, -1, -1, -1] {
            if step > 0 {
                together.add(to: cells[...], marked: marks[...], with: bit, weights)
            } else {
                together.remove(from: cells[...], marked: marks[...], with: bit, weights)
            }
            for cell in cells.indices where marks[cell] & bit != 0 {
                apart.add(step, to: CellID(cell), residents: weights[cell])
            }
            #expect(together.residents == apart.residents)
        }
    }

    @Test(arguments: [1, 4])
    func `a team that was never added cannot be taken away`(cells: Int) async {
        await #expect(processExitsWith: .failure) { [cells] in
            let row = (0..<cells).map { Int32($0) }
            var tally = CoverageTally(cells: cells)
            tally.remove(
                from: row[...], marked: [UInt8](repeating: 1, count: cells)[...], with: 1,
                [UInt32](repeating: 1, count: cells))
        }
    }

    @Test(arguments: [0, 3] as [UInt8])
    func `no bit and several bits are refused`(bit: UInt8) async {
        await #expect(processExitsWith: .failure) { [bit] in
            var tally = CoverageTally(cells: 4)
            tally.add(to: [0, 1, 2, 3], marked: [3, 3, 3, 3], with: bit, [1, 1, 1, 1])
        }
    }

    @Test(arguments: [[9], [0, 1, -1, 2]] as [[Int32]])
    func `a cell that is not there is refused`(row: [Int32]) async {
        await #expect(processExitsWith: .failure) { [row] in
            var tally = CoverageTally(cells: 4)
            tally.add(to: row[...], marked: row.map { _ in 1 }[...], with: 1, [1, 1, 1, 1])
        }
    }
}

/// The cells of each site as runs have them: one row after the other, of which only those marked with a bit are within reach.
private struct MarkedRows {
    private let cells: [Int32]
    private let marks: [UInt8]
    private let weights: [UInt32]

    init(_ travel: [[UInt32]], _ weights: [Int]) {
        cells = travel.flatMap { $0.indices.map { Int32($0) } }
        marks = travel.flatMap { $0.map { time in time <= 600_000 ? 3 : 2 } }
        self.weights = weights.map { UInt32($0) }
    }

    func add(_ site: Int, to tally: inout CoverageTally) {
        let row = site * weights.count..<(site + 1) * weights.count
        tally.add(to: cells[row], marked: marks[row], with: 1, weights)
    }

    func remove(_ site: Int, from tally: inout CoverageTally) {
        let row = site * weights.count..<(site + 1) * weights.count
        tally.remove(from: cells[row], marked: marks[row], with: 1, weights)
    }
}
