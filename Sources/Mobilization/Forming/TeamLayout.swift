import Coverage
import DenseTables
import Organization
import Places
import RandomStreams

/// One team a plan foresees, before anybody has come.
///
/// What its kind says is copied here in plain values, because verbs look at it at every event.
public struct TeamRecord: Sendable, BitwiseCopyable {
    /// What a team does, without the details of where.
    public enum Duty: UInt8, Sendable, BitwiseCopyable {
        /// Holds its post.
        case post
        /// Takes tasks.
        case tasks
        /// Takes what nobody else took in time.
        case lastResort
        /// Joins what needs a department.
        case joins
    }

    /// Its kind, an index into the plan's.
    public let kind: Int
    /// What it does.
    public let duty: Duty
    /// The tasks it takes, where it takes any.
    public let tasks: TaskKindSet
    /// The roles it is drawn from.
    public let from: RoleSet
    /// People needed to start.
    public let minimum: Int32
    /// People wanted.
    public let full: Int32
    /// Whether one of them must be able to lead.
    public let needsLeader: Bool
    /// The response level that opens it.
    public let level: ResponseLevel
    /// The organization that forms it.
    public let node: OrganizationNodeID
    /// The department it belongs to, or -1.
    public let department: Int
    /// Where it holds its post; the seat of its organization if it has none.
    public let post: SiteID
    /// The post it holds, or none.
    public fileprivate(set) var postTask: TaskID
    /// The key its random numbers hang on.
    public let key: EntityKey

    fileprivate init(
        kind: Int, _ plan: TeamPlan.Kind, node: OrganizationNodeID, department: Int, post: SiteID, key: EntityKey
    ) {
        self.kind = kind
        switch plan.duty {
        case .post: (duty, tasks) = (.post, [])
        case .tasks(let kinds): (duty, tasks) = (.tasks, kinds)
        case .lastResort: (duty, tasks) = (.lastResort, [])
        case .joins: (duty, tasks) = (.joins, [])
        }
        from = plan.from
        minimum = Int32(plan.minimum)
        full = Int32(plan.full)
        needsLeader = plan.needsLeader
        level = plan.level
        self.node = node
        self.department = department
        self.post = post
        postTask = .none
        self.key = key
    }
}

/// Every team of a plan, in a fixed order: by organization, then in the order of the plan.
struct TeamLayout: Sendable {
    /// The teams.
    private(set) var teams: [TeamRecord] = []

    private var first: [Int32] = [0]

    init(ground: Ground, plan: TeamPlan) {
        let place = ground.place
        let everybody = place.people
        var gridOfNode: [OrganizationNodeID: Grid] = [:]
        for grid in place.grids { gridOfNode[grid.node] = grid }
        for index in place.organization.nodes.indices {
            let node = OrganizationNodeID(index)
            let record = place.organization[node]
            for (kindIndex, kind) in plan.kinds.enumerated() where kind.formedAt == record.level {
                // Areas need their posts whoever is listed; compounds and units only if they have such people at all.
                if record.level == .compound || record.level == .unit {
                    if !ground.roster(of: node).contains(where: { kind.from.has(everybody.role[$0]) }) { continue }
                }
                let sites = Self.sites(of: kind, node, ground)
                let departments = kind.duty == .joins ? Array(place.departments.indices) : [-1]
                var ordinal: UInt32 = 0
                for department in departments {
                    for number in 0..<Self.count(kind, node, sites: sites.count, ground, gridOfNode) {
                        teams.append(
                            TeamRecord(
                                kind: kindIndex, kind, node: node, department: department,
                                post: sites.isEmpty ? ground.site(at: record.seat) : sites[number % sites.count],
                                key: EntityKey(path: record.path + "/" + kind.code, ordinal: ordinal)))
                        ordinal += 1
                    }
                }
            }
            first.append(Int32(teams.count))
        }
    }

    /// The teams an organization forms, in the order of the plan.
    func teams(of node: OrganizationNodeID) -> Range<Int> { Int(first[node.index])..<Int(first[node.index + 1]) }

    mutating func setPostTask(_ task: TaskID, of team: TeamID) { teams[team.index].postTask = task }

    /// The places of a kind's posts.
    private static func sites(of kind: TeamPlan.Kind, _ node: OrganizationNodeID, _ ground: Ground) -> [SiteID] {
        guard case .post(let site) = kind.duty else { return [] }
        let place = ground.place
        switch site {
        case .seat: return [ground.site(at: place.organization[node].seat)]
        case .dikePoint:
            return place.dikePoints.filter { $0.node == node }.map { ground.site(at: $0.location) }
        case .shelter:
            // Units such as hospitals share the district's shelters among them; other organizations hold their own.
            let shelters = place.facilities.filter { $0.kind == .shelter }
            guard place.organization[node].level == .unit else {
                return shelters.filter { $0.node == node }.map { ground.site(at: $0.location) }
            }
            let everybody = place.people
            let sharers = place.organization.nodes(at: .unit).filter { unit in
                ground.roster(of: unit).contains { kind.from.has(everybody.role[$0]) }
            }
            guard let mine = sharers.firstIndex(of: node) else { return [] }
            return shelters.enumerated().filter { $0.offset % sharers.count == mine }
                .map { ground.site(at: $0.element.location) }
        }
    }

    private static func count(
        _ kind: TeamPlan.Kind, _ node: OrganizationNodeID, sites: Int, _ ground: Ground,
        _ gridOfNode: [OrganizationNodeID: Grid]
    ) -> Int {
        let organization = ground.place.organization
        var grids: [Grid] {
            gridOfNode[node].map { [$0] } ?? organization.children(of: node).compactMap { gridOfNode[$0] }
        }
        func teams(for amount: Int, each: Int) -> Int { (amount + each - 1) / each }
        switch kind.number {
        case .each(let number): return number
        case .perSite: return sites
        case .perListed(let each):
            let everybody = ground.place.people
            return teams(for: ground.roster(of: node).count { kind.from.has(everybody.role[$0]) }, each: each)
        case .perLowHouseholds(let each): return teams(for: grids.reduce(0) { $0 + $1.lowHouseholds }, each: each)
        case .perLowResidentsNeedingHelp(let each):
            return teams(for: grids.reduce(0) { $0 + $1.lowResidentsNeedingHelp }, each: each)
        }
    }
}
