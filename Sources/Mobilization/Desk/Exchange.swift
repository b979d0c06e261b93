import DenseTables
import Dispatching
import Organization

/// One side of the desk: tasks that want a party of one kind, and the free teams that could be it, area by area.
///
/// Finding a team for a task and a task for a team are the same question to the policy, with another seeker.
struct Exchange: ~Copyable {
    /// A team to be sent to a task.
    struct Pairing {
        let task: TaskID
        let team: TeamID
    }

    private let part: Part
    private var tasks: LinkedLists<StreetID, TaskID>
    private var teams: LinkedLists<StreetID, TeamID>
    /// Tasks that began to seek in this instant and have not been matched.
    private var seeking: [TaskID] = []

    init(_ part: Part, _ prospects: Prospects) {
        self.part = part
        tasks = LinkedLists(lists: prospects.areas, items: prospects.world.tasks.count)
        teams = LinkedLists(lists: prospects.areas, items: prospects.world.teams.count)
    }

    // MARK: Who is there

    /// A task seeks a team from now on.
    mutating func seek(_ task: TaskID, _ prospects: Prospects) {
        tasks.append(task, to: prospects.area(of: task))
        seeking.append(task)
    }

    /// A team waits for a task from now on.
    mutating func wait(_ team: TeamID, _ prospects: Prospects) { teams.append(team, to: prospects.area(of: team)) }

    /// A task has found somebody.
    mutating func remove(_ task: TaskID, _ prospects: Prospects) { tasks.remove(task, from: prospects.area(of: task)) }

    /// A team has found something.
    mutating func remove(_ team: TeamID, _ prospects: Prospects) { teams.remove(team, from: prospects.area(of: team)) }

    /// The tasks that began to seek since this was asked last.
    mutating func takeSeeking() -> [TaskID] {
        defer { seeking.removeAll(keepingCapacity: true) }
        return seeking
    }

    // MARK: Deciding

    /// The pairings the policy makes for tasks that seek teams, in the order of their urgency, and when it wants to be asked again.
    ///
    /// - Complexity: O(tasks · free teams), and what the policy takes.
    func teams(
        for seekers: [TaskID], _ prospects: Prospects, _ books: borrowing Books, at now: Int64
    ) -> (pairings: [Pairing], again: Int64?) {
        let isWide = prospects.world.plan.dispatch.policy.weighsEverything
        let shown = isWide ? all(tasks, prospects) : seekers
        return decide(shown, all(teams, prospects), for: .tasks(seekers), prospects, books, at: now)
    }

    /// The pairings the policy makes when a team comes free, and when it wants to be asked again.
    ///
    /// A policy that weighs everything is shown the team among those that wait.
    ///
    /// - Complexity: O(waiting tasks), and what the policy takes; O(waiting tasks · free teams) where it weighs everything.
    func task(
        for team: TeamID, _ prospects: Prospects, _ books: borrowing Books, at now: Int64
    ) -> (pairings: [Pairing], again: Int64?) {
        if prospects.world.plan.dispatch.policy.weighsEverything {
            return decide(
                all(tasks, prospects), all(teams, prospects), for: .team(team), prospects, books, at: now)
        }
        var shown: [TaskID] = []
        tasks.forEach(in: prospects.area(of: team)) { if prospects.fits(team, $0, as: part) { shown.append($0) } }
        return decide(shown, [team], for: .team(team), prospects, books, at: now)
    }

    /// Whoever asks.
    private enum Seekers {
        case tasks([TaskID])
        case team(TeamID)
    }

    private func decide(
        _ tasks: [TaskID], _ teams: [TeamID], for seekers: Seekers, _ prospects: Prospects, _ books: borrowing Books,
        at now: Int64
    ) -> (pairings: [Pairing], again: Int64?) {
        let policy = prospects.world.plan.dispatch.policy
        if tasks.isEmpty || teams.isEmpty { return ([], nil) }
        var open: [Situation.OpenTask] = []
        open.reserveCapacity(tasks.count)
        for task in tasks {
            let story = books.taskStory[task]
            open.append(
                Situation.OpenTask(
                    priority: prospects.world.tasks[task.index].priority,
                    opened: part == .main ? story.opened : story.agreed,
                    deadline: story.deadline < 0 ? .max : story.deadline, isOverdue: story.isLate))
        }
        var free = [Situation.Team](repeating: Situation.Team(), count: teams.count)
        if policy.weighsCoverage {
            for (number, team) in teams.enumerated() {
                let site = books.teamStory[team].site
                free[number].coversAlone = books.coverage.coveredAlone(from: site, prospects.roads)
            }
        }
        let asking: [Situation.Seeker] =
            switch seekers {
            case .tasks(let seekers): seekers.compactMap { tasks.firstIndex(of: $0) }.map { .task($0) }
            case .team(let team): teams.firstIndex(of: team).map { [.team($0)] } ?? []
            }
        var ways: [UInt32] = []
        ways.reserveCapacity(tasks.count * teams.count)
        for task in tasks {
            for team in teams {
                ways.append(prospects.fits(team, task, as: part) ? prospects.way(team, to: task, books) : .max)
            }
        }
        let decision = policy.decide(
            Situation(now: now, tasks: open, teams: free, seekers: asking) { ways[$0 * teams.count + $1] })
        return (decision.pairings.map { Pairing(task: tasks[$0.task], team: teams[$0.team]) }, decision.again)
    }

    /// Everything in some lists, area by area.
    private func all<Item: RowID>(_ lists: borrowing LinkedLists<StreetID, Item>, _ prospects: Prospects) -> [Item] {
        var items: [Item] = []
        for area in 0..<prospects.areas { lists.forEach(in: StreetID(area)) { items.append($0) } }
        return items
    }
}
