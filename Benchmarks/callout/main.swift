import BenchmarkSupport
import Experiments
import Foundation
import Mobilization
import ScenarioFiles
import Words
import WrittenFiles

/// Measures the call-out that the SimPy twin repeats: replications of one scenario on one worker, without reading the files.
let arguments = CommandLine.arguments
guard arguments.count == 6, arguments[2] == "--replications", let replications = Int(arguments[3]), replications > 1,
    arguments[4] == "--seed", let seed = UInt64(arguments[5])
else {
    print("usage: callout SCENARIO --replications N --seed S")
    exit(64)
}

var scenario: Scenario
do throws(FaultList) { scenario = try Scenario.load(arguments[1]) } catch {
    print(error.text.en)
    exit(65)
}
scenario.experiment.replications = replications
scenario.experiment.seed = seed

let start = ProcessorClock.seconds
let record = try Experiment(scenario, options: ExperimentOptions(workers: 1)).run()
let seconds = ProcessorClock.seconds - start

/// The mean of a measure that every replication reached.
func mean(_ name: String) -> Double {
    guard let index = Measures.index(of: name) else { preconditionFailure("there is no measure \(name)") }
    let values = record.variants[0].values(of: index).compactMap { $0 }
    return values.reduce(0, +) / Double(values.count)
}

print(
    MeasuredRun(
        work: record.replications.count, seconds: seconds,
        figures: [
            "events": Double(record.events), "people_reached": mean("people_reached"),
            "people_arrived": mean("people_arrived"), "calls_made": mean("calls_made"),
        ]
    ).json)
