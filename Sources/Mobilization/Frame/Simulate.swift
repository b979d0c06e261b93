import EventKernel
import RandomStreams
import RoadNetwork

/// Runs one replication of a world and reads its record.
///
/// The generic kernel is specialized here, once, for this model.
///
/// - Complexity: about 60 ns an event; a district night has some 100,000 of them.
public func simulate(_ world: World, random: RandomStream, _ options: RunOptions = RunOptions()) -> RunRecord {
    simulate([world], random: random, options)[0]
}

/// Runs one replication of several worlds, the variants of an experiment, and reads their records, in the order of the worlds.
///
/// Worlds that share a ground and on whose roads the same happens are led through time together, from one change of the roads to the next, so
/// that each change is worked out once for all of them and nothing of it is kept. The records are those of each world alone.
///
/// - Complexity: that of the runs, and one change of roads for each group of worlds instead of one for each world.
public func simulate(
    _ worlds: [World], random: RandomStream, _ options: RunOptions = RunOptions()
) -> [RunRecord] {
    var records = [RunRecord?](repeating: nil, count: worlds.count)
    var groups: [(causes: RoadCauses, members: [Int])] = []
    for (index, world) in worlds.enumerated() {
        let causes = RoadCauses(world, random)
        if let group = groups.firstIndex(where: { $0.causes == causes }) {
            groups[group].members.append(index)
        } else {
            groups.append((causes, [index]))
        }
    }
    for (causes, members) in groups {
        let roads = RoadState(causes)
        let runs = members.map { RunningRun(worlds[$0], random, roads, options) }
        for change in roads.changes {
            for run in runs { run.advance(before: change.at) }
        }
        for (run, member) in zip(runs, members) {
            records[member] = run.finish()
        }
    }
    return records.map { record in
        guard let record else { preconditionFailure("every world belongs to a group") }
        return record
    }
}

/// A run on its way, beside others that share its roads.
private final class RunningRun {
    private var simulation: Simulation<Run>?
    private let horizon: Int64
    private let options: RunOptions

    init(_ world: World, _ random: RandomStream, _ roads: RoadState, _ options: RunOptions) {
        var run = Run(world: world, random: random, roads: roads)
        #if MUTANTS
            run.sabotage(options.mutant)
        #endif
        simulation = Simulation(run, minimumCapacity: 4096)
        horizon = world.horizon
        self.options = options
    }

    /// Handles everything that happens before `time`.
    func advance(before time: Int64) {
        simulation?.run(until: SimulationTime(milliseconds: time - 1))
    }

    /// Handles everything up to the horizon and reads the record.
    func finish() -> RunRecord {
        guard var running = simulation.take() else { preconditionFailure("a run is finished once") }
        running.run(until: SimulationTime(milliseconds: horizon))
        let events = running.handled
        return RunReading.record(of: FinishedRun(running.model), events: events, options)
    }
}
