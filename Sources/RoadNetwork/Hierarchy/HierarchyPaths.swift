import DenseTables

extension HierarchyTravelTimes {
    /// The time from `source` to `target`, up the elimination tree from both.
    ///
    /// - Complexity: O(arcs of the ancestors); some microseconds in a city.
    public func milliseconds(from source: RoadNodeID, to target: RoadNodeID) -> UInt32 {
        let ahead = TreeClimb(from: source, hierarchy, times.pairs, .forward)
        let back = TreeClimb(from: target, hierarchy, times.pairs, .backward)
        if let meeting = TreeClimb.meeting(ahead, back) { return UInt32(meeting.time) }
        return mayMissWays ? search.milliseconds(from: source, to: target) : TravelTimeTable.unreachable
    }

    /// The roads of a fastest way from `source` to `target`, in order; nil if there is no way.
    ///
    /// Of equally fast ways it is always the same one.
    ///
    /// - Complexity: O(arcs of the ancestors + roads · arcs below their nodes).
    public func path(from source: RoadNodeID, to target: RoadNodeID) -> [RoadArcID]? {
        let ahead = TreeClimb(from: source, hierarchy, times.pairs, .forward)
        let back = TreeClimb(from: target, hierarchy, times.pairs, .backward)
        guard let meeting = TreeClimb.meeting(ahead, back) else {
            return mayMissWays ? searchedPath(from: source, to: target) : nil
        }
        var roads: [RoadArcID] = []
        for arc in climbed(ahead, to: meeting.depth).reversed() { unpack(arc, upward: true, into: &roads) }
        for arc in climbed(back, to: meeting.depth) { unpack(arc, upward: false, into: &roads) }
        return roads
    }

    /// The arcs of a climb up to the ancestor at `depth`, from there down to the start.
    private func climbed(_ climb: TreeClimb, to depth: Int) -> [UInt32] {
        var arcs: [UInt32] = []
        var depth = depth
        while climb.arcs[depth] != .max {
            arcs.append(climb.arcs[depth])
            depth = Int(hierarchy.depth[Int(hierarchy.lower[Int(climb.arcs[depth])])])
        }
        return arcs
    }

    /// Appends the roads an arc stands for, in the direction of travel.
    ///
    /// An arc is a road, or the two sides of a triangle below it; those lie lower, so this ends.
    private func unpack(_ arc: UInt32, upward: Bool, into roads: inout [RoadArcID]) {
        var open = [(arc: arc, upward: upward)]
        while let next = open.popLast() {
            let time = times.pairs[Int(next.arc)][next.upward ? 0 : 1]
            if let road = road(next.arc, upward: next.upward, taking: time) {
                roads.append(road)
                continue
            }
            guard let sides = sides(of: next.arc, upward: next.upward, taking: time) else {
                preconditionFailure("a shortcut without a way below it")
            }
            open.append((sides.second, true))
            open.append((sides.first, false))
        }
    }

    /// The road that an arc is, if one takes just its time.
    private func road(_ arc: UInt32, upward: Bool, taking time: Int32) -> RoadArcID? {
        let ends = (hierarchy.lower[Int(arc)], hierarchy.upper[Int(arc)])
        let (from, to) = upward ? ends : (ends.1, ends.0)
        let goal = hierarchy.nodes[Int(to)]
        for road in network.outgoing(of: hierarchy.nodes[Int(from)])
        where metric.milliseconds[road] == UInt32(time) && network.arcs[road].to == goal {
            return RoadArcID(road)
        }
        return nil
    }

    /// The two arcs below `arc` whose times add up to its own: down to a lower node and up again.
    ///
    /// - Complexity: O(arcs that come up to its lower end · log of a row).
    private func sides(of arc: UInt32, upward: Bool, taking time: Int32) -> (first: UInt32, second: UInt32)? {
        let (low, high) = (hierarchy.lower[Int(arc)], hierarchy.upper[Int(arc)])
        let column = upward ? 1 : 0
        for index in Int(hierarchy.firstDown[Int(low)])..<Int(hierarchy.firstDown[Int(low) + 1]) {
            let one = hierarchy.downArcs[index]
            // Upward the way goes down this side first, downward it comes up this side last.
            let rest = time - times.pairs[Int(one)][column]
            if rest < 0 { continue }
            guard let other = hierarchy.arcIfAny(from: hierarchy.lower[Int(one)], to: high),
                times.pairs[Int(other)][1 - column] == rest
            else { continue }
            return upward ? (one, other) : (other, one)
        }
        return nil
    }
}
