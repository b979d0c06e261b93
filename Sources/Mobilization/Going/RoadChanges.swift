import DenseTables
import Places
import RoadNetwork

/// When which roads close and reopen in one run, and to whom.
///
/// Worked out before the run begins, because it hangs on the hazard and the plan and on nothing anybody does. The water is
/// looked at every so often, and a road is closed until the next look if it will be too deep before then: nobody is ever
/// let onto a road that floods under way. What a timetable says happens at its own times. It is the one rule of which roads are
/// closed when: runs play it, and `coverage` asks it for a moment.
public struct RoadChanges {
    /// What happens at one moment.
    struct Change {
        /// Milliseconds from the first signal.
        let at: Int64
        /// The roads that change, and to whom each is closed from now on.
        let roads: [(road: RoadArcID, closedTo: TravelModeSet)]
    }

    /// The changes in order of time; the first may be at time 0.
    private(set) var changes: [Change] = []

    /// Whether plan and incident close any road at all to any of some modes, whatever the river does.
    public static func mayHappen(_ plan: Plan, _ incident: Incident, to modes: TravelModeSet = .all) -> Bool {
        (plan.roads.closures + incident.closures).contains { !$0.modes.isDisjoint(with: modes) }
            || !incident.river.isEmpty
                && TravelMode.allCases.contains { mode in
                    modes.contains(mode) && incident.passableDepth[Int(mode.rawValue)] != nil
                }
    }

    /// A time in milliseconds from which on nothing changes, whatever the crest: the river has run its course and the timetables theirs.
    public static func lastChange(_ plan: Plan, _ incident: Incident) -> Int64 {
        let timetables = (plan.roads.closures + incident.closures).map { rule -> Int64 in
            if case .between(let from, let until) = rule.cause { until ?? from } else { 0 }
        }
        return max(timetables.max() ?? 0, incident.river.last?.at ?? 0) + plan.roads.lookEvery + 1
    }

    /// Works out the changes of one incident, for a crest scaled by `crest`.
    ///
    /// - Complexity: O(roads + looks · roads that can be closed).
    public init(_ network: RoadNetwork, _ plan: Plan, _ incident: Incident, crest: Double, horizon: Int64) {
        self.init(network, plan, [incident], crests: [crest], horizon: horizon)
    }

    /// Works out the changes of several incidents, each with its own river, for crests scaled by `crests`.
    ///
    /// A rule of the plan goes by the highest of the rivers, one of an incident by its own. Whatever closes a road to somebody on land closes
    /// it; boats may go where any river is deep enough.
    ///
    /// - Complexity: O(roads + looks · roads that can be closed), for each incident.
    public init(_ network: RoadNetwork, _ plan: Plan, _ incidents: [Incident], crests: [Double], horizon: Int64) {
        guard incidents.contains(where: { Self.mayHappen(plan, $0) }) else { return }
        let rules = Self.rules(plan, incidents, network)
        let waters = zip(incidents, crests).map { WaterOnRoads(network, $0, crest: $1, horizon: horizon) }
        var affected = [Bool](repeating: false, count: network.arcCount)
        for road in rules.flatMap(\.roads) + waters.flatMap(\.roads) { affected[road.index] = true }
        let roads = affected.indices.filter { affected[$0] }.map { RoadArcID($0) }
        var closedTo = [TravelModeSet](repeating: [], count: network.arcCount)
        let times = Self.times(rules.map(\.rule), plan, incidents, horizon)
        for (index, time) in times.enumerated() {
            let end = index + 1 < times.count ? times[index + 1] : horizon
            var now = [TravelModeSet](repeating: [], count: network.arcCount)
            let heights = zip(incidents, crests).map { $0.riverHeights(from: time, to: end, factor: $1) }
            let highest = heights.map(\.upperBound).max() ?? -.infinity
            for (rule, roads, incident) in rules
            where Self.isActive(rule.cause, at: time, incident.map { heights[$0].upperBound } ?? highest) {
                for road in roads { now[road.index].formUnion(rule.modes) }
            }
            for (water, heights) in zip(waters, heights) {
                for road in water.roads { now[road.index].formUnion(water.closed(road, heights)) }
            }
            // Where one river is too shallow another may not be.
            for road in waters.count > 1 ? roads : []
            where zip(waters, heights).contains(where: { $0.carriesBoats(road, $1) }) {
                now[road.index].remove(TravelModeSet(.boat))
            }
            let changed = roads.filter { now[$0.index] != closedTo[$0.index] }
            if changed.isEmpty { continue }
            changes.append(Change(at: time, roads: changed.map { (road: $0, closedTo: now[$0.index]) }))
            closedTo = now
        }
    }

    /// Every rule with the roads it closes and the incident it belongs to; none for those of the plan.
    private static func rules(
        _ plan: Plan, _ incidents: [Incident], _ network: RoadNetwork
    ) -> [(rule: RoadClosure, roads: [RoadArcID], incident: Int?)] {
        let owned: [(rule: RoadClosure, incident: Int?)] =
            plan.roads.closures.map { ($0, nil) }
            + incidents.enumerated().flatMap { number, incident in incident.closures.map { ($0, number) } }
        return zip(owned, RoadClosure.roads(of: owned.map(\.rule), in: network)).map { ($0.rule, $1, $0.incident) }
    }

    /// The roads closed to a mode at a time in milliseconds from the first signal, or without one at any time, in order.
    ///
    /// - Complexity: O(changes · roads that change + n log n).
    public func closed(to mode: TravelMode, at time: Int64?) -> [RoadArcID] {
        var closed: Set<RoadArcID> = []
        for change in changes.prefix(while: { change in time.map { change.at <= $0 } ?? true }) {
            for (road, closedTo) in change.roads {
                if closedTo.contains(mode) { closed.insert(road) } else if time != nil { closed.remove(road) }
            }
        }
        return closed.sorted()
    }

    /// The moments at which anything may change, in order.
    private static func times(
        _ rules: [RoadClosure], _ plan: Plan, _ incidents: [Incident], _ horizon: Int64
    ) -> [Int64] {
        var times: Set<Int64> = [0]
        for rule in rules {
            if case .between(let from, let until) = rule.cause {
                times.insert(from)
                if let until { times.insert(until) }
            }
        }
        if incidents.contains(where: { !$0.river.isEmpty }) {
            for look in stride(from: 0, to: horizon, by: Int64.Stride(plan.roads.lookEvery)) { times.insert(look) }
        }
        return times.filter { (0..<horizon).contains($0) }.sorted()
    }

    private static func isActive(_ cause: RoadClosure.Cause, at time: Int64, _ highest: Double) -> Bool {
        switch cause {
        case .between(let from, let until): from <= time && until.map { time < $0 } ?? true
        case .riverAbove(let height): highest >= height
        }
    }
}

/// How high the river must stand for each low road to be closed to each mode.
private struct WaterOnRoads {
    /// The roads the river can reach in this run; bridges stand above it, and close by rules of their own.
    let roads: [RoadArcID]

    private let floor: [Double]
    private let depths: [(mode: TravelMode, depth: Double)]

    init(_ network: RoadNetwork, _ incident: Incident, crest: Double, horizon: Int64) {
        let depths = TravelMode.allCases.compactMap { mode in
            incident.passableDepth[Int(mode.rawValue)].map { (mode: mode, depth: $0) }
        }
        self.depths = depths
        guard !incident.river.isEmpty, !depths.isEmpty else {
            (roads, floor) = ([], [])
            return
        }
        let highest = incident.riverHeights(from: 0, to: horizon, factor: crest).upperBound
        let isForBoats = depths.contains { $0.mode == .boat }
        let shallowest = depths.map(\.depth).min() ?? 0
        let floor = network.arcs.map { arc in
            arc.isBridge ? .infinity : min(network[arc.from].elevation, network[arc.to].elevation)
        }
        self.floor = floor
        roads = floor.indices.filter { isForBoats || floor[$0] + shallowest <= highest }.map { RoadArcID($0) }
    }

    /// To whom a road is closed while the river stands between `heights`.
    func closed(_ road: RoadArcID, _ heights: ClosedRange<Double>) -> TravelModeSet {
        var modes: TravelModeSet = []
        for (mode, depth) in depths {
            // Boats need water; everybody else must not have too much of it.
            let isClosed =
                mode == .boat
                ? heights.lowerBound - floor[road.index] < depth : heights.upperBound - floor[road.index] >= depth
            if isClosed { modes.insert(TravelModeSet(mode)) }
        }
        return modes
    }

    /// Whether the river makes a road deep enough for boats while it stands between `heights`.
    func carriesBoats(_ road: RoadArcID, _ heights: ClosedRange<Double>) -> Bool {
        depths.contains { $0.mode == .boat && heights.lowerBound - floor[road.index] >= $0.depth }
    }
}
