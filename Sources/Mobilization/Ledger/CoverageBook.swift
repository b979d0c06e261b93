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
            let reach = Self.reach(from: [site], world, roads)
            count(SiteID(0), present: present, reach)
        } else {
            count(site, present: present, world.reach)
        }
        covered = Self.residents(near, far)
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
            let (old, new) = (Self.reach(before, world), Self.reach(from: [site], world, roads))
            for _ in 0..<teamsAt[site] {
                count(SiteID(0), present: false, old)
                count(SiteID(0), present: true, new)
            }
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

    /// Who is reached over ways from one site to every site.
    private static func reach(_ ways: [UInt32], _ world: World) -> [CoverageReach] {
        let times = world.ground.gridSites.map { ways[$0.index] }
        return world.longestDry.indices.map { circle in
            var reach = world.reach[circle].withoutSites()
            _ = reach.append(travel: times, longest: world.longestDry[circle])
            return reach
        }
    }

    /// Who is reached from each of `sites` on the roads as they are; the sites are numbered in their order.
    private static func reach(
        from sites: [SiteID], _ world: World, _ roads: borrowing RoadBook
    ) -> [CoverageReach] {
        var found: [CoverageReach] = []
        for (circle, longest) in world.longestDry.enumerated() {
            var reach = world.reach[circle].withoutSites()
            for site in sites {
                var times: [UInt32] = []
                times.reserveCapacity(world.ground.gridSites.count)
                for grid in world.ground.gridSites { times.append(roads.travel(from: site, to: grid, world)) }
                _ = reach.append(travel: times, longest: longest)
            }
            found.append(reach)
        }
        return found
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
        let reach = Self.reach(from: sites, world, roads)
        let numbered = sites.indices.map { SiteID($0) }
        return booked.allSatisfy { $0 == 0 } && covered == Self.residents(near, far)
            && near.isThat(of: numbered, reach[0]) && far.isThat(of: numbered, reach[1])
    }

    private mutating func settle(at now: Int64) {
        integral &+= covered &* (now - last)
        last = now
    }
}
