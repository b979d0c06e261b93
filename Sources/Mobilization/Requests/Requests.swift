import DenseTables
import EventKernel
import Organization
import RandomStreams

/// Requests to departments, 吹哨: passed from one to the next on a task's list, or once under unified command.
enum Requests {
    /// Passes the request to a department, if the task needs one; says how long that takes, or nil if it needs none or never gets there.
    static func pass(
        _ number: Int, for task: TaskID, hasBranch: Bool, _ world: World, _ random: RandomStream
    ) -> Int64? {
        guard !world.departments(of: task).isEmpty else { return nil }
        let uniform = random.uniform(world.tasks[task.index].key, .handOff, UInt32(number))
        return world.plan.command.effectiveHandOff
            .scaled(by: hasBranch ? world.plan.teams.branchHandOffFactor : 1).milliseconds(uniform)
    }

    /// A request has been passed to the department of this number: returns the number of the one it goes to next, or nil once all have agreed.
    static func next(after number: Int, for task: TaskID, _ world: World, _ books: inout Books, at now: Int64) -> Int? {
        books.note(task) { $0.handOffs += 1 }
        if !world.plan.command.unifiedCommand, number + 1 < world.departments(of: task).count { return number + 1 }
        books.note(task) { $0.agreed = now }
        return nil
    }
}
