import Mobilization
import Places
import RandomStreams
import ScenarioFiles

/// A scenario of the validation folder as run with one seed: what went in and what came out, variant by variant.
struct TheoryTrial {
    let scenario: Scenario
    let record: ExperimentRecord

    /// The numbers of the variants.
    var variants: Range<Int> { scenario.variantNames.indices }

    /// What every replication of a variant gave for a measure; empty if it has nothing of the kind.
    func values(_ measure: String, of variant: Int) -> [Double] {
        guard let index = Measures.index(of: measure) else { preconditionFailure("\(measure) is not a measure") }
        return record.variants[variant].values(of: index).compactMap { $0 }
    }

    /// The plan and the incident of a variant, as written.
    func conditions(of variant: Int) -> Scenario.Conditions {
        TheoryCheck.Variant(scenario, variant).conditions
    }

    /// The one station of a variant and the one stream of calls that comes to it.
    func service(of variant: Int) -> (station: ServiceStation, calls: CallStream) {
        let written = TheoryCheck.Variant(scenario, variant)
        let calls = written.conditions.incident.calls[0]
        return (written.place.stations[calls.station], calls)
    }

    /// The organizations of a variant that form a team, one each.
    func teams(of variant: Int) -> Int { record.firstWorlds[variant].teams.count }

    /// The calls that would be served at once if there were always a free unit, in erlang.
    func load(of calls: CallStream) -> Double { calls.work.mean / calls.between.mean }
}
