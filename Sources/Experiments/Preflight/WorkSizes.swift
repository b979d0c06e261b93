import DenseTables
import Mobilization
import Organization
import Places
import ScenarioFiles

/// The teams, posts and tasks a plan and an incident make of a place.
public struct WorkSizes: Sendable {
    /// One kind of team.
    public struct Teams: Sendable {
        /// The kind.
        public let kind: TeamPlan.Kind
        /// How many there are.
        public let teams: Int
        /// How many of them hold a post.
        public let posts: Int
    }

    /// One kind of task.
    public struct Tasks: Sendable {
        /// The kind.
        public let kind: TaskKind
        /// The level at which they appear.
        public let level: ResponseLevel
        /// How many there are.
        public let tasks: Int
        /// Households or residents in all of them.
        public let amount: Int
    }

    /// The kinds of team, in the order of the plan.
    public let teams: [Teams]
    /// The kinds of task that are not posts, by level; those without any are left out.
    public let tasks: [Tasks]
    /// People on call lists, who are called if all levels are ordered.
    public let peopleOnCallLists: Int

    /// Lays out the baseline of a scenario as written on its place as written.
    ///
    /// - Complexity: that of every journey on the place's roads.
    public init(_ scenario: Scenario, place: Place) {
        var written = scenario
        written.experiment.uncertainty = .monteCarlo
        let baseline = scenario.variantNames.firstIndex(of: scenario.experiment.baseline) ?? 0
        let document = written.place(of: baseline, block: 0)
        let conditions = written.conditions(of: baseline, names: document.names, replication: 0)
        let world = World(
            ground: Ground(place: place, speeds: document.speeds), plan: conditions.plan,
            incident: conditions.incident, horizon: scenario.experiment.horizon)
        self.init(world)
    }

    /// Counts what a world holds.
    public init(_ world: World) {
        teams = world.plan.teams.kinds.enumerated().map { number, kind in
            let records = world.teams.filter { $0.kind == number }
            return Teams(kind: kind, teams: records.count, posts: records.count { $0.postTask.exists })
        }
        tasks = TaskKind.allCases.filter { $0 != .post }.flatMap { kind in
            ResponseLevel.ordered.compactMap { level in
                let records = world.tasks.filter { $0.kind == kind && $0.level == level }
                guard !records.isEmpty else { return nil }
                return Tasks(
                    kind: kind, level: level, tasks: records.count, amount: records.reduce(0) { $0 + $1.amount })
            }
        }
        peopleOnCallLists = world.peopleOnCallLists
    }

    /// How many posts each level opens, lowest first.
    public var postsByLevel: [(level: ResponseLevel, posts: Int)] {
        ResponseLevel.ordered.map { level in
            (level, teams.reduce(0) { $0 + ($1.kind.level == level ? $1.posts : 0) })
        }
    }
}
