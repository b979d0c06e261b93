import Coverage
import DenseTables
import RoadNetwork

/// How many residents are near free or posted teams, now and on average since the first order.
struct CoverageBook: ~Copyable {
    /// The numbers of teams told apart, for each of the circles.
    static let kinds = Ground.circleMinutes.count * CoverageTally.mostTeams

    private var near: CoverageTally
    private var far: CoverageTally
    /// Who is reached from where on the roads as they are; after a change only sites where a team has stood since have a row.
    private var reach: [CoverageReach]
    /// The row of each site, once roads have changed; before that a site is its own row.
    private var rows: [SiteID] = []
    /// Residents within 10 minutes of one, two and three teams, then within 15 minutes of them; the rest is not used.
    private(set) var covered = SIMD8<Int64>()
    private var integral = SIMD8<Int64>()
    private var from: Int64 = -1
    private var last: Int64 = 0

    init(_ world: World) {
        reach = world.reach
        near = CoverageTally(world.reach[0])
        far = CoverageTally(world.reach[1])
    }

    /// Begins the average: the first order is out.
    mutating func start(at now: Int64) {
        if from >= 0 { return }
        settle(at: now)
        integral = SIMD8()
        from = now
    }

    /// A team comes to stand at a site, or leaves it; the ways from there must be known to `roads`.
    mutating func change(
        _ site: SiteID, present: Bool, at now: Int64, _ world: World, _ roads: borrowing RoadBook
    ) {
        settle(at: now)
        let row = row(of: site, world, roads)
        if present {
            near.add(row, reach[0])
            far.add(row, reach[1])
        } else {
            near.remove(row, reach[0])
            far.remove(row, reach[1])
        }
        covered = Self.residents(near, far)
    }

    /// Roads have changed: whoever stands somewhere reaches other cells now.
    ///
    /// - Complexity: O(teams · grids).
    mutating func roadsChanged(
        _ standing: [SiteID], at now: Int64, _ world: World, _ roads: borrowing RoadBook
    ) {
        settle(at: now)
        rows = roads.isAltered ? Array(repeating: .none, count: world.ground.siteCount) : []
        reach = roads.isAltered ? world.reach.map { $0.withoutSites() } : world.reach
        near = CoverageTally(reach[0])
        far = CoverageTally(reach[1])
        for site in standing { change(site, present: true, at: now, world, roads) }
        covered = Self.residents(near, far)
    }

    /// Whether any resident is reached from a site where a team stands.
    func reaches(_ site: SiteID) -> Bool {
        let row = rows.isEmpty ? site : rows[site.index]
        return row.exists && reach.contains { !$0.cells(of: row).isEmpty }
    }

    /// The row of a site, added if nobody has stood there since roads changed.
    private mutating func row(of site: SiteID, _ world: World, _ roads: borrowing RoadBook) -> SiteID {
        guard !rows.isEmpty else { return site }
        if rows[site.index].exists { return rows[site.index] }
        let weather = world.incident.weather[Int(TravelMode.car.rawValue)]
        let ways = roads.row(from: site)
        let times = world.ground.gridSites.map { Ground.slowed(ways[$0.index], by: weather) }
        for circle in reach.indices { rows[site.index] = reach[circle].append(travel: times) }
        return rows[site.index]
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
    func isRight(_ sites: [SiteID]) -> Bool {
        let standing = rows.isEmpty ? sites : sites.map { rows[$0.index] }
        return standing.allSatisfy(\.exists) && covered == Self.residents(near, far)
            && near.isThat(of: standing, reach[0]) && far.isThat(of: standing, reach[1])
    }

    private mutating func settle(at now: Int64) {
        integral &+= covered &* (now - last)
        last = now
    }
}
