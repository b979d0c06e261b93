import Dispatching
import TestSupport

/// A situation written as a table: a row of ways for each task, `nil` where a team cannot be sent.
struct Board {
    var now: Int64 = 0
    var tasks: [Situation.OpenTask] = []
    var teams = 0
    var ways: [[UInt32?]] = []
    var seekers: [Situation.Seeker] = []

    /// Tasks of equal urgency with these ways, all of them seeking.
    init(_ ways: [[UInt32?]], now: Int64 = 0) {
        self.now = now
        self.ways = ways
        tasks = ways.map { _ in Situation.OpenTask(priority: 1) }
        teams = ways.first?.count ?? 0
        seekers = tasks.indices.map { .task($0) }
    }

    var situation: Situation {
        Situation(
            now: now, tasks: tasks, teams: (0..<teams).map { _ in Situation.Team() }, seekers: seekers
        ) { ways[$0][$1] ?? .max }
    }

    /// A board made up at random: up to six tasks and teams, few different ways, priorities and deadlines, so that ties are common.
    static func random(_ dice: inout SplitMix) -> Board {
        let (tasks, teams) = (dice.below(7), dice.below(7))
        var board = Board(
            (0..<tasks).map { _ in (0..<teams).map { _ in dice.below(5) == 0 ? nil : UInt32(dice.below(6)) } })
        board.teams = teams
        board.now = Int64(dice.below(40))
        for task in board.tasks.indices {
            board.tasks[task].priority = dice.below(3)
            board.tasks[task].opened = Int64(dice.below(40))
            board.tasks[task].deadline = dice.below(2) == 0 ? .max : Int64(dice.below(3))
            board.tasks[task].isOverdue = dice.below(3) == 0
        }
        return board
    }
}
