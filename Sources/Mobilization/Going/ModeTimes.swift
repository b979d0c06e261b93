import Coverage
import DenseTables
import Places
import RoadNetwork

/// The times of one mode on the roads as they are and as they were before the last change of them.
///
/// The hierarchy is customized when somebody asks, not when a road changes; goals that many travel to keep their half of every way.
struct ModeTimes {
    /// What is known of the roads before the last change.
    private enum Before { case open, laid, unknown }

    private let mode: TravelMode
    private var metric: RoadMetric
    private var closedRoads = 0
    /// The times as they are and those before, in turn; no longer than what was ever asked for.
    private var laid: [HierarchyTravelTimes] = []
    private var current = 0
    private var isLaid = false
    private var before = Before.unknown
    /// What has been looked up on the roads before the last change.
    private var unpacked = UnpackedArcs()
    private var pieces = RoadPieces()
    private var goals: [AncestorTimes?]
    private var known: [Int] = []

    init(_ ground: Ground, _ mode: TravelMode) {
        self.mode = mode
        metric = ground.metric(mode)
        goals = Array(repeating: nil, count: ground.siteCount)
    }

    /// Whether any road is closed to the mode.
    var isAltered: Bool { closedRoads > 0 }

    /// Roads have closed or opened.
    ///
    /// - Complexity: O(roads changed + goals asked for).
    mutating func change(_ roads: [(road: RoadArcID, closedTo: TravelModeSet)], _ ground: Ground) {
        before = !isAltered ? .open : isLaid ? .laid : .unknown
        if isLaid { current = 1 - current }
        isLaid = false
        unpacked.removeAll()
        let dry = ground.metric(mode)
        for (road, closedTo) in roads {
            let wasClosed = metric[road] == RoadMetric.unreachable && dry[road] != RoadMetric.unreachable
            let isClosed = closedTo.contains(mode) && dry[road] != RoadMetric.unreachable
            if isClosed == wasClosed { continue }
            closedRoads += isClosed ? 1 : -1
            metric[road] = isClosed ? RoadMetric.unreachable : dry[road]
            if isClosed {
                pieces.close()
            } else {
                let arc = ground.place.roads[road]
                pieces.open(from: arc.from, to: arc.to)
            }
        }
        for goal in known { goals[goal] = nil }
        known.removeAll(keepingCapacity: true)
    }

    /// Hands over the times of the roads as they are.
    ///
    /// - Complexity: O(arcs and triangles of the hierarchy) for the first to ask after a change.
    mutating func withTimes<Result>(
        _ ground: Ground, _ body: (borrowing HierarchyTravelTimes) -> Result
    ) -> Result {
        if !isAltered { return body(ground.times(mode)) }
        if !isLaid {
            if laid.count <= current {
                laid.append(
                    HierarchyTravelTimes(network: ground.place.roads, hierarchy: ground.hierarchy, metric: metric))
                current = laid.count - 1
            } else {
                laid[current].customize(metric)
            }
            isLaid = true
        }
        return body(laid[current])
    }

    /// Whether a way may lead from one node to another: not where closed roads part them.
    ///
    /// - Complexity: almost O(nodes + roads) for the first to ask after a closing, O(1) otherwise.
    mutating func mayLead(from: RoadNodeID, to: RoadNodeID, _ ground: Ground) -> Bool {
        pieces.refresh(ground.place.roads, metric)
        return pieces.joins(from, to)
    }

    /// The way between two nodes on the roads as they are.
    mutating func way(from: RoadNodeID, to: RoadNodeID, _ ground: Ground) -> UInt32 {
        let site = ground.siteNumber(at: to)
        guard site >= 0 else { return withTimes(ground) { $0.milliseconds(from: from, to: to) } }
        if goals[site] == nil {
            goals[site] = withTimes(ground) { $0.ancestors(above: to) }
            known.append(site)
        }
        guard let goal = goals[site] else { preconditionFailure("a goal was just noted") }
        return withTimes(ground) { $0.milliseconds(from: from, to: goal) }
    }

    /// The roads of a way on the roads as they were before the last change; nil if there was none.
    mutating func pathBefore(from: RoadNodeID, to: RoadNodeID, _ ground: Ground) -> [RoadArcID]? {
        switch before {
        case .open: return ground.times(mode).path(from: from, to: to, &unpacked)
        case .laid: return laid[1 - current].path(from: from, to: to, &unpacked)
        case .unknown: preconditionFailure("somebody set out on roads nobody had asked about")
        }
    }
}
