import BenchmarkSupport
import Foundation
import RandomStreams

/// Measures draws of one distribution for a list of people, each by its name: seed, replication, person, purpose.
let shapes: KeyValuePairs<String, Distribution> = [
    "uniform": .uniform(low: 2, high: 10), "triangular": .triangular(low: 1, mode: 2, high: 6),
    "exponential": .exponential(mean: 20), "lognormal": .lognormal(median: 10, sigma: 0.6),
    "weibull": .weibull(shape: 1.5, scale: 12),
]
let arguments = CommandLine.arguments
guard arguments.count == 5, let shape = shapes.first(where: { $0.key == arguments[1] })?.value,
    ["single", "list"].contains(arguments[2]), arguments[3] == "--repetitions",
    let repetitions = Int(arguments[4]), repetitions > 0
else {
    print("usage: draws \(shapes.map(\.key).joined(separator: "|")) single|list --repetitions N")
    exit(64)
}

/// As many as a street calls.
let people = (0..<2000).map { EntityKey(path: "draws", ordinal: UInt32($0)) }
let rounds = 200

/// One by one, as verbs ask for a single person.
func oneByOne(_ random: RandomStream, _ values: inout [Double]) {
    for (index, person) in people.enumerated() { values[index] = shape.quantile(random.uniform(person, .prepare)) }
}

/// All of them at once, as a list is called.
func together(_ random: RandomStream, _ values: inout [Double]) {
    random.draw(.prepare, of: people, into: &values)
    shape.quantiles(of: &values)
}

let isList = arguments[2] == "list"
for repetition in 0..<repetitions {
    var values = [Double](repeating: 0, count: people.count)
    var sum = 0.0
    let seconds = ProcessorClock.seconds {
        for round in 0..<rounds {
            let random = RandomStream(seed: 1, replication: UInt32(repetition * rounds + round))
            if isList { together(random, &values) } else { oneByOne(random, &values) }
            sum += values[round]
        }
    }
    let mean = values.reduce(0, +) / Double(values.count)
    print(
        MeasuredRun(
            work: people.count * rounds, seconds: seconds, figures: ["mean": mean, "sum": sum]
        ).json)
}
