import Foundation

guard let options = PholdOptions(Array(CommandLine.arguments.dropFirst())) else {
    print(PholdOptions.usage)
    exit(2)
}

print(
    options.isTable
        ? "PHOLD, \(options.repetitions) repetitions; million events per second of processor time\n"
            + "   pending    events   median     least  greatest  ns/event  checksum"
        : "pending,events,repetitions,median_events_per_second,least,greatest,checksum")

for population in options.populations {
    let measurement = Measurement(population: population, events: options.events, repetitions: options.repetitions)
    let least = measurement.rates[0]
    let greatest = measurement.rates[options.repetitions - 1]
    let checksum = String(measurement.checksum, radix: 16)
    if options.isTable {
        print(
            String(
                format: "%10d %9d %8.2f  %8.2f  %8.2f  %8.1f", population, measurement.events,
                measurement.median / 1e6, least / 1e6, greatest / 1e6, 1e9 / measurement.median), "", checksum)
    } else {
        let rates = [measurement.median, least, greatest].map { String(Int($0)) }.joined(separator: ",")
        print("\(population),\(measurement.events),\(options.repetitions),\(rates),\(checksum)")
    }
}
