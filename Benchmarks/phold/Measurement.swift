import BenchmarkSupport
import EventKernel

/// The rates at which one population ran, in events per second of processor time.
struct Measurement {
    let population: Int
    let events: Int
    /// The repetitions, in the order in which they were run.
    let runs: [MeasuredRun]
    let checksum: UInt64

    /// One rate for each repetition, ascending.
    var rates: [Double] { runs.map { Double($0.work) / $0.seconds }.sorted() }

    var median: Double {
        let rates = rates
        let middle = rates.count / 2
        return rates.count % 2 == 1 ? rates[middle] : (rates[middle - 1] + rates[middle]) / 2
    }

    /// Runs a warm-up of two events for each process or a fifth of `events`, and then `events` for each repetition.
    init(population: Int, events: Int, repetitions: Int) {
        var simulation = Simulation(PholdModel(population: population), minimumCapacity: population)
        let millisecondsPerEvent = PholdModel.spacing * PholdModel.meanDelay
        var horizon = Double(max(2 * population, events / 5)) * millisecondsPerEvent
        simulation.run(until: SimulationTime(milliseconds: Int64(horizon)))

        var runs: [MeasuredRun] = []
        let handledBefore = simulation.handled
        for _ in 0..<repetitions {
            let handled = simulation.handled
            horizon += Double(events) * millisecondsPerEvent
            let seconds = ProcessorClock.seconds {
                simulation.run(until: SimulationTime(milliseconds: Int64(horizon)))
            }
            runs.append(
                MeasuredRun(
                    work: simulation.handled - handled, seconds: seconds,
                    figures: ["expected_events": Double(events)]))
        }
        self.population = population
        self.events = (simulation.handled - handledBefore) / repetitions
        self.runs = runs
        checksum = simulation.model.checksum
    }
}
