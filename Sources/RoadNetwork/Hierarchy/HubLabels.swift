import DenseTables

/// The times between some places and everything above them in the hierarchy, kept up to date as roads close and open: the way
/// between any two places is one pass over what they have above them in common.
///
/// A table of all ways would be square in the places; these rows are as long as the hierarchy is high. After a change only rows are
/// worked out again below which something has changed, from the rows above them (hierarchical hub labels: Abraham, Delling, Goldberg and
/// Werneck, ESA 2012; kept up to date like the tree labels of Ouyang et al., SIGMOD 2018).
public struct HubLabels: ~Copyable, Sendable {
    /// What a change of roads has done to the rows of the places.
    public struct Changes: Sendable {
        /// Whether the times from each place have changed, where before or after they are no longer than asked for.
        public var from: [Bool]
        /// Whether the times to each place have.
        public var to: [Bool]
    }

    /// What has become of a node's rows: bit 0 the row up has changed, bit 1 the row down; bits 2 and 3 the same where it matters.
    private typealias Mark = UInt8

    /// The times from each node up to its ancestors.
    private var up: Column<LaneRow, Lanes>
    /// The times from the ancestors of each node down to it.
    private var down: Column<LaneRow, Lanes>
    /// The times of the tree's arcs they were worked out from, along the arc and against it.
    private var times: Column<HubArcRow, SIMD2<Int32>>
    private var marks: Column<HubRow, Mark>

    /// Works out the rows of `tree` for `ways`.
    ///
    /// - Complexity: O(arcs of the tree · its height / 16).
    public init(_ tree: borrowing HubTree, _ ways: borrowing HierarchyTravelTimes) {
        up = Column(repeating: LaneSweep.none, count: tree.ancestors.count)
        down = Column(repeating: LaneSweep.none, count: tree.ancestors.count)
        times = Column(repeating: SIMD2(repeating: -1), count: tree.arcs.count)
        marks = Column(repeating: 0, count: tree.depth.count)
        for node in 0..<tree.depth.count where tree.depth[HubRow(node)] == 0 {
            // Nothing lies above the top.
            let lane = LaneRow(raw: tree.start[HubRow(node)])
            up[lane][0] = 0
            down[lane][0] = 0
        }
        _ = update(tree, ways, within: 0)
    }

    /// The same labels once more, to be changed by themselves.
    ///
    /// - Complexity: O(rows), a copy of memory.
    public func copy() -> HubLabels {
        HubLabels(up: up.copy(), down: down.copy(), times: times.copy(), marks: marks.copy())
    }

    private init(
        up: consuming Column<LaneRow, Lanes>, down: consuming Column<LaneRow, Lanes>,
        times: consuming Column<HubArcRow, SIMD2<Int32>>, marks: consuming Column<HubRow, Mark>
    ) {
        self.up = up
        self.down = down
        self.times = times
        self.marks = marks
    }

    /// Works out again what has changed, and tells for which places it makes a difference to ways of `limit` milliseconds or less.
    ///
    /// - Complexity: O(arcs of the tree + arcs of changed rows · height of the tree / 16).
    public mutating func update(
        _ tree: borrowing HubTree, _ ways: borrowing HierarchyTravelTimes, within limit: UInt32
    ) -> Changes {
        let most = Lanes(repeating: Int32(min(limit, UInt32(HierarchyTimes.unreachable) - 1)))
        for index in 0..<tree.depth.count {
            let node = HubRow(index)
            var stale: Mark = 0
            for raw in tree.upward(of: node) {
                let arc = HubArcRow(raw: raw)
                stale |= marks[tree.upper[arc]]
                let (new, old) = (ways.times.pairs[Int(tree.arcs[arc])], times[arc])
                if new == old { continue }
                stale |= (new.x != old.x ? 1 : 0) | (new.y != old.y ? 2 : 0)
                times[arc] = new
            }
            var mark: Mark = 0
            if stale & 1 != 0 { mark |= Self.workOut(node, &up, tree, times, column: 0, most) }
            if stale & 2 != 0 { mark |= Self.workOut(node, &down, tree, times, column: 1, most) << 1 }
            marks[node] = mark
        }
        var changes = Changes(from: [], to: [])
        for place in 0..<tree.places.count {
            let mark = marks[tree.places[HubPlaceRow(place)]]
            changes.from.append(mark & 4 != 0)
            changes.to.append(mark & 8 != 0)
        }
        return changes
    }

    /// Works out one row from those above it; bit 0 if it has changed, bit 2 too if it has where it matters.
    @inline(__always)
    private static func workOut(
        _ node: HubRow, _ rows: inout Column<LaneRow, Lanes>, _ tree: borrowing HubTree,
        _ times: borrowing Column<HubArcRow, SIMD2<Int32>>, column: Int, _ most: Lanes
    ) -> Mark {
        let (depth, start) = (tree.depth[node], tree.start[node])
        let width = Int32(LaneSweep.width)
        var mark: Mark = 0
        for lane in 0...(depth / width) {
            var best = LaneSweep.none
            for raw in tree.upward(of: node) {
                let arc = HubArcRow(raw: raw)
                let upper = tree.upper[arc]
                guard lane <= tree.depth[upper] / width else { continue }
                let offered = rows[LaneRow(raw: tree.start[upper] + lane)] &+ Lanes(repeating: times[arc][column])
                best.replace(with: offered, where: offered .< best)
            }
            if lane == depth / width { best[Int(depth % width)] = 0 }
            let row = LaneRow(raw: start + lane)
            let old = rows[row]
            let differs = best .!= old
            if LaneSweep.isAny(differs) {
                mark |= 1
                if LaneSweep.isAny(differs .& (best .<= most .| old .<= most)) { mark |= 4 }
                rows[row] = best
            }
        }
        return mark
    }

    /// The time from one place to another, by their numbers; `TravelTimeTable.unreachable` if there is no way.
    ///
    /// - Complexity: O(ancestors in common / 16).
    public func milliseconds(from: Int, to: Int, _ tree: borrowing HubTree) -> UInt32 {
        var best = LaneSweep.none
        meetings(from, to, tree) { offered, isCommon in
            best.replace(with: offered, where: offered .< best .& isCommon)
            return true
        }
        let time = LaneSweep.least(best)
        return time < HierarchyTimes.unreachable ? UInt32(time) : TravelTimeTable.unreachable
    }

    /// Whether there is a way from one place to another, by their numbers.
    ///
    /// - Complexity: O(ancestors in common / 16), less the sooner there is one.
    public func leads(from: Int, to: Int, _ tree: borrowing HubTree) -> Bool {
        var isLeading = false
        meetings(from, to, tree) { offered, isCommon in
            isLeading = LaneSweep.isAny(offered .< LaneSweep.none .& isCommon)
            return !isLeading
        }
        return isLeading
    }

    /// Hands over the times by way of sixteen ancestors at a time, and which of them two places have in common, until `body` has enough.
    @inline(__always)
    private func meetings(
        _ from: Int, _ to: Int, _ tree: borrowing HubTree, _ body: (Lanes, SIMDMask<Lanes>) -> Bool
    ) {
        let (one, other) = (tree.places[HubPlaceRow(from)], tree.places[HubPlaceRow(to)])
        let (first, second) = (tree.start[one], tree.start[other])
        let last = min(tree.depth[one], tree.depth[other]) / Int32(LaneSweep.width)
        var lane: Int32 = 0
        // Nodes have ancestors in common down to some depth and none below it: where the next sixteen begin with the same, these are.
        while lane < last,
            tree.ancestors[LaneRow(raw: first + lane + 1)][0] == tree.ancestors[LaneRow(raw: second + lane + 1)][0]
        {
            let offered = up[LaneRow(raw: first + lane)] &+ down[LaneRow(raw: second + lane)]
            guard body(offered, SIMDMask(repeating: true)) else { return }
            lane += 1
        }
        let (ours, theirs) = (LaneRow(raw: first + lane), LaneRow(raw: second + lane))
        _ = body(up[ours] &+ down[theirs], tree.ancestors[ours] .== tree.ancestors[theirs])
    }
}
