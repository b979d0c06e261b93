import DenseTables
import Places
import RoadNetwork

/// Follows everybody's legs over the roads and looks whether each stretch was open when it was entered.
enum RoadAudit {
    /// The first leg that breaks the law of open roads; nil if none does.
    ///
    /// A leg that met no closing is worked out again on the roads of the time when it was planned; one whose roads are known is followed road by
    /// road against the list of changes, which the trips never read.
    ///
    /// - Complexity: O(legs · (roads + arcs of the ancestors) + changes · triangles).
    static func breach(of run: FinishedRun) -> LawBreach? {
        let history = run.going.history
        let legs = run.going.legs
        guard !legs.isEmpty else { return nil }
        let world = run.world
        var closures = [[(at: Int64, closedTo: TravelModeSet)]](
            repeating: [], count: world.ground.place.roads.arcCount)
        var closings = [[Int64]](repeating: [], count: TravelMode.allCases.count)
        for change in history {
            for (road, modes) in change.roads {
                let closed = modes.subtracting(closures[road.index].last?.closedTo ?? [])
                for mode in TravelMode.allCases where closed.contains(mode) {
                    closings[Int(mode.rawValue)].append(change.at)
                }
                closures[road.index].append((at: change.at, closedTo: modes))
            }
        }
        for leg in legs where leg.roads != nil {
            if let breach = breach(of: leg, world, closures) { return breach }
        }
        var closedTo = [TravelModeSet](repeating: [], count: closures.count)
        for epoch in 0...history.count {
            if epoch > 0 { for (road, modes) in history[epoch - 1].roads { closedTo[road.index] = modes } }
            for mode in TravelMode.allCases {
                let planned = legs.filter { $0.roads == nil && $0.epoch == epoch && $0.mode == mode }
                if planned.isEmpty { continue }
                let times = world.ground.times(mode, closedTo: closedTo)
                for leg in planned {
                    let isMet = closings[Int(mode.rawValue)].contains { leg.start < $0 && $0 < leg.end }
                    let dry = times.milliseconds(from: leg.from, to: leg.to)
                    let takes = dry == 0 ? 0 : leg.pace.milliseconds(Int64(dry))
                    if isMet { return told(leg, "met a closed road unawares") }
                    if dry == .max || takes != leg.end - leg.start {
                        return told(leg, "took another time than its way")
                    }
                }
            }
        }
        return nil
    }

    private static func breach(
        of leg: TripLeg, _ world: World, _ closures: [[(at: Int64, closedTo: TravelModeSet)]]
    ) -> LawBreach? {
        let network = world.ground.place.roads
        let ends = leg.times(world.ground.metric(leg.mode))
        var (node, entered) = (leg.from, leg.start)
        for (road, end) in zip(leg.roads ?? [], ends) {
            guard network[road].from == node else { return told(leg, "went by roads that do not meet") }
            let state = closures[road.index].last { $0.at <= entered }?.closedTo ?? []
            if state.contains(leg.mode) { return told(leg, "entered the closed road \(road.raw) at \(entered) ms") }
            (node, entered) = (network[road].to, end)
        }
        guard node == leg.to, entered == leg.end else { return told(leg, "ended elsewhere or at another time") }
        return nil
    }

    private static func told(_ leg: TripLeg, _ what: String) -> LawBreach {
        LawBreach(
            law: .openRoads,
            detail: "somebody from node \(leg.from.raw) to node \(leg.to.raw), \(leg.start) to \(leg.end) ms, \(what)")
    }
}
