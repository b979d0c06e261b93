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
            for site in teams { tally.remove(SiteID(site), reach) }
            #expect(tally.residents == SIMD4())
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
