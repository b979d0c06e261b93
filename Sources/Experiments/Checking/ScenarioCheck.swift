import DenseTables
import Mobilization
import Organization
import Places
import RandomStreams
import RoadNetwork
import ScenarioFiles

/// A look at a well-formed scenario for what only its place can tell: figures that contradict each other, and rules that
/// can do nothing.
public struct ScenarioCheck: Sendable {
    /// What is wrong; empty if the scenario can be run.
    public private(set) var faults: FaultList
    /// What is likely a slip and can be run all the same.
    public private(set) var warnings: FaultList
    /// The first replication whose drawn assumptions contradict each other, if there is one.
    public private(set) var contradictoryReplication: Int?
    /// The baseline's place as written, nothing drawn; nil if it cannot be made.
    public private(set) var place: Place?

    /// Checks `scenario`, making the place of every variant that has one of its own once.
    ///
    /// - Parameter draws: How many replications' assumptions are drawn to see whether they agree; a run needs all of them.
    public init(_ scenario: Scenario, draws: Int = .max) {
        faults = FaultList(files: scenario.files)
        warnings = FaultList(files: scenario.files)
        if let draw = scenario.firstContradictoryDraw(among: draws) {
            faults = draw.faults
            contradictoryReplication = draw.replication
            return
        }
        var written = scenario
        written.experiment.uncertainty = .monteCarlo
        let baseline = scenario.variantNames.firstIndex(of: scenario.experiment.baseline) ?? 0
        for variant in scenario.variantNames.indices where scenario.placeVariant(of: variant) == variant {
            let document = written.place(of: variant, block: 0)
            do throws(PlaceError) {
                let random = RandomStream(seed: scenario.experiment.seed, replication: 0)
                let place = try document.makePlace(random: random)
                if scenario.placeVariant(of: baseline) == variant { self.place = place }
                let sharing = scenario.variantNames.indices.filter { scenario.placeVariant(of: $0) == variant }
                for user in sharing {
                    let conditions = written.conditions(of: user, names: document.names, replication: 0)
                    let locator = ScenarioLocator(scenario, variant: user)
                    let rules = IdleRules(
                        conditions.plan, conditions.incident, place, horizon: scenario.experiment.horizon,
                        isWritten: locator.isWritten)
                    if let problem = ClockHint.problem(conditions.incident, place, locator) {
                        warnings.add(problem, at: locator.position(of: ClockHint.path), ClockHint.path)
                    }
                    for rule in rules.found { faults.add(rule.problem, at: locator.position(of: rule.path), rule.path) }
                }
            } catch {
                let locator = ScenarioLocator(scenario, variant: variant)
                for problem in error.problems { add(problem, document, locator) }
            }
        }
    }

    /// The faults of a place that could not be made as drawn for a block, which no check of the place as written finds.
    public static func faults(
        of error: PlaceError, variant: String, block: Int, in scenario: Scenario
    ) -> FaultList {
        let number = scenario.variantNames.firstIndex(of: variant) ?? 0
        var check = ScenarioCheck(files: scenario.files)
        let document = scenario.place(of: number, block: UInt32(block))
        for problem in error.problems { check.add(problem, document, ScenarioLocator(scenario, variant: number)) }
        return check.faults
    }

    private init(files: [SourceFile]) {
        faults = FaultList(files: files)
        warnings = FaultList(files: files)
    }

    private mutating func add(_ problem: PlaceProblem, _ document: PlaceDocument, _ locator: ScenarioLocator) {
        let path = problem.path(in: document.ground)
        faults.add(problem.text, at: locator.position(of: path), path)
    }
}
