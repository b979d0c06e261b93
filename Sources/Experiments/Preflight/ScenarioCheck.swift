import DenseTables
import Mobilization
import Places
import RandomStreams
import RoadNetwork
import ScenarioFiles
import WrittenFiles

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
        warnings = scenario.warnings
        if let draw = scenario.firstContradictoryDraw(among: draws) {
            faults = draw.faults
            contradictoryReplication = draw.replication
            return
        }
        var idle = IdleFigureList(scenario)
        let differences = VariantDifferences(scenario)
        var written = scenario
        written.experiment.uncertainty = .monteCarlo
        let baseline = scenario.variantNames.firstIndex(of: scenario.experiment.baseline) ?? 0
        for variant in scenario.variantNames.indices where scenario.placeVariant(of: variant) == variant {
            let document = written.place(of: variant, block: 0)
            do throws(PlaceError) {
                let random = RandomStream(seed: scenario.experiment.seed, replication: 0)
                let place = try document.makePlace(random: random)
                if scenario.placeVariant(of: baseline) == variant { self.place = place }
                let rosters = Rosters(place)
                let sharing = scenario.variantNames.indices.filter { scenario.placeVariant(of: $0) == variant }
                for user in sharing {
                    let conditions = written.conditions(of: user, names: document.names, replication: 0)
                    let locator = idle.locators[user]
                    var rules = IdleRules(
                        conditions.plan, conditions.incident, place, document.form, rosters,
                        horizon: scenario.experiment.horizon, isWritten: locator.isWritten)
                    for limit in WorkLimits.problems(
                        conditions.plan, conditions.incident, place, listed: rosters.listed)
                    {
                        faults.add(limit.problem, at: locator.position(of: limit.path), limit.path)
                    }
                    rules.lookAtMeasures(scenario.experiment, conditions.plan, conditions.incident, place)
                    let block = Self.experiment.key("placeBlock")
                    if locator.isWritten(block), !scenario.isPlaceDrawn(user) { rules.warn(block, .placeIsNotDrawn) }
                    if scenario.variantNames[user] != scenario.experiment.baseline,
                        !differences.differsFromBaseline(user)
                    {
                        rules.warn(
                            Self.experiment.key("variants").key(scenario.variantNames[user]),
                            .sameAsBaseline(scenario.experiment.baseline))
                    } else if let twin = differences.twin(of: user) {
                        rules.warn(
                            Self.experiment.key("variants").key(scenario.variantNames[user]),
                            .sameAsVariant(scenario.variantNames[twin]))
                    }
                    if let problem = ClockHint.problem(conditions.incident, place, locator) {
                        warnings.add(problem, at: locator.position(of: ClockHint.path), ClockHint.path)
                    }
                    for rule in rules.found {
                        if rule.isFault {
                            faults.add(rule.problem(), at: locator.position(of: rule.path), rule.path)
                        } else {
                            idle.note(rule, in: user)
                        }
                    }
                }
            } catch {
                let locator = ScenarioLocator(scenario, variant: variant)
                for problem in error.problems { add(problem, document, locator) }
            }
        }
        idle.warn(&warnings)
    }

    private static let experiment = DocumentPath.root.key("experiment")

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
        let path = problem.path(in: document.form)
        faults.add(problem.text, at: locator.position(of: path), path)
    }
}

/// The figures that nothing asks for, by variant: what one of them has no use for, another that reads the same text may need.
private struct IdleFigureList {
    /// Where each variant's values are written.
    let locators: [ScenarioLocator]

    private struct Place: Hashable {
        let position: SourcePosition
        let path: String
    }

    private var order: [(place: Place, finding: IdleRules.Finding)] = []
    private var users: [Place: Int] = [:]

    init(_ scenario: Scenario) {
        locators = scenario.variantNames.indices.map { ScenarioLocator(scenario, variant: $0) }
    }

    mutating func note(_ finding: IdleRules.Finding, in variant: Int) {
        let place = Place(
            position: locators[variant].position(of: finding.path), path: finding.path.description)
        if users[place] == nil { order.append((place, finding)) }
        users[place, default: 0] += 1
    }

    /// Warns of what no variant has a use for that reads it.
    ///
    /// - Complexity: O(figures · variants).
    func warn(_ warnings: inout FaultList) {
        for (place, finding) in order.prefix(FaultList.limit) {
            let path = finding.path
            let readers = locators.count { $0.position(of: path) == place.position }
            let isOfOneVariant = path.description.hasPrefix("experiment.variants.")
            if isOfOneVariant || users[place] == readers {
                warnings.add(finding.problem(), at: place.position, path)
            }
        }
    }
}
