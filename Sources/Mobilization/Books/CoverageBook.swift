import Coverage
import DenseTables
import Places
import RoadNetwork

/// How many residents are near free or posted teams, now and on average since the first order.
struct CoverageBook: ~Copyable {
    /// The numbers of teams told apart, for each of the circles.
    static let kinds = Ground.circleMinutes.count * CoverageTally.mostTeams

    private var near: CoverageTally
    private var far: CoverageTally
    /// How many teams stand at each site.
    private var teamsAt: Column<SiteID, Int32>
    /// Residents within 10 minutes of one, two and three teams, then within 15 minutes of them; the rest is not used.
    private(set) var covered = SIMD8<Int64>()
    private var integral = SIMD8<Int64>()
    private var from: Int64 = -1
    private var last: Int64 = 0

    init(_ world: World) {
        near = CoverageTally(cells: world.ground.gridWeights.count)
        far = CoverageTally(cells: world.ground.gridWeights.count)
        teamsAt = Column(repeating: 0, count: world.ground.siteCount)
    }

    /// Begins the average: the first order is out.
    mutating func start(at now: Int64) {
        if from >= 0 { return }
        settle(at: now)
        integral = SIMD8()
        from = now
    }

    /// A team comes to stand at a site, or leaves it.
    ///
    /// - Complexity: O(grids around the site).
    mutating func change(_ site: SiteID, present: Bool, at now: Int64, _ roads: RoadState) {
        settle(at: now)
        teamsAt[site] += present ? 1 : -1
        let weights = roads.ground.gridWeights
        roads.withReach(of: site) { cells, marks in
            if present {
                near.add(to: cells, marked: marks, with: SiteReach.near, weights)
                far.add(to: cells, marked: marks, with: SiteReach.far, weights)
            } else {
                near.remove(from: cells, marked: marks, with: SiteReach.near, weights)
                far.remove(from: cells, marked: marks, with: SiteReach.far, weights)
            }
        }
        covered = Self.residents(near, far)
    }

    /// Residents within the wider circle of the one team at a site and of no other; 0 where more than one stands, or none.
    ///
    /// - Complexity: O(grids around the site).
    func coveredAlone(from site: SiteID, _ roads: RoadState) -> Int {
        guard teamsAt[site] == 1 else { return 0 }
        var residents = 0
        roads.withReach(of: site) { cells, marks in
            for (cell, mark) in zip(cells, marks) where mark & SiteReach.far != 0 {
                if far.teams(near: CellID(raw: cell)) == 1 { residents += Int(roads.ground.gridWeights[Int(cell)]) }
            }
        }
        return residents
    }

    /// Roads have changed: teams reach other grids now, grids are reached by other teams.
    ///
    /// - Complexity: O(marks that have changed).
    mutating func roadsChanged(at now: Int64, _ roads: RoadState) {
        settle(at: now)
        for flip in roads.flips where teamsAt[flip.site] > 0 {
            let (teams, cell) = (Int(teamsAt[flip.site]), CellID(raw: flip.cell))
            let residents = roads.ground.gridWeights[cell.index]
            let changed = flip.before ^ flip.after
            if changed & SiteReach.near != 0 {
                near.add(flip.after & SiteReach.near != 0 ? teams : -teams, to: cell, residents: residents)
            }
            if changed & SiteReach.far != 0 {
                far.add(flip.after & SiteReach.far != 0 ? teams : -teams, to: cell, residents: residents)
            }
        }
        covered = Self.residents(near, far)
    }

    private static func residents(_ near: borrowing CoverageTally, _ far: borrowing CoverageTally) -> SIMD8<Int64> {
        let (close, wide) = (near.residents, far.residents)
        return SIMD8(close[0], close[1], close[2], wide[0], wide[1], wide[2], 0, 0)
    }

    mutating func close(at horizon: Int64) { settle(at: horizon) }

    /// The mean share of residents near one team since the first order, by 10 and by 15 minutes; nil without an order.
    func meanShares(of residents: Int) -> [Double]? {
        if from < 0 || last == from || residents == 0 { return nil }
        return [0, CoverageTally.mostTeams].map { Double(integral[$0]) / Double(last - from) / Double(residents) }
    }

    /// Whether a recount from where teams stand, bit by bit, finds the same residents near the same number of teams.
    ///
    /// - Complexity: O(teams · cells).
    func isRight(_ sites: [SiteID], _ world: World, _ roads: RoadState) -> Bool {
        var booked = teamsAt.elements()
        for site in sites { booked[site.index] -= 1 }
        let weights = world.ground.place.grids.map(\.residents)
        var reach = Ground.circleMinutes.map { CoverageReach(minutes: $0, weights: weights, cells: []) }
        for site in sites {
            let times = world.ground.gridSites.map { roads.travel(from: site, to: $0) }
            for circle in reach.indices { _ = reach[circle].append(travel: times, longest: world.longestDry[circle]) }
        }
        let numbered = sites.indices.map { SiteID($0) }
        return booked.allSatisfy { $0 == 0 } && covered == Self.residents(near, far)
            && near.isThat(of: numbered, reach[0]) && far.isThat(of: numbered, reach[1])
    }

    private mutating func settle(at now: Int64) {
        integral &+= covered &* (now - last)
        last = now
    }
}
