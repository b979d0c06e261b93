import BenchmarkSupport
import Foundation
import Mobilization
import Organization
import Places
import RandomStreams
import RoadNetwork

/// Measures how the time for a person changes with the number of people in one queue: one run of the call-out.
guard CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--people",
    let people = Int(CommandLine.arguments[2]), (1...20_000_000).contains(people)
else {
    print("usage: growth --people N")
    exit(64)
}

/// The value of a measure, 0 if it was not reached.
func value(_ name: String, in record: RunRecord) -> Double {
    guard let index = Measures.index(of: name) else { return 0 }
    let value = record.measures[index] ?? 0
    return value.isFinite ? value : 0
}

let start = ProcessorClock.seconds
let town = try Town(people: people)
let ground = Ground(place: town.place, speeds: SpeedTable())
let world = World(ground: ground, plan: CallOut.plan, incident: CallOut.incident, horizon: CallOut.horizon)
let built = ProcessorClock.seconds
let record = simulate(world, random: RandomStream(seed: 1, replication: 0), RunOptions(audited: false))
let finished = ProcessorClock.seconds

print(
    MeasuredRun(
        work: town.place.people.count, seconds: finished - built,
        figures: [
            "building_seconds": built - start,
            "events": Double(record.events),
            "people_reached": value("people_reached", in: record),
            "people_turned_out": value("people_turned_out", in: record),
            "peak_memory_bytes": Double(ProcessorClock.peakMemory),
        ]
    ).json)
