import DenseTables

/// The way up the elimination tree from one node: the time at each ancestor, and by which arc it is reached.
///
/// Ancestors are told apart by their depth, so that the room needed is the height of the tree, not the size of the network.
struct TreeClimb {
    /// The times by depth.
    private(set) var times: [Int32]

    /// The rank of the ancestor at each depth.
    private(set) var ranks: [UInt32]

    /// The arc by which each was reached; `UInt32.max` at the start and where nothing leads.
    private(set) var arcs: [UInt32]

    /// Climbs from `start`.
    ///
    /// - Complexity: O(arcs of the ancestors).
    init(
        from start: RoadNodeID, _ hierarchy: RoadHierarchy, _ pairs: [SIMD2<Int32>],
        _ direction: HierarchyTimes.Direction
    ) {
        precondition(
            start.exists && start.index < hierarchy.nodeCount, "a search must start at a node of the network")
        var low = Int(hierarchy.rank[start.index])
        let count = Int(hierarchy.depth[low]) + 1
        times = Array(repeating: HierarchyTimes.unreachable, count: count)
        ranks = Array(repeating: 0, count: count)
        arcs = Array(repeating: .max, count: count)
        times[count - 1] = 0
        let column = direction.rawValue
        for depth in stride(from: count - 1, through: 0, by: -1) {
            ranks[depth] = UInt32(low)
            let row = Int(hierarchy.firstUp[low])..<Int(hierarchy.firstUp[low + 1])
            for arc in row {
                let offered = times[depth] + pairs[arc][column]
                let high = Int(hierarchy.depth[Int(hierarchy.upper[arc])])
                if offered < times[high] {
                    times[high] = offered
                    arcs[high] = UInt32(arc)
                }
            }
            if depth > 0 { low = Int(hierarchy.upper[row.lowerBound]) }
        }
    }

    /// The depth of the common ancestor through which two climbs meet soonest, and the time; nil if they never meet.
    static func meeting(_ one: TreeClimb, _ other: TreeClimb) -> (depth: Int, time: Int32)? {
        var best: (depth: Int, time: Int32)?
        for depth in 0..<min(one.ranks.count, other.ranks.count) {
            guard one.ranks[depth] == other.ranks[depth] else { break }
            let time = one.times[depth] + other.times[depth]
            if time < best?.time ?? HierarchyTimes.unreachable { best = (depth, time) }
        }
        return best
    }
}
