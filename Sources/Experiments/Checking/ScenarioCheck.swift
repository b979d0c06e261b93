import DenseTables
import Mobilization
import Organization
import Places
import RandomStreams
import RoadNetwork
import ScenarioFiles

/// A look at a well-formed scenario for what only its place can tell: figures that contradict each other, and calls that
/// reach nobody.
public struct ScenarioCheck: Sendable {
    /// What is wrong; empty if the scenario can be run.
    public private(set) var faults: FaultList
    /// The first replication whose drawn assumptions contradict each other, if there is one.
    public private(set) var contradictoryReplication: Int?
    /// The baseline's place as written, nothing drawn; nil if it cannot be made.
    public private(set) var place: Place?

    /// Checks `scenario`, making the place of every variant that has one of its own once.
    ///
    /// - Parameter draws: How many replications' assumptions are drawn to see whether they agree; a run needs all of them.
    public init(_ scenario: Scenario, draws: Int = .max) {
        faults = FaultList(files: scenario.files)
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
                    checkRoads(conditions.plan.roads.closures, "plan", "roads", place, locator)
                    checkRoads(conditions.incident.closures, "incident", nil, place, locator)
                    if conditions.incident.signals.isEmpty { continue }
                    checkCalls(conditions.plan.callOut, place, locator)
                    checkTeams(conditions.plan.teams, locator)
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

    private init(files: [SourceFile]) { faults = FaultList(files: files) }

    private mutating func add(_ problem: PlaceProblem, _ document: PlaceDocument, _ locator: ScenarioLocator) {
        let path = problem.path(in: document.ground)
        faults.add(problem.text, at: locator.position(of: path), path)
    }

    /// A closure that closes no road of the place is a slip: a name misspelled, an area elsewhere.
    private mutating func checkRoads(
        _ closures: [RoadClosure], _ part: String, _ group: String?, _ place: Place, _ locator: ScenarioLocator
    ) {
        let whole = DocumentPath.root.key(part)
        let list = (group.map { whole.key($0) } ?? whole).key("closures")
        for (number, closure) in closures.enumerated() where closure.roads(of: place.roads).isEmpty {
            let path = list.index(number)
            faults.add(.closesNoRoad(place.roads.names), at: locator.position(of: path), path)
        }
    }

    /// A plan that calls people must have something for them to do.
    private mutating func checkTeams(_ plan: TeamPlan, _ locator: ScenarioLocator) {
        guard plan.kinds.isEmpty else { return }
        let path = DocumentPath.root.key("plan").key("teams")
        faults.add(.noTeamIsFormed, at: locator.position(of: path), path)
    }

    /// Looks for waves that call nobody: a person stands on the list of the first wave that names the role.
    private mutating func checkCalls(_ plan: CallOutPlan, _ place: Place, _ locator: ScenarioLocator) {
        let people = place.people
        var listed = [Int](repeating: 0, count: Role.allCases.count)
        for index in 0..<people.count where !people.traits[PersonID(index)].contains(.unlisted) {
            listed[Int(people.role[PersonID(index)].rawValue)] += 1
        }
        let path = DocumentPath.root.key("plan").key("callOut").key("waves")
        let called = Role.allCases.reduce(0) { total, role in
            total + (plan.waves.contains { $0.roles.has(role) } ? listed[Int(role.rawValue)] : 0)
        }
        if called == 0 {
            faults.add(.nobodyIsCalled, at: locator.position(of: path), path)
            return
        }
        // Waves no file writes are the program's, and may name roles a small place does not have.
        guard locator.isWritten(path) else { return }
        let order = plan.waves.indices.sorted { (plan.waves[$0].level, $0) < (plan.waves[$1].level, $1) }
        var seen: RoleSet = []
        for index in order {
            let wave = plan.waves[index]
            let isEmpty = Role.allCases.allSatisfy { role in
                !wave.roles.has(role) || seen.has(role) || listed[Int(role.rawValue)] == 0
            }
            seen.formUnion(wave.roles)
            guard isEmpty else { continue }
            faults.add(.waveCallsNobody(wave.level), at: locator.position(of: path.index(index)), path.index(index))
        }
    }
}

extension Fault.Problem {
    fileprivate static var noTeamIsFormed: Self {
        .inconsistent(
            zh: "预案没有任何队伍，叫来的人无事可做", en: "the plan forms no team, so those who come have nothing to do",
            expected: LocalizedText(zh: "kinds 中至少一种队伍", en: "at least one kind of team in kinds"))
    }

    fileprivate static func closesNoRoad(_ names: [String]) -> Self {
        let some = names.filter { !$0.isEmpty }.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
        return .inconsistent(
            zh: "该地方没有这样的路，什么也没封", en: "it closes no road of the place",
            expected: some.isEmpty
                ? LocalizedText(zh: "触及道路的区域", en: "an area that roads touch")
                : LocalizedText(zh: "触及道路的区域，或路名，如 \(some)", en: "an area that roads touch, or a name such as \(some)"))
    }

    fileprivate static var nobodyIsCalled: Self {
        .inconsistent(
            zh: "没有任何人在呼叫名单上", en: "nobody is on any call list",
            expected: LocalizedText(
                zh: "至少一个波次,其角色在该地方有人", en: "at least one wave of a role that people of the place have"))
    }

    fileprivate static func waveCallsNobody(_ level: ResponseLevel) -> Self {
        .inconsistent(
            zh: "\(level.name)级的这一波叫不到任何人", en: "this wave of level \(level.name) calls nobody",
            expected: LocalizedText(
                zh: "该地方有人、且更低等级尚未呼叫的角色", en: "a role that people of the place have and no lower level has called"))
    }
}
