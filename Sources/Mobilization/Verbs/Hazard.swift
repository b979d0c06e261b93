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
        let crest = Self.crest(world, random)
        for (index, grid) in world.ground.place.grids.enumerated() where grid.lowestHomes.isFinite {
            if let time = world.incident.timeWhenRiverReaches(grid.lowestHomes, factor: crest) {
                waterTime[GridID(index)] = time
            }
        }
    }

    /// The factor on the river's height in this replication.
    ///
    /// One crest for the whole river: if it runs high, it runs high everywhere.
    static func crest(_ world: World, _ random: RandomStream) -> Double {
        world.incident.riverSpread.quantile(random.uniform(world.organization.nodes[0].key, .waterLevel))
    }

    mutating func start(_ world: World, _ ledger: inout Ledger, _ schedule: inout Schedule) {
        for signal in world.incident.signals {
            schedule.schedule(.hazard(.warrants(signal.level)), at: SimulationTime(milliseconds: signal.at))
        }
        for index in 0..<waterTime.count where waterTime[GridID(index)] != .max {
            let grid = GridID(index)
            let time = SimulationTime(milliseconds: waterTime[grid])
            schedule.schedule(.hazard(.waterReaches(grid)), at: time)
            for task in world.taskLayout.tasks(in: grid) {
                ledger.note(task) { $0.deadline = time.milliseconds }
            }
        }
    }

    mutating func handle(_ event: Event, _ world: World, _ ledger: inout Ledger, _ schedule: inout Schedule) {
        let now = schedule.now.milliseconds
        switch event {
        case .warrants(let level):
            ledger.note(level, .warranted, at: now)
            // A level brings everything the levels below it ask for, even if they were skipped.
            for (index, task) in world.tasks.enumerated()
            where task.level <= level && ledger.tasks[TaskID(index)] == .absent {
                ledger.move(TaskID(index), to: .appeared, at: now, world)
                ledger.note(TaskID(index)) { $0.cause = level }
            }
            if ledger.mutant == .servedWithoutOrder {
                for task in world.tasks where task.level <= level {
                    schedule.tell(.dispatching(.open(task.owner)))
                }
            }
            schedule.tell(.command(.signal(level)))
        case .waterReaches(let grid):
            for task in world.taskLayout.tasks(in: grid) where ledger.tasks[task] != .done {
                ledger.note(task) { $0.isLate = true }
            }
        }
    }
}
