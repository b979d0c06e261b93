import BenchmarkSupport
import Foundation

guard let options = PholdOptions(Array(CommandLine.arguments.dropFirst())) else {
    print(PholdOptions.usage)
    exit(64)
}

if options.isTable {
    print("PHOLD, \(options.repetitions) repetitions; million events per second of processor time")
    print("   pending    events   median     least  greatest  ns/event  checksum")
}

for population in options.populations {
    let measurement = Measurement(population: population, events: options.events, repetitions: options.repetitions)
    guard options.isTable else {
        for run in measurement.runs { print(run.json) }
        continue
    }
    let rates = measurement.rates
    print(
        String(
            format: "%10d %9d %8.2f  %8.2f  %8.2f  %8.1f", population, measurement.events,
            measurement.median / 1e6, rates[0] / 1e6, rates[options.repetitions - 1] / 1e6, 1e9 / measurement.median),
        "", String(measurement.checksum, radix: 16))
}
