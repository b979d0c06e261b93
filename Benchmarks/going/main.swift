import BenchmarkSupport
import Experiments
import Foundation
import Mobilization
import RandomStreams
import ScenarioFiles
import Words
import WrittenFiles

/// Measures changes of roads: those of a scenario's first replications, worked in one after the other, or each time everything from nothing.
let arguments = CommandLine.arguments
guard arguments.count == 7, ["kept", "anew"].contains(arguments[1]), arguments[3] == "--replications",
    let replications = UInt32(arguments[4]), replications > 0, arguments[5] == "--seed",
    let seed = UInt64(arguments[6])
else {
    print("usage: going kept|anew SCENARIO --replications N --seed S")
    exit(64)
}

var scenario: Scenario
do throws(FaultList) { scenario = try Scenario.load(arguments[2]) } catch {
    print(error.text.en)
    exit(65)
}
scenario.experiment.replications = 1
scenario.experiment.seed = seed
let world = try Experiment(scenario, options: ExperimentOptions(workers: 1)).run().firstWorlds[0]

var (changes, reached, seconds) = (0, 0, 0.0)
for replication in 0..<replications {
    let roads = RoadReplay(world, random: RandomStream(seed: seed, replication: replication))
    for _ in 0..<roads.changes {
        if arguments[1] == "kept" {
            seconds += ProcessorClock.seconds { roads.advance() }
            reached += roads.reached()
        } else {
            roads.advance()
            seconds += ProcessorClock.seconds { reached += roads.reachedFromNothing() }
        }
        changes += 1
    }
}
print(MeasuredRun(work: changes, seconds: seconds, figures: ["checksum": Double(reached)]).json)
