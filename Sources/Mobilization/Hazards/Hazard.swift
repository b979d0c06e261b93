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
        case warrants(ResponseLevel)
        /// The water reaches the lowest homes of a grid.
        case waterReaches(GridID)

        /// Its rank among what happens in one millisecond.
        var rank: EventPriority {
            switch self {
            case .warrants: .first
            case .waterReaches: .normal
            }
        }
    }

    /// When the water reaches each grid, in milliseconds; `Int64.max` where it never does.
    private(set) var waterTime: Column<GridID, Int64>

    init(_ world: World, _ random: RandomStream) {
        waterTime = Column(repeating: .max, count: world.ground.place.grids.count)
        let crest = world.crest(random)
        for (index, grid) in world.ground.place.grids.enumerated() where grid.lowestHomes.isFinite {
            if let time = world.incident.timeWhenRiverReaches(grid.lowestHomes, factor: crest) {
                waterTime[GridID(index)] = time
            }
        }
    }

    mutating func start(_ world: World, _ books: inout Books, _ schedule: inout Schedule) {
        for signal in world.incident.signals {
            schedule.schedule(.hazard(.warrants(signal.level)), at: SimulationTime(milliseconds: signal.at))
        }
        for index in 0..<waterTime.count where waterTime[GridID(index)] != .max {
            let grid = GridID(index)
            let time = SimulationTime(milliseconds: waterTime[grid])
            schedule.schedule(.hazard(.waterReaches(grid)), at: time)
            for task in world.taskLayout.tasks(in: grid) {
                books.note(task) { $0.deadline = time.milliseconds }
            }
        }
    }

    mutating func handle(_ event: Event, _ world: World, _ books: inout Books, _ schedule: inout Schedule) {
        let now = schedule.now.milliseconds
        switch event {
        case .warrants(let level):
            // A level brings everything the levels below it ask for, even if they were skipped.
            for (index, task) in world.tasks.enumerated()
            where task.level <= level && books.state(of: TaskID(index)) == .absent {
                books.move(TaskID(index), to: .appeared, at: now)
                books.note(TaskID(index)) { $0.cause = level }
            }
            #if MUTANTS
                if books.sabotage.breaks(.servedWithoutOrder) {
                    for task in world.tasks where task.level <= level {
                        schedule.tell(.desk(.open(task.owner)))
                    }
                }
            #endif
            schedule.tell(.command(.signal(level)))
        case .waterReaches(let grid):
            for task in world.taskLayout.tasks(in: grid) where books.state(of: task) != .done {
                books.note(task) { $0.isLate = true }
            }
        }
    }
}
