import BenchmarkSupport
import EventKernel
import Foundation

guard let options = QueueingOptions(Array(CommandLine.arguments.dropFirst())) else {
    print(QueueingOptions.usage)
    exit(64)
}

/// The mean time of a service: an hour, so that whole milliseconds are fine enough.
let hour = 3_600_000.0
let means = MeanDelays(untilArrival: hour / options.rate, service: hour)

func measure(_ delays: some StationDelays, _ watch: some StationWatch, customers: Int) -> MeasuredRun {
    var simulation = Simulation(
        ServiceStation(servers: options.servers, customers: customers, delays: delays, watch: watch))
    let seconds = ProcessorClock.seconds { simulation.run(until: SimulationTime(milliseconds: .max)) }
    return MeasuredRun(
        work: customers, seconds: seconds,
        figures: [
            "events": Double(simulation.handled),
            "mean_wait": simulation.model.watch.meanWait / hour,
            "mean_time_in_system": simulation.model.watch.meanStay / hour,
        ])
}

func measure(seed: UInt64, customers: Int) -> MeasuredRun {
    let streamed = StreamedDelays(means, seed: seed)
    let named = NamedDelays(means, seed: seed)
    return switch (options.hasNamedNumbers, options.hasStatistics) {
    case (false, false): measure(streamed, SumsOnly(), customers: customers)
    case (false, true): measure(streamed, FullStatistics(), customers: customers)
    case (true, false): measure(named, SumsOnly(), customers: customers)
    case (true, true): measure(named, FullStatistics(), customers: customers)
    }
}

_ = measure(seed: 0, customers: min(options.customers, 100_000))  // Warms up.
for repetition in 0..<options.repetitions {
    print(measure(seed: options.seed + UInt64(repetition), customers: options.customers).json)
}
