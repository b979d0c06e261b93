import Coverage
import DenseTables
import RoadNetwork

/// How many residents are near free or posted teams, now and on average since the first order.
struct CoverageBook: ~Copyable {
    /// The numbers of teams told apart, for each of the circles.
    static let kinds = Ground.circleMinutes.count * CoverageTally.mostTeams

    private var near: CoverageTally
    private var far: CoverageTally
    /// Who is reached from where; a site has a new row whenever roads have changed its ways.
    private var reach: [CoverageReach]
    /// The row of each site whose ways have changed; none where it is its own row, or is not known since a change.
    private var rows: Column<SiteID, SiteID>
    private var isStale: Column<SiteID, Bool>
    /// How many teams stand at each site.
    private var teamsAt: Column<SiteID, Int32>
    /// Residents within 10 minutes of one, two and three teams, then within 15 minutes of them; the rest is not used.
    private(set) var covered = SIMD8<Int64>()
    private var integral = SIMD8<Int64>()
    private var from: Int64 = -1
    private var last: Int64 = 0

    init(_ world: World) {
        reach = world.reach
        near = CoverageTally(world.reach[0])
        far = CoverageTally(world.reach[1])
        rows = Column(repeating: .none, count: world.ground.siteCount)
        isStale = Column(repeating: false, count: world.ground.siteCount)
        teamsAt = Column(repeating: 0, count: world.ground.siteCount)
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
        if isStale[site] { learn(site, world, roads) }
        teamsAt[site] += present ? 1 : -1
        count(row(of: site), present: present)
        covered = Self.residents(near, far)
    }

    /// Those of `sites` where teams stand.
    func standing(at sites: [SiteID]) -> [SiteID] { sites.filter { teamsAt[$0] > 0 } }

    /// Roads have changed the ways from `sites`: whoever stands there reaches other cells now.
    ///
    /// The ways from where anybody stands must be known to `roads`.
    ///
    /// - Complexity: O(sites + sites with teams · grids).
    mutating func roadsChanged(
        from sites: [SiteID], at now: Int64, _ world: World, _ roads: borrowing RoadBook
    ) {
        settle(at: now)
        for site in sites {
            guard teamsAt[site] > 0 else {
                isStale[site] = true
                continue
            }
            for _ in 0..<teamsAt[site] { count(row(of: site), present: false) }
            learn(site, world, roads)
            for _ in 0..<teamsAt[site] { count(row(of: site), present: true) }
        }
        covered = Self.residents(near, far)
        // Rows of the past are let go now and then.
        guard reach[0].siteCount > 4 * rows.count else { return }
        let live = (0..<rows.count).map { row(of: SiteID($0)) }
        reach = reach.map { $0.keeping(live) }
        for site in live.indices { rows[SiteID(site)] = .none }
    }

    private mutating func count(_ row: SiteID, present: Bool) {
        if present {
            near.add(row, reach[0])
            far.add(row, reach[1])
        } else {
            near.remove(row, reach[0])
            far.remove(row, reach[1])
        }
    }

    private func row(of site: SiteID) -> SiteID { rows[site].exists ? rows[site] : site }

    /// Gives a site a new row, for its ways as they are.
    private mutating func learn(_ site: SiteID, _ world: World, _ roads: borrowing RoadBook) {
        var times: [UInt32] = []
        times.reserveCapacity(world.ground.gridSites.count)
        for grid in world.ground.gridSites { times.append(roads.travel(from: site, to: grid, world)) }
        for (circle, longest) in world.longestDry.enumerated() {
            rows[site] = reach[circle].append(travel: times, longest: longest)
        }
        isStale[site] = false
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
        var booked = teamsAt.elements()
        for site in sites { booked[site.index] -= 1 }
        let standing = sites.map { row(of: $0) }
        return booked.allSatisfy { $0 == 0 } && covered == Self.residents(near, far)
            && near.isThat(of: standing, reach[0]) && far.isThat(of: standing, reach[1])
    }

    private mutating func settle(at now: Int64) {
        integral &+= covered &* (now - last)
        last = now
    }
}
