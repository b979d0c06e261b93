/// What headquarters sees when it decides: open tasks, teams it can send, and how long each way takes.
public struct Situation: Sendable {
    /// A task that wants a team.
    public struct OpenTask: Sendable {
        /// Smaller goes first.
        public var priority: Int
        /// When it was ordered, in milliseconds.
        public var opened: Int64
        /// When it must be done, in milliseconds; `Int64.max` without a deadline.
        public var deadline: Int64
        /// Whether that time is over already.
        public var isOverdue: Bool

        /// Creates the view of a task.
        public init(priority: Int, opened: Int64 = 0, deadline: Int64 = .max, isOverdue: Bool = false) {
            self.priority = priority
            self.opened = opened
            self.deadline = deadline
            self.isOverdue = isOverdue
        }

        /// Its urgency: by priority, then those that can still be in time, then the one due first.
        public var urgency: (Int, Int, Int64) { (priority, isOverdue ? 1 : 0, deadline) }
    }

    /// A team that can be sent.
    public struct Team: Sendable {
        /// Residents whom no other team covers; 0 unless the policy weighs coverage.
        public var coversAlone: Int

        /// Creates the view of a team.
        public init(coversAlone: Int = 0) { self.coversAlone = coversAlone }
    }

    /// Whoever has just come and asks: a task that was opened, a team that was freed.
    public enum Seeker: Sendable, Equatable {
        /// A task, by number.
        case task(Int)
        /// A team, by number.
        case team(Int)
    }

    /// The time, in milliseconds.
    public var now: Int64
    /// The tasks; a policy that does not weigh everything is shown those that matter to the seekers.
    public var tasks: [OpenTask]
    /// The teams, likewise.
    public var teams: [Team]
    /// Who asks, the most urgent task first; nobody where only time has passed.
    public var seekers: [Seeker]
    /// Milliseconds from each team to each task, task by task; `UInt32.max` where no road leads or the team does not take such tasks.
    private var ways: [UInt32]

    /// Creates a situation; `way` says how long a team takes to a task, by their numbers.
    ///
    /// - Complexity: O(tasks · teams).
    public init(
        now: Int64, tasks: [OpenTask], teams: [Team], seekers: [Seeker], way: (_ task: Int, _ team: Int) -> UInt32
    ) {
        (self.now, self.tasks, self.teams, self.seekers) = (now, tasks, teams, seekers)
        ways = []
        ways.reserveCapacity(tasks.count * teams.count)
        for task in tasks.indices { for team in teams.indices { ways.append(way(task, team)) } }
    }

    /// Milliseconds from a team to a task; `UInt32.max` where it cannot be sent.
    public func way(to task: Int, from team: Int) -> UInt32 { ways[task * teams.count + team] }

    /// The numbers of the tasks, the most urgent first, those equally urgent in the order in which they are shown.
    ///
    /// - Complexity: O(tasks · log tasks).
    public var mostUrgentFirst: [Int] {
        tasks.indices.sorted { one, other in
            let (left, right) = (tasks[one].urgency, tasks[other].urgency)
            return left == right ? one < other : left < right
        }
    }
}
