import DenseTables
import Mobilization
import Organization
import Places
import RandomStreams
import RoadNetwork
import ScenarioFiles

/// The rules of a plan and an incident that can do nothing in their place, whatever is drawn.
///
/// Such a rule is a slip: a name misspelled, a time beyond the end, a level that is never reached. Nothing would go wrong, and nobody would
/// notice that the question asked was not the one that was run. Each part of a rule counts by itself, one name of several, one pair of points.
struct IdleRules {
    /// What does nothing, and why.
    private(set) var found: [(path: DocumentPath, problem: Fault.Problem)] = []

    /// Looks at every rule.
    ///
    /// - Parameter isWritten: Whether a file writes the value at a path; what the program assumes may be more than a small place needs.
    /// - Complexity: O(rules · roads · points of an area + people).
    init(
        _ plan: Plan, _ incident: Incident, _ place: Place, horizon: Int64, isWritten: (DocumentPath) -> Bool
    ) {
        let (planPath, incidentPath) = (DocumentPath.root.key("plan"), DocumentPath.root.key("incident"))
        let river = River(incident, horizon: horizon)
        for (rules, path) in [(plan.roads.closures, planPath.key("roads")), (incident.closures, incidentPath)] {
            for (number, rule) in rules.enumerated() {
                look(at: rule, path.key("closures").index(number), place.roads, river, horizon)
            }
        }
        lookAtIncident(incident, place, incidentPath, horizon)
        if incident.signals.isEmpty { return }
        let listed = Self.listed(place.people)
        lookAtWaves(plan.callOut, listed, planPath.key("callOut").key("waves"), isWritten)
        lookAtTeams(plan.teams, place, listed, planPath.key("teams"))
    }

    // MARK: Closures

    /// How high the river can stand before the end.
    private struct River {
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
        at rule: RoadClosure, _ path: DocumentPath, _ network: RoadNetwork, _ river: River, _ horizon: Int64
    ) {
        switch rule.cause {
        case .between(let from, _):
            if from >= horizon { found.append((path.key("from"), .beyondHorizon)) }
        case .riverAbove(let height):
            if let highest = river.highest {
                if height > highest { found.append((path.key("riverAbove"), .riverNeverSoHigh(highest))) }
            } else {
                found.append((path.key("riverAbove"), .noRiver))
            }
        }
        let before = found.count
        switch rule.extent {
        case .named(let texts): lookAtNames(texts, path.key("named"), network)
        case .along(let points):
            for (number, (one, other)) in zip(points, points.dropFirst()).enumerated()
            where !network.isJoined(one, other) {
                found.append((path.key("along").index(number + 1), .noRoadBetween))
            }
        case .allBridges, .within: break
        }
        guard found.count == before else { return }
        let roads = rule.roads(of: network)
        if roads.isEmpty {
            found.append((path, .closesNoRoad(network.names)))
        } else if roads.allSatisfy({ network[$0].access.isDisjoint(with: rule.modes) }) {
            found.append((path.key("modes"), .closedToNobodyThere))
        }
    }

    private mutating func lookAtNames(_ texts: [String], _ path: DocumentPath, _ network: RoadNetwork) {
        var isUsed = [Bool](repeating: false, count: network.names.count)
        for arc in network.arcs { if let name = arc.name { isUsed[Int(name)] = true } }
        let names = zip(network.names, isUsed).filter(\.1).map(\.0)
        for (number, text) in texts.enumerated() where !names.contains(where: { $0.contains(text) }) {
            found.append((path.index(number), .noRoadIsCalled(text, names)))
        }
    }

    // MARK: Incident

    private mutating func lookAtIncident(
        _ incident: Incident, _ place: Place, _ path: DocumentPath, _ horizon: Int64
    ) {
        for (number, signal) in incident.signals.enumerated() where signal.at > horizon {
            found.append((path.key("levels").index(number).key("at"), .beyondHorizon))
        }
        if incident.river.isEmpty, incident.passableDepth.contains(where: { $0 != nil }) {
            found.append((path.key("passableDepth"), .noRiver))
        }
        let highest = incident.signals.map(\.level).max() ?? .none
        let demands = [
            ("warn", incident.warn, place.grids.reduce(0) { $0 + $1.lowHouseholds }),
            ("transfer", incident.transfer, place.grids.reduce(0) { $0 + $1.lowResidentsNeedingHelp }),
        ]
        for (name, demand, amount) in demands where demand.level != .none {
            let demandPath = path.key("tasks").key(name)
            if demand.level > highest { found.append((demandPath.key("level"), .levelNeverWarranted(highest))) }
            if amount == 0 { found.append((demandPath, .nobodyOnLowGround)) }
        }
    }

    // MARK: Plan

    /// How many people of each role stand on a list.
    private static func listed(_ people: People) -> [Int] {
        var listed = [Int](repeating: 0, count: Role.allCases.count)
        for index in 0..<people.count where !people.traits[PersonID(index)].contains(.unlisted) {
            listed[Int(people.role[PersonID(index)].rawValue)] += 1
        }
        return listed
    }

    /// Waves that call nobody: a person stands on the list of the first wave that names the role.
    private mutating func lookAtWaves(
        _ plan: CallOutPlan, _ listed: [Int], _ path: DocumentPath, _ isWritten: (DocumentPath) -> Bool
    ) {
        func calls(_ role: Role) -> Bool {
            listed[Int(role.rawValue)] > 0 && plan.waves.contains { $0.roles.has(role) }
        }
        guard Role.allCases.contains(where: calls) else {
            found.append((path, .nobodyIsCalled))
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
                found.append((path.index(index), .waveCallsNobody(wave.level)))
            } else if let again = Role.allCases.first(where: { wave.roles.has($0) && seen.has($0) }) {
                found.append((path.index(index).key("roles"), .calledBefore(again)))
            }
            seen.formUnion(wave.roles)
        }
    }

    /// A plan that calls people must have something for them to do, and every kind of team somebody who forms it and somebody to draw on.
    private mutating func lookAtTeams(_ plan: TeamPlan, _ place: Place, _ listed: [Int], _ path: DocumentPath) {
        if plan.kinds.isEmpty { found.append((path, .noTeamIsFormed)) }
        let levels = Set(place.organization.nodes.map(\.level))
        for kind in plan.kinds {
            let kindPath = path.key("kinds").key(kind.code)
            if !levels.contains(kind.formedAt) {
                found.append((kindPath.key("formedAt"), .noOrganizationForms))
            }
            if Role.allCases.allSatisfy({ !kind.from.has($0) || listed[Int($0.rawValue)] == 0 }) {
                found.append((kindPath.key("from"), .nobodyToDrawOn))
            }
        }
    }
}

extension RoadNetwork {
    /// Whether a road leads straight from one node to the other, in either direction.
    fileprivate func isJoined(_ one: RoadNodeID, _ other: RoadNodeID) -> Bool {
        outgoing(of: one).contains { arcs[$0].to == other } || outgoing(of: other).contains { arcs[$0].to == one }
    }
}
