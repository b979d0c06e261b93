import DenseTables
import Places

/// The need that decides a grid's time: of its needs in order of their waits, the one with which four fifths are begun.
///
/// Everything said of how a grid fared, its minutes, its stages and what held it up, is said of this one need, so that it fits together.
/// Needs that are never begun come last; of equal waits the earlier row comes first.
struct DecisiveNeed: Equatable {
    /// The need.
    let task: TaskID
    /// Milliseconds from its appearing to the beginning of the work; nil if it was never begun, and with it four fifths never were.
    let wait: Int64?

    /// The decisive need of every grid; nil where a grid had none.
    ///
    /// - Complexity: O(tasks · log tasks).
    static func ofGrids(in run: FinishedRun) -> [DecisiveNeed?] {
        var waits = [[(wait: Int64, task: TaskID)]](repeating: [], count: run.world.ground.place.grids.count)
        for (index, task) in run.world.tasks.enumerated() where task.grid.exists {
            let id = TaskID(index)
            if run.books.state(of: id) == .absent { continue }
            let story = run.books.taskStory[id]
            waits[task.grid.index].append((story.started < 0 ? .max : story.started - story.appeared, id))
        }
        return waits.map { of($0) }
    }

    /// The decisive one of `needs`; a wait of `Int64.max` is a need never begun.
    static func of(_ needs: [(wait: Int64, task: TaskID)]) -> DecisiveNeed? {
        guard !needs.isEmpty else { return nil }
        let sorted = needs.sorted { ($0.wait, $0.task.raw) < ($1.wait, $1.task.raw) }
        let decisive = sorted[(sorted.count * 4 + 4) / 5 - 1]
        return DecisiveNeed(task: decisive.task, wait: decisive.wait == .max ? nil : decisive.wait)
    }
}
