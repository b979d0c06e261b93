import DenseTables
import Mobilization
import Organization
import Places
import RandomStreams
import RoadNetwork
import ScenarioFiles
import WrittenFiles

/// What a plan, an incident, a place and an experiment say that can do nothing, as they are written.
///
/// Such a rule is a slip: a name misspelled, a time beyond the end, a level that is never reached. Nothing would go wrong, and nobody would
/// notice that the question asked was not the one that was run. Each part of a rule counts by itself, one name of several, one pair of points.
///
/// A rule that names what is not there is a **fault**. A figure that nothing asks for is a **warning**: a plan shared by many places and
/// incidents may well say more than one of them needs. What contradicts itself is found where it is read.
struct IdleRules {
    /// What does nothing, and why.
    struct Finding {
        let path: DocumentPath
        let isFault: Bool
        /// The text is made only for what is told.
        let problem: () -> Fault.Problem
    }

    /// What does nothing.
    private(set) var found: [Finding] = []

    let isWritten: (DocumentPath) -> Bool

    /// Looks at every rule.
    ///
    /// - Parameter isWritten: Whether a file writes the value at a path; what the program assumes may be more than a small place needs.
    /// - Complexity: O(rules · points of an area · roads + length of all names + people).
    init(
        _ plan: Plan, _ incident: Incident, _ place: Place, _ ground: PlaceDocument.Form, _ rosters: Rosters,
        horizon: Int64, isWritten: @escaping (DocumentPath) -> Bool
    ) {
        self.isWritten = isWritten
        let (planPath, incidentPath) = (DocumentPath.root.key("plan"), DocumentPath.root.key("incident"))
        let river = River(incident, horizon: horizon)
        let rules =
            plan.roads.closures.enumerated().map { ($1, planPath.key("roads").key("closures").index($0)) }
            + incident.closures.enumerated().map { ($1, incidentPath.key("closures").index($0)) }
        look(at: rules.map { (rule: $0.0, path: $0.1) }, place.roads, river, horizon)
        lookAtIncident(incident, place, incidentPath, horizon)
        lookAtWater(plan, incident, place, ground, river)
        lookAtCalls(incident, place)
        if incident.signals.isEmpty { return }
        lookAtWaves(plan.callOut, rosters.listed, planPath.key("callOut").key("waves"))
        lookAtTeams(plan.teams, place, rosters.listed, planPath.key("teams"))
        lookAtFigures(plan, incident, place, rosters, isScattered: ground.isScattered, planPath)
        lookAtTimes(plan, incident, horizon)
        lookAtChannels(plan.callOut, planPath.key("callOut"))
    }

    /// Notes a rule that can do nothing.
    mutating func fault(_ path: DocumentPath, _ problem: @escaping @autoclosure () -> Fault.Problem) {
        found.append(Finding(path: path, isFault: true, problem: problem))
    }

    /// Notes a figure that nothing asks for, if a file writes it.
    mutating func warn(_ path: DocumentPath, _ problem: @escaping @autoclosure () -> Fault.Problem) {
        if isWritten(path) { found.append(Finding(path: path, isFault: false, problem: problem)) }
    }

    // MARK: Closures

    /// How high the river can stand before the end.
    struct River {
        /// Meters above the normal water at the highest crest that can be drawn; nil without a river.
        let highest: Double?

        init(_ incident: Incident, horizon: Int64) {
            highest =
                incident.river.isEmpty
                ? nil
                : incident.riverHeights(
                    from: 0, to: horizon, factor: incident.riverSpread.quantile((1.0).nextDown)
                ).upperBound
        }
    }

    private mutating func look(
        at rules: [(rule: RoadClosure, path: DocumentPath)], _ network: RoadNetwork, _ river: River, _ horizon: Int64
    ) {
        if rules.isEmpty { return }
        let search = RoadNameSearch(rules.flatMap(\.rule.texts), in: network)
        let used = Self.usedNames(network)
        var text = 0
        for ((rule, path), roads) in zip(rules, RoadClosure.roads(of: rules.map(\.rule), in: network)) {
            let before = found.count
            switch rule.cause {
            case .between(let from, _):
                if from >= horizon { fault(path.key("from"), .beyondHorizon) }
            case .riverAbove(let height):
                if let highest = river.highest {
                    if height > highest { fault(path.key("riverAbove"), .riverNeverSoHigh(highest)) }
                } else {
                    fault(path.key("riverAbove"), .noRiver)
                }
            }
            switch rule.extent {
            case .named(let texts):
                for (number, written) in texts.enumerated() where search.roads(of: text + number).isEmpty {
                    fault(path.key("named").index(number), .noRoadIsCalled(written, used))
                }
                text += texts.count
            case .along(let points):
                for (number, (one, other)) in zip(points, points.dropFirst()).enumerated()
                where !network.isJoined(one, other) {
                    fault(path.key("along").index(number + 1), .noRoadBetween)
                }
            case .allBridges, .within: break
            }
            guard found.count == before else { continue }
            if roads.isEmpty {
                fault(path, .closesNoRoad(network.names))
            } else if !TravelMode.allCases.contains(where: { mode in
                rule.modes.contains(mode) && roads.contains { network[$0].isUsed(by: mode) }
            }) {
                fault(path.key("modes"), .closedToNobodyThere)
            } else if rule.modes == TravelModeSet(.boat) {
                warn(path.key("modes"), .nobodyGoesByBoat)
            } else if let idle = TravelMode.allCases.first(where: { mode in
                rule.modes.contains(mode) && !roads.contains { network[$0].isUsed(by: mode) }
            }) {
                warn(path.key("modes"), .modeUsesNoneOfThem(idle))
            }
        }
    }

    /// The names some road has.
    private static func usedNames(_ network: RoadNetwork) -> [String] {
        var isUsed = [Bool](repeating: false, count: network.names.count)
        for arc in network.arcs { if let name = arc.name { isUsed[Int(name)] = true } }
        return zip(network.names, isUsed).filter(\.1).map(\.0)
    }

    // MARK: Incident

    private mutating func lookAtIncident(
        _ incident: Incident, _ place: Place, _ path: DocumentPath, _ horizon: Int64
    ) {
        for (number, signal) in incident.signals.enumerated() where signal.at > horizon {
            fault(path.key("levels").index(number).key("at"), .beyondHorizon)
        }
        if incident.river.isEmpty, incident.passableDepth.contains(where: { $0 != nil }) {
            fault(path.key("passableDepth"), .noRiver)
        }
        let highest = incident.signals.map(\.level).max() ?? .none
        let demands = [
            ("warn", incident.warn, place.grids.reduce(0) { $0 + $1.lowHouseholds }),
            ("transfer", incident.transfer, place.grids.reduce(0) { $0 + $1.lowResidentsNeedingHelp }),
        ]
        for (name, demand, amount) in demands where demand.level != .none {
            let demandPath = path.key("tasks").key(name)
            if demand.level > highest { fault(demandPath.key("level"), .levelNeverWarranted(highest)) }
            if amount == 0 { fault(demandPath, .nobodyOnLowGround) }
        }
    }

    // MARK: Plan

    /// Waves that call nobody: a person stands on the list of the first wave that names the role.
    private mutating func lookAtWaves(
        _ plan: CallOutPlan, _ listed: [Int], _ path: DocumentPath
    ) {
        func calls(_ role: Role) -> Bool {
            listed[Int(role.rawValue)] > 0 && plan.waves.contains { $0.roles.has(role) }
        }
        guard Role.allCases.contains(where: calls) else {
            fault(path, .nobodyIsCalled)
            return
        }
        // Waves no file writes are the program's, and may name roles a small place does not have.
        guard isWritten(path) else { return }
        var seen: RoleSet = []
        for index in plan.waves.indices.sorted(by: { (plan.waves[$0].level, $0) < (plan.waves[$1].level, $1) }) {
            let wave = plan.waves[index]
            let isEmpty = Role.allCases.allSatisfy { role in
                !wave.roles.has(role) || seen.has(role) || listed[Int(role.rawValue)] == 0
            }
            if isEmpty {
                fault(path.index(index), .waveCallsNobody(wave.level))
            } else if let again = Role.allCases.first(where: { wave.roles.has($0) && seen.has($0) }) {
                fault(path.index(index).key("roles"), .calledBefore(again))
            }
            seen.formUnion(wave.roles)
        }
    }

    /// A plan that calls people must have something for them to do, and every kind of team somebody who forms it and somebody to draw on.
    private mutating func lookAtTeams(_ plan: TeamPlan, _ place: Place, _ listed: [Int], _ path: DocumentPath) {
        if plan.kinds.isEmpty { fault(path, .noTeamIsFormed) }
        let levels = Set(place.organization.nodes.map(\.level))
        for kind in plan.kinds {
            let kindPath = path.key("kinds").key(kind.code)
            if !levels.contains(kind.formedAt) {
                fault(kindPath.key("formedAt"), .noOrganizationForms)
            }
            if Role.allCases.allSatisfy({ !kind.from.has($0) || listed[Int($0.rawValue)] == 0 }) {
                fault(kindPath.key("from"), .nobodyToDrawOn)
            }
        }
    }
}

extension RoadArc {
    /// Whether a mode may use the road and gets anywhere on such roads; boats do where water stands.
    fileprivate func isUsed(by mode: TravelMode) -> Bool {
        access.contains(mode) && (mode == .boat || SpeedTable.usual[mode, roadClass] > 0)
    }
}

extension RoadNetwork {
    /// Whether a road leads straight from one node to the other, in either direction.
    fileprivate func isJoined(_ one: RoadNodeID, _ other: RoadNodeID) -> Bool {
        outgoing(of: one).contains { arcs[$0].to == other } || outgoing(of: other).contains { arcs[$0].to == one }
    }
}
