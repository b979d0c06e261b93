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
        var unpacked = UnpackedArcs()
        return path(from: source, to: target, &unpacked)
    }

    /// The same, which unpacks only what has not been unpacked under these times before.
    ///
    /// - Complexity: O(arcs of the ancestors + roads), and what is to be unpacked.
    public func path(
        from source: RoadNodeID, to target: RoadNodeID, _ unpacked: inout UnpackedArcs
    ) -> [RoadArcID]? {
        let ahead = TreeClimb(from: source, hierarchy, times.pairs, .forward)
        let back = TreeClimb(from: target, hierarchy, times.pairs, .backward)
        guard let meeting = TreeClimb.meeting(ahead, back) else {
            return mayMissWays ? searchedPath(from: source, to: target) : nil
        }
        var roads: [RoadArcID] = []
        for arc in climbed(ahead, to: meeting.depth).reversed() {
            let place = unpack(arc, upward: true, &unpacked)
            roads.append(contentsOf: unpacked.roads[place])
        }
        for arc in climbed(back, to: meeting.depth) {
            let place = unpack(arc, upward: false, &unpacked)
            roads.append(contentsOf: unpacked.roads[place])
        }
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

    /// Where the roads that an arc stands for are found, in the direction of travel.
    ///
    /// An arc is a road, or the two sides of a triangle below it; those lie lower, so this ends.
    private func unpack(_ arc: UInt32, upward: Bool, _ unpacked: inout UnpackedArcs) -> Range<Int> {
        if let place = unpacked.place(of: arc, upward: upward) { return place }
        let begin = unpacked.roads.count
        // A side to be unpacked, or an arc whose sides have been, with where its roads begin.
        var open = [(arc: arc, upward: upward, start: -1)]
        while let next = open.popLast() {
            if next.start >= 0 {
                unpacked.note(next.arc, upward: next.upward, from: next.start)
                continue
            }
            if let place = unpacked.place(of: next.arc, upward: next.upward) {
                unpacked.append(place)
                continue
            }
            let time = times.pairs[Int(next.arc)][next.upward ? 0 : 1]
            if let road = road(next.arc, upward: next.upward, taking: time) {
                unpacked.append(road)
                continue
            }
            guard let sides = sides(of: next.arc, upward: next.upward, taking: time) else {
                preconditionFailure("a shortcut without a way below it")
            }
            open.append((next.arc, next.upward, unpacked.roads.count))
            open.append((sides.second, true, -1))
            open.append((sides.first, false, -1))
        }
        return begin..<unpacked.roads.count
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
