import Coverage

/// How many residents are near a free or posted team, now and on average since the first order.
struct CoverageBook: ~Copyable {
    private var near: CoverageTally
    private var far: CoverageTally
    /// Residents within 10 minutes of one and of two teams, then within 15 minutes of one and of two.
    private(set) var covered = SIMD4<Int64>()
    private var integral = SIMD4<Int64>()
    private var from: Int64 = -1
    private var last: Int64 = 0

    init(_ world: World) {
        near = CoverageTally(world.reach[0])
        far = CoverageTally(world.reach[1])
    }

    /// Begins the average: the first order is out.
    mutating func start(at now: Int64) {
        if from >= 0 { return }
        settle(at: now)
        integral = SIMD4()
        from = now
    }

    /// A team comes to stand at a site, or leaves it.
    mutating func change(_ site: SiteID, present: Bool, at now: Int64, _ world: World) {
        settle(at: now)
        if present {
            near.add(site, world.reach[0])
            far.add(site, world.reach[1])
        } else {
            near.remove(site, world.reach[0])
            far.remove(site, world.reach[1])
        }
        covered = Self.residents(near, far)
    }

    private static func residents(_ near: borrowing CoverageTally, _ far: borrowing CoverageTally) -> SIMD4<Int64> {
        SIMD4(Int64(near.once), Int64(near.twice), Int64(far.once), Int64(far.twice))
    }

    mutating func close(at horizon: Int64) { settle(at: horizon) }

    /// The mean share of residents covered since the first order, by 10 and by 15 minutes; nil without an order.
    func meanShares(of residents: Int) -> [Double]? {
        if from < 0 || last == from || residents == 0 { return nil }
        return [0, 2].map { Double(integral[$0]) / Double(last - from) / Double(residents) }
    }

    /// Whether a recount from where teams stand finds the same residents, near the same number of teams.
    ///
    /// - Complexity: O(teams · cells of a site + cells).
    func isRight(_ sites: [SiteID], _ world: World) -> Bool {
        let (first, second) = (near.recount(world.reach[0]), far.recount(world.reach[1]))
        return covered == SIMD4(Int64(first.once), Int64(first.twice), Int64(second.once), Int64(second.twice))
            && near.isThat(of: sites, world.reach[0]) && far.isThat(of: sites, world.reach[1])
    }

    private mutating func settle(at now: Int64) {
        integral &+= covered &* (now - last)
        last = now
    }
}
