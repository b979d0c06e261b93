import DenseTables
import EventKernel
import Organization
import Places
import RandomStreams

/// The hazard: it warrants levels, makes tasks appear, and sends the water to each low grid at its time.
public struct Hazard: ~Copyable {
    /// What the hazard does.
    public enum Event: BitwiseCopyable, Sendable {
        /// From now on the hazard warrants this level.
        case warrants(Alert)
        /// The water of an incident, by its number, reaches the lowest homes of a grid.
        case waterReaches(GridID, UInt8)

        /// Its rank among what happens in one millisecond.
        var rank: EventPriority {
            switch self {
            case .warrants: .first
            case .waterReaches: .normal
            }
        }
    }

    /// When the water of each incident reaches each grid, in milliseconds, incident by incident; `Int64.max` where it never does.
    private(set) var waterTimes: [[Int64]]

    init(_ world: World, _ random: RandomStream) {
        waterTimes = world.incidents.enumerated().map { number, incident in
            let crest = world.crest(of: number, random)
            return world.ground.place.grids.map { grid in
                guard grid.lowestHomes.isFinite else { return .max }
                return incident.timeWhenRiverReaches(grid.lowestHomes, factor: crest) ?? .max
            }
        }
    }

    mutating func start(_ world: World, _ books: inout Books, _ schedule: inout Schedule) {
        for (number, incident) in world.incidents.enumerated() {
            for signal in incident.signals {
                let alert = Alert(signal.level, incident: number)
                schedule.schedule(.hazard(.warrants(alert)), at: SimulationTime(milliseconds: signal.at))
            }
            for (index, time) in waterTimes[number].enumerated() where time != .max {
                let grid = GridID(index)
                schedule.schedule(
                    .hazard(.waterReaches(grid, UInt8(number))), at: SimulationTime(milliseconds: time))
                for task in world.taskLayout.tasks(in: grid) where world.tasks[task.index].incident == number {
                    books.note(task) { $0.deadline = time }
                }
            }
        }
    }

    mutating func handle(_ event: Event, _ world: World, _ books: inout Books, _ schedule: inout Schedule) {
        let now = schedule.now.milliseconds
        switch event {
        case .warrants(let alert):
            // A level brings everything the levels below it ask for, even if they were skipped; posts are asked for by any incident.
            for (index, task) in world.tasks.enumerated()
            where task.level <= alert.level && task.isAskedFor(by: alert) && books.state(of: TaskID(index)) == .absent {
                books.move(TaskID(index), to: .appeared, at: now)
                books.note(TaskID(index)) { $0.cause = alert }
            }
            #if MUTANTS
                if books.sabotage.breaks(.servedWithoutOrder) {
                    for task in world.tasks where task.level <= alert.level {
                        schedule.tell(.desk(.open(task.owner)))
                    }
                }
            #endif
            schedule.tell(.command(.signal(alert)))
        case .waterReaches(let grid, let incident):
            for task in world.taskLayout.tasks(in: grid)
            where world.tasks[task.index].incident == Int(incident) && books.state(of: task) != .done {
                books.note(task) { $0.isLate = true }
            }
        }
    }
}
