import EventKernel
import RandomStreams

/// Runs one replication of a world and reads its record.
///
/// The generic kernel is specialized here, once, for this model.
///
/// - Complexity: about 60 ns an event; a district night has some 100,000 of them.
public func simulate(
    _ world: World, random: RandomStream, detailed: Bool = false, audited: Bool = true, mutant: Mutant? = nil
) -> RunRecord {
    var simulation = Simulation(Run(world: world, random: random, mutant: mutant), minimumCapacity: 4096)
    simulation.run(until: SimulationTime(milliseconds: world.horizon))
    let events = simulation.handled
    return RunReading.record(
        of: FinishedRun(simulation.model), events: events, detailed: detailed, audited: audited)
}
