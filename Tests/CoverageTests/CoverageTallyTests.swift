import Coverage
import DenseTables
import Testing

@Suite struct CoverageTallyTests {
    @Test func `whatever comes and goes, the totals are those of a count from nothing`() {
        var random = SystemlessGenerator(state: 2)
        for _ in 0..<25 {
            let (reach, travel, weights) = randomReach(&random)
            var tally = CoverageTally(reach)
            var teams: [Int] = []
            for _ in 0..<80 {
                if let gone = teams.indices.randomElement(using: &random), Bool.random(using: &random) {
                    tally.remove(SiteID(teams.remove(at: gone)), reach)
                } else {
                    let site = Int.random(in: travel.indices, using: &random)
                    teams.append(site)
                    tally.add(SiteID(site), reach)
                }
                let near = weights.indices.map { cell in teams.count { travel[$0][cell] <= 600_000 } }
                let once = weights.indices.reduce(0) { $0 + (near[$1] >= 1 ? weights[$1] : 0) }
                let twice = weights.indices.reduce(0) { $0 + (near[$1] >= 2 ? weights[$1] : 0) }
                #expect(tally.once == once && tally.twice == twice)
                #expect(tally.recount(reach) == (once, twice))
            }
            for site in teams { tally.remove(SiteID(site), reach) }
            #expect(tally.once == 0 && tally.twice == 0)
        }
    }

    @Test func `a team that was never added cannot be taken away`() async {
        await #expect(processExitsWith: .failure) {
            let reach = CoverageReach(minutes: 10, sites: 1, weights: [1]) { _, _ in 0 }
            var tally = CoverageTally(reach)
            tally.remove(SiteID(0), reach)
        }
    }
}
