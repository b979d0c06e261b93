import Coverage
import DenseTables
import Organization
import Places
import RandomStreams

/// One task or post an incident and a plan call for, before anything has happened.
public struct TaskRecord: Sendable {
    /// What it asks for.
    public let kind: TaskKind
    /// Where it is.
    public let site: SiteID
    /// The organization it belongs to: the grid of a door, the owner of a post.
    public let node: OrganizationNodeID
    /// The community whose orders open it and which is its last resort.
    public let owner: OrganizationNodeID
    /// The grid it lies in, for deadlines; none for posts elsewhere.
    public let grid: GridID
    /// The level whose warrant makes it appear and whose order opens it.
    public let level: ResponseLevel
    /// Households to warn, residents to move, 1 for a post.
    public let amount: Int
    /// Smaller goes first.
    public let priority: Int
    /// The departments that must agree, one of which sends a team, as an index into `TaskLayout.departmentSets`; -1 for none.
    public let departments: Int32
    /// The number of the incident that makes it; posts, which are the plan's, are asked for by any and bear 0.
    public let incident: Int
    /// The team that holds the post; none for tasks.
    public var postTeam: TeamID
    /// The key its random numbers hang on.
    public let key: EntityKey

    /// Whether an alert asks for it, whatever the level.
    func isAskedFor(by alert: Alert) -> Bool { kind == .post || incident == Int(alert.incident) }
}

/// Every task and post of a scenario, in a fixed order.
struct TaskLayout: Sendable {
    /// The tasks: posts first, in the order of their teams, then for each incident, grid by grid, doors and transfers.
    private(set) var tasks: [TaskRecord] = []

    /// The distinct lists of departments tasks ask for.
    private(set) var departmentSets: [[Int]] = []

    private var byOwner: [[TaskID]]
    private var byGrid: [[TaskID]]

    init(ground: Ground, plan: Plan, incidents: [Incident], teams: inout TeamLayout) {
        byOwner = Array(repeating: [], count: ground.place.organization.nodes.count)
        byGrid = Array(repeating: [], count: ground.place.grids.count)
        let gridOfNode = Dictionary(
            uniqueKeysWithValues: ground.place.grids.enumerated().map { ($1.node, GridID($0)) })
        for index in teams.teams.indices {
            let team = teams.teams[index]
            guard team.duty == .post else { continue }
            let kind = plan.teams.kinds[team.kind]
            let community = ground.place.organization.ancestor(of: team.node, at: .community)
            let task = TaskRecord(
                kind: .post, site: team.post, node: team.node, owner: community.exists ? community : team.node,
                grid: gridOfNode[team.node] ?? .none, level: kind.level, amount: 1, priority: 0,
                departments: departmentSet(kind.departments), incident: 0, postTeam: TeamID(index), key: team.key)
            teams.setPostTask(append(task), of: TeamID(index))
        }
        for (number, incident) in incidents.enumerated() {
            for (index, grid) in ground.place.grids.enumerated() {
                let id = GridID(index)
                add(grid, id, .warn, incident.warn, amount: grid.lowHouseholds, number, ground)
                add(grid, id, .transfer, incident.transfer, amount: grid.lowResidentsNeedingHelp, number, ground)
            }
        }
    }

    /// The tasks whose orders come through `node`.
    func tasks(ownedBy node: OrganizationNodeID) -> [TaskID] { byOwner[node.index] }

    /// The tasks of a grid that water can make too late.
    func tasks(in grid: GridID) -> [TaskID] { byGrid[grid.index] }

    /// Cuts a grid's need into batches of nearly equal size.
    private mutating func add(
        _ grid: Grid, _ id: GridID, _ kind: TaskKind, _ demand: TaskDemand, amount: Int, _ incident: Int,
        _ ground: Ground
    ) {
        if demand.level == .none || amount == 0 { return }
        let node = ground.place.organization[grid.node]
        let owner = ground.place.organization.ancestor(of: grid.node, at: .community)
        let batches = (amount + demand.batch - 1) / demand.batch
        let departments = departmentSet(demand.departments)
        let path = node.path + "/" + kind.name + (incident == 0 ? "" : "@\(incident)")
        for batch in 0..<batches {
            append(
                TaskRecord(
                    kind: kind, site: ground.site(at: grid.location), node: grid.node,
                    owner: owner.exists ? owner : grid.node, grid: id, level: demand.level,
                    amount: amount * (batch + 1) / batches - amount * batch / batches, priority: demand.priority,
                    departments: departments, incident: incident, postTeam: .none,
                    key: EntityKey(path: path, ordinal: UInt32(batch))))
        }
    }

    @discardableResult
    private mutating func append(_ task: TaskRecord) -> TaskID {
        let id = TaskID(tasks.count)
        tasks.append(task)
        byOwner[task.owner.index].append(id)
        if task.grid.exists, task.kind != .post { byGrid[task.grid.index].append(id) }
        return id
    }

    private mutating func departmentSet(_ departments: [Int]) -> Int32 {
        if departments.isEmpty { return -1 }
        if let index = departmentSets.firstIndex(of: departments) { return Int32(index) }
        departmentSets.append(departments)
        return Int32(departmentSets.count - 1)
    }
}
