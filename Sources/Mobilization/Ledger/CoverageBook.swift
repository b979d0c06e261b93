import Coverage
import DenseTables
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
        near = CoverageTally(world.reach[0])
        far = CoverageTally(world.reach[1])
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
    mutating func change(
        _ site: SiteID, present: Bool, at now: Int64, _ world: World, _ roads: borrowing RoadBook
    ) {
        settle(at: now)
        teamsAt[site] += present ? 1 : -1
        if world.roadsMayChange {
            count(present ? 1 : -1, times(from: site, world, roads), world)
        } else {
            count(site, present: present, world.reach)
        }
        covered = Self.residents(near, far)
    }

    /// How long each grid takes from a site in good weather, on the roads as they are.
    private func times(from site: SiteID, _ world: World, _ roads: borrowing RoadBook) -> [UInt32] {
        var times: [UInt32] = []
        times.reserveCapacity(world.ground.gridSites.count)
        for grid in world.ground.gridSites { times.append(roads.travel(from: site, to: grid, world)) }
        return times
    }

    private mutating func count(_ teams: Int, _ times: [UInt32], _ world: World) {
        near.add(teams, times: times, longest: world.longestDry[0], world.reach[0])
        far.add(teams, times: times, longest: world.longestDry[1], world.reach[1])
    }

    private mutating func count(_ site: SiteID, present: Bool, _ reach: [CoverageReach]) {
        if present {
            near.add(site, reach[0])
            far.add(site, reach[1])
        } else {
            near.remove(site, reach[0])
            far.remove(site, reach[1])
        }
    }

    /// Roads have changed ways: teams reach other grids now, grids are reached by other teams.
    ///
    /// - Complexity: O(sites + grids · sites touched + grids touched · sites with teams).
    mutating func roadsChanged(
        _ touched: RoadBook.Touched, at now: Int64, _ world: World, _ roads: borrowing RoadBook
    ) {
        settle(at: now)
        for (site, before) in touched.from where teamsAt[site] > 0 {
            count(-Int(teamsAt[site]), world.ground.gridSites.map { before[$0.index] }, world)
            count(Int(teamsAt[site]), times(from: site, world, roads), world)
        }
        var isTouched = [Bool](repeating: false, count: teamsAt.count)
        for site in touched.to { isTouched[site.index] = true }
        let standing = (0..<teamsAt.count).map { SiteID($0) }.filter { teamsAt[$0] > 0 }
        for (grid, site) in world.ground.gridSites.enumerated() where isTouched[site.index] {
            var teams = (near: 0, far: 0)
            for other in standing {
                let time = UInt64(roads.travel(from: other, to: site, world))
                if time <= world.longestDry[0] { teams.near += Int(teamsAt[other]) }
                if time <= world.longestDry[1] { teams.far += Int(teamsAt[other]) }
            }
            near.set(CellID(grid), to: teams.near, world.reach[0])
            far.set(CellID(grid), to: teams.far, world.reach[1])
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
    func isRight(_ sites: [SiteID], _ world: World, _ roads: borrowing RoadBook) -> Bool {
        var booked = teamsAt.elements()
        for site in sites { booked[site.index] -= 1 }
        var reach = world.reach.map { $0.withoutSites() }
        for site in sites {
            let times = times(from: site, world, roads)
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
