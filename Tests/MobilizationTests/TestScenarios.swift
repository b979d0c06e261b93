import Foundation
import Mobilization
import Places
import RandomStreams
import ScenarioFiles

/// Loads the project's own scenarios for tests.
enum TestScenarios {
    /// The folder of the shipped scenarios.
    static var folder: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("scenarios")
    }

    /// The path of the small street, which several test targets share.
    static var smallStreet: String {
        folder.deletingLastPathComponent().appendingPathComponent("Tests/Scenarios/small-street.jsonc").path
    }

    /// The shipped scenario called `name`.
    static func load(_ name: String) throws -> Scenario {
        try Scenario.load(folder.appendingPathComponent(name + ".jsonc").path)
    }

    /// The world of one replication of a variant whose place is written out.
    static func world(_ scenario: Scenario, variant: Int = 0, replication: UInt32 = 0) throws -> World {
        let document = scenario.place(of: variant, block: 0)
        guard case .explicit(let place) = document.form else { throw NotWrittenOut() }
        let ground = Ground(place: try place.place(), speeds: document.speeds)
        let conditions = scenario.conditions(
            of: variant, names: document.names, replication: replication)
        return World(
            ground: ground, plan: conditions.plan, incident: conditions.incident, horizon: scenario.experiment.horizon)
    }

    struct NotWrittenOut: Error {}
}

/// Milliseconds of minutes and seconds, as the hand-worked tables write them.
func at(_ minutes: Int64, _ seconds: Int64 = 0) -> Int64 { (minutes * 60 + seconds) * 1000 }
