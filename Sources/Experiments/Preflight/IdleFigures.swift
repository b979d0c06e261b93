import Coverage
import DenseTables
import Mobilization
import Organization
import Places
import RandomStreams
import RoadNetwork
import ScenarioFiles
import Words
import WrittenFiles

// Figures that nothing in the place or the incident asks for.

/// How many people, and how many who can lead, stand on the roster of each organization, by role.
struct Rosters {
    /// How many of each role stand on any list.
    let listed: [Int]
    private let people: [Int32]
    private let leaders: [Int32]
    private static let roles = Role.allCases.count

    /// Counts a place.
    ///
    /// - Complexity: O(people + organizations).
    init(_ place: Place) {
        var people = [Int32](repeating: 0, count: place.organization.nodes.count * Self.roles)
        var leaders = people
        var listed = [Int](repeating: 0, count: Self.roles)
        let everybody = place.people
        for index in 0..<everybody.count where !everybody.traits[PersonID(index)].contains(.unlisted) {
            let role = Int(everybody.role[PersonID(index)].rawValue)
            let entry = everybody.callingNode[PersonID(index)].index * Self.roles + role
            listed[role] += 1
            people[entry] += 1
            if everybody.traits[PersonID(index)].contains(.leader) { leaders[entry] += 1 }
        }
        (self.listed, self.people, self.leaders) = (listed, people, leaders)
    }

    /// The most people of some roles, and the most who can lead, on the roster of any of some organizations.
    func most(of roles: RoleSet, in nodes: [OrganizationNodeID]) -> (people: Int, leaders: Int) {
        func most(_ counts: [Int32]) -> Int {
            nodes.map { node in
                Role.allCases.reduce(0) { sum, role in
                    sum + (roles.has(role) ? Int(counts[node.index * Self.roles + Int(role.rawValue)]) : 0)
                }
            }.max() ?? 0
        }
        return (most(people), most(leaders))
    }
}

extension PlaceDocument.Form {
    /// Whether how many people there are is drawn for each place.
    var isScattered: Bool { if case .explicit(let place) = self { !place.scattered.isEmpty } else { false } }
}

extension IdleRules {
    // MARK: Plan

    /// Looks at the figures of a plan.
    mutating func lookAtFigures(
        _ plan: Plan, _ incident: Incident, _ place: Place, _ rosters: Rosters, isScattered: Bool, _ path: DocumentPath
    ) {
        let highest = incident.signals.map(\.level).max() ?? .none
        for kind in plan.teams.kinds {
            let kindPath = path.key("teams").key("kinds").key(kind.code)
            if kind.level > highest { warn(kindPath.key("level"), .levelNeverWarranted(highest)) }
            if !isScattered { lookAtStrength(of: kind, plan.teams, place, rosters, kindPath) }
            lookAtPost(of: kind, place, kindPath)
            if kind.duty == .lastResort, plan.dispatch.lastResortAfter == nil {
                warn(kindPath.key("lastResort"), .nothingFallsToTheCommunity)
            }
        }
        if !plan.teams.kinds.contains(where: { $0.duty == .lastResort }) {
            warn(path.key("dispatch").key("lastResortAfter"), .noCrewOfLastResort)
        }
        for level in OrganizationLevel.allCases where plan.conversion[level].from > highest {
            warn(path.key("conversion").key("\(level)").key("from"), .levelNeverWarranted(highest))
        }
        for role in Role.allCases {
            let isCalled = plan.callOut.waves.contains { $0.roles.has(role) }
            if rosters.listed[Int(role.rawValue)] == 0 || !isCalled {
                warn(path.key("callOut").key("answers").key(role.name), .roleIsNeverCalled)
            }
        }
        if !RoadChanges.mayHappen(plan, incident) {
            for key in ["whenClosed", "lookEvery"] { warn(path.key("roads").key(key), .noRoadCloses) }
        }
    }

    /// A kind of team that needs more people, or somebody who can lead, than any organization that forms it has on its roster.
    private mutating func lookAtStrength(
        of kind: TeamPlan.Kind, _ teams: TeamPlan, _ place: Place, _ rosters: Rosters, _ path: DocumentPath
    ) {
        let nodes = place.organization.nodes(at: kind.formedAt)
        // Nobody at all is said of the roles or of the level.
        guard !nodes.isEmpty,
            Role.allCases.contains(where: { kind.from.has($0) && rosters.listed[Int($0.rawValue)] > 0 })
        else { return }
        let most = rosters.most(of: kind.from, in: nodes)
        let isPatient = teams.patience == nil
        let share = isPatient ? 1 : teams.underStrength
        let needed = max(1, Int((Double(kind.minimum) * share - 1e-9).rounded(.up)))
        if most.people < needed { warn(path.key("minimum"), .neverSoMany(needed, most.people)) }
        if kind.needsLeader, isPatient, most.leaders == 0 { warn(path.key("needsLeader"), .nobodyCanLead) }
    }

    /// A post at a stretch of dike or a shelter where the place has none.
    private mutating func lookAtPost(of kind: TeamPlan.Kind, _ place: Place, _ path: DocumentPath) {
        switch kind.duty {
        case .post(.dikePoint) where place.dikePoints.isEmpty: warn(path.key("post"), .noSuchPost)
        case .post(.shelter) where !place.facilities.contains { $0.kind == .shelter }:
            warn(path.key("post"), .noSuchPost)
        // Posts at seats and all other duties need nothing the place may lack.
        default: break
        }
    }

    // MARK: Water

    /// Looks at heights and depths that no water reaches, and at a river nothing looks at.
    mutating func lookAtWater(
        _ plan: Plan, _ incident: Incident, _ place: Place, _ ground: PlaceDocument.Form, _ river: River
    ) {
        let path = DocumentPath.root.key("incident")
        let isDeep = incident.passableDepth.contains { $0 != nil }
        let travelers = ground.isScattered ? nil : Self.travelers(place)
        if let travelers {
            for mode in TravelMode.allCases where travelers.contains(mode) && incident.weather[Int(mode.rawValue)] == 0
            {
                warn(path.key("weather").key("\(mode)"), .standsStill(mode))
            }
        }
        lookAtHomes(incident, place, ground, river)
        let heights = DocumentPath.root.key("place").key("explicit").key("heights")
        guard let highest = river.highest else {
            warn(path.key("riverSpread"), .noRiver)
            warn(heights, .noRiver)
            return
        }
        if !isDeep { warn(heights, .noDepthIsAsked) }
        let closes = (plan.roads.closures + incident.closures).contains {
            if case .riverAbove = $0.cause { true } else { false }
        }
        let hasLowHomes = place.grids.contains {
            $0.lowestHomes.isFinite && $0.lowHouseholds + $0.lowResidentsNeedingHelp > 0
        }
        if !isDeep, !closes, !hasLowHomes { warn(path.key("river"), .riverDoesNothing) }
        for mode in TravelMode.allCases {
            guard let depth = incident.passableDepth[Int(mode.rawValue)] else { continue }
            let modePath = path.key("passableDepth").key("\(mode)")
            if mode == .boat {
                warn(modePath, .nobodyGoesByBoat)
                continue
            }
            if let travelers, !travelers.contains(mode) {
                warn(modePath, .nobodyTravels(by: mode))
                continue
            }
            let isReached = place.roads.arcs.contains { arc in
                !arc.isBridge && arc.access.contains(mode)
                    && min(place.roads[arc.from].elevation, place.roads[arc.to].elevation) + depth <= highest
            }
            if !isReached { warn(modePath, .noRoadSoLow) }
        }
    }

    /// The modes somebody travels by: those of the people on lists, and cars, which teams and stations take and islands are told by.
    private static func travelers(_ place: Place) -> TravelModeSet {
        var modes = TravelModeSet(.car)
        for index in 0..<place.people.count {
            if let mode = TravelMode(rawValue: place.people.travelMode[PersonID(index)]) {
                modes.formUnion(TravelModeSet(mode))
            }
        }
        return modes
    }

    /// Times that come after the end of the run.
    mutating func lookAtTimes(_ plan: Plan, _ incident: Incident, _ horizon: Int64) {
        if let target = incident.responseTarget, target > horizon {
            warn(DocumentPath.root.key("incident").key("responseTarget"), .beyondHorizon)
        }
        if let wait = plan.dispatch.lastResortAfter, wait >= horizon {
            warn(DocumentPath.root.key("plan").key("dispatch").key("lastResortAfter"), .beyondHorizon)
        }
    }

    /// Figures of a channel that nobody is called through; neutral ones say that nothing of the kind is meant.
    mutating func lookAtChannels(_ plan: CallOutPlan, _ path: DocumentPath) {
        let figures: [(channel: CallOutPlan.Channel, key: String, isNeutral: Bool)] = [
            (.phoneTree, "span", plan.span == 1), (.phoneTree, "retries", plan.retries == 0),
            (.phoneTree, "call", plan.call == .fixed(0)),
            (.groupMessage, "messageDelay", plan.messageDelay == .fixed(0)),
        ]
        for (channel, key, isNeutral) in figures where !isNeutral && !plan.channels.contains(channel) {
            warn(path.key(key), .channelIsNotUsed(channel.rawValue))
        }
    }

    private mutating func lookAtHomes(
        _ incident: Incident, _ place: Place, _ ground: PlaceDocument.Form, _ river: River
    ) {
        let path = DocumentPath.root.key("place")
        guard case .explicit = ground else {
            if let highest = river.highest, case .figures(let figures) = ground, figures.river.lowestHomes > highest {
                warn(path.key("generate").key("river").key("lowestHomes"), .riverNeverSoHigh(highest))
            }
            return
        }
        for (number, grid) in place.grids.enumerated() {
            let gridPath = path.key("explicit").key("grids").index(number)
            let lowest = gridPath.key("lowestHomes")
            if grid.lowestHomes.isFinite {
                if let highest = river.highest {
                    if grid.lowestHomes > highest { warn(lowest, .riverNeverSoHigh(highest)) }
                } else {
                    warn(lowest, .noRiver)
                }
                if grid.lowHouseholds + grid.lowResidentsNeedingHelp == 0 { warn(lowest, .nobodyLow) }
            } else if river.highest != nil {
                if grid.lowHouseholds > 0 { warn(gridPath.key("lowHouseholds"), .waterNeverComes) }
                if grid.lowResidentsNeedingHelp > 0 {
                    warn(gridPath.key("lowResidentsNeedingHelp"), .waterNeverComes)
                }
            }
        }
    }

    // MARK: Calls

    mutating func lookAtCalls(_ incident: Incident, _ place: Place) {
        if incident.calls.isEmpty { warn(DocumentPath.root.key("experiment").key("warmUp"), .noCalls) }
        let called = Set(incident.calls.map(\.station))
        for (number, station) in place.stations.enumerated() where !called.contains(number) {
            warn(DocumentPath.root.key("place").key("stations").key(station.code), .noCalls)
        }
    }

    // MARK: Experiment

    /// Looks at the measures the verdicts are about: none says anything of one that no run yields.
    mutating func lookAtMeasures(_ experiment: ExperimentSettings, _ plan: Plan, _ incident: Incident, _ place: Place) {
        for (number, name) in experiment.decideOn.enumerated() {
            guard let index = Measures.index(of: name) else { continue }
            let missing = Measures.all[index].needs.first { !$0.isMet(plan, incident, place) }
            guard let missing else { continue }
            let path = DocumentPath.root.key("experiment").key("decideOn").index(number)
            warn(path, .measureNeeds(missing.missing))
        }
    }
}
