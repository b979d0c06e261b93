import Mobilization
import Places
import RandomStreams
import ScenarioFiles
import Words

/// Something theory knows exactly, and the scenario in which the program has to find it.
struct TheoryCheck: Sendable {
    /// The name scripts rely on; the scenario is the file of this name.
    let name: String
    /// What is known, and from where.
    let meaning: LocalizedText
    /// What every variant has to be for the theory to hold, in words.
    let needs: LocalizedText
    /// Whether a variant is so.
    let fits: @Sendable (Variant) -> Bool
    /// Takes theory and simulation side by side out of a run.
    let cases: @Sendable (TheoryTrial) -> [TheoryCase]

    /// A variant of a check's scenario, as written.
    struct Variant {
        let name: String
        let place: PlaceDocument
        let conditions: Scenario.Conditions

        init(_ scenario: Scenario, _ number: Int) {
            name = scenario.variantNames[number]
            place = scenario.place(of: number, block: 0)
            conditions = scenario.conditions(of: number, names: place.names, replication: 0)
        }
    }

    /// All checks, in the order of the table.
    static let all = queueing + callOut
}
