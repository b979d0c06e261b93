import BenchmarkSupport
import EventKernel

/// The rates at which one population ran, in events per second of processor time.
struct Measurement {
    let population: Int
    let events: Int
    /// One rate for each repetition, ascending.
    let rates: [Double]
    let checksum: UInt64

    var median: Double {
        let middle = rates.count / 2
        return rates.count % 2 == 1 ? rates[middle] : (rates[middle - 1] + rates[middle]) / 2
    }

    /// Runs a warm-up of two events for each process or a fifth of `events`, and then `events` for each repetition.
    init(population: Int, events: Int, repetitions: Int) {
        var simulation = Simulation(PholdModel(population: population), minimumCapacity: population)
        let millisecondsPerEvent = PholdModel.spacing * PholdModel.meanDelay
        var horizon = Double(max(2 * population, events / 5)) * millisecondsPerEvent
        simulation.run(until: SimulationTime(milliseconds: Int64(horizon)))

        var rates: [Double] = []
        let handledBefore = simulation.handled
        for _ in 0..<repetitions {
            let handled = simulation.handled
            let start = ProcessorClock.seconds
            horizon += Double(events) * millisecondsPerEvent
            simulation.run(until: SimulationTime(milliseconds: Int64(horizon)))
            rates.append(Double(simulation.handled - handled) / (ProcessorClock.seconds - start))
        }
        self.population = population
        self.events = (simulation.handled - handledBefore) / repetitions
        self.rates = rates.sorted()
        checksum = simulation.model.checksum
    }
}
