import DenseTables

/// The contraction hierarchy of a road network: which shortcuts there may be, whatever the travel times.
///
/// Nodes are contracted one after another; the neighbors each leaves behind are joined by shortcuts. What results hangs on
/// the roads and the order alone, so it belongs to a place; travel times are laid over it by `HierarchyTravelTimes`, and laid
/// anew whenever a road closes (Dibbelt, Strasser and Wagner, "Customizable contraction hierarchies", JEA 2016).
///
/// Nodes are numbered by rank, the first contracted is 0. Every arc goes up, from a lower to a higher rank, and carries two
/// times, along it and against it. Whoever holds it holds a reference: it never changes, and copying a dozen lists for each way asked for would
/// take longer than the way.
public final class RoadHierarchy: Sendable {
    /// Triangles beyond this number are looked for anew in every customization instead of being kept: 256 megabytes.
    ///
    /// Roads have a few million; a uniform grid without main roads has hundreds of times more.
    static let mostTrianglesKept = 1 << 26

    /// The rank of each node.
    let rank: [UInt32]

    /// The node of each rank.
    let nodes: [RoadNodeID]

    /// Where the upward arcs of each rank start; one entry more than there are nodes.
    let firstUp: [UInt32]

    /// The upper end of each arc, in ascending order within a row; the first of a row is the parent in the elimination tree.
    let upper: [UInt32]

    /// The lower end of each arc.
    let lower: [UInt32]

    /// Where the arcs that come up to each rank start in `downArcs`.
    let firstDown: [UInt32]

    /// The arcs by their upper ends, in ascending order of the lower.
    let downArcs: [UInt32]

    /// How many ancestors each rank has in the elimination tree.
    let depth: [UInt32]

    /// The place of each road arc's time among the times of the hierarchy: twice its arc, plus one if it leads down;
    /// `UInt32.max` for loops, which shorten nothing.
    let timeOfRoad: [UInt32]

    /// For each arc, in order, and each later arc of the same row: the arc between their upper ends; empty if not kept.
    let triangles: [UInt32]

    /// How many triangles there are.
    public let triangleCount: Int

    /// The number of nodes.
    public var nodeCount: Int { rank.count }

    /// The number of arcs, shortcuts included.
    public var arcCount: Int { upper.count }

    /// The number of ranks on the longest way up.
    let height: Int

    /// Creates the hierarchy of a network by nested dissection.
    ///
    /// - Complexity: see `NestedDissection.order(of:)`.
    public convenience init(network: RoadNetwork) {
        self.init(network: network, order: NestedDissection.order(of: network))
    }

    /// Creates the hierarchy of a network for an order of contraction, which must name every node once.
    ///
    /// `mostTriangles` is for tests: beyond it triangles are not kept.
    ///
    /// - Complexity: O(arcs of the hierarchy · log of a row + triangles).
    public convenience init(network: RoadNetwork, order: [RoadNodeID]) {
        self.init(network: network, order: order, mostTriangles: Self.mostTrianglesKept)
    }

    init(network: RoadNetwork, order: [RoadNodeID], mostTriangles: Int) {
        let count = network.nodeCount
        precondition(order.count == count, "an order must name every node once")
        var rank = [UInt32](repeating: .max, count: count)
        for (place, node) in order.enumerated() {
            precondition(rank[node.index] == .max, "an order must name every node once")
            rank[node.index] = UInt32(place)
        }
        let rows = Self.contract(network, rank)
        let (first, upper) = (rows.first, rows.upper)
        var lower = [UInt32](repeating: 0, count: upper.count)
        var firstDown = [UInt32](repeating: 0, count: count + 1)
        for low in 0..<count {
            for arc in Int(first[low])..<Int(first[low + 1]) {
                lower[arc] = UInt32(low)
                firstDown[Int(upper[arc]) + 1] += 1
            }
        }
        for place in 0..<count { firstDown[place + 1] += firstDown[place] }
        var next = firstDown
        var downArcs = [UInt32](repeating: 0, count: upper.count)
        for (arc, high) in upper.enumerated() {
            downArcs[Int(next[Int(high)])] = UInt32(arc)
            next[Int(high)] += 1
        }
        var depth = [UInt32](repeating: 0, count: count)
        for low in stride(from: count - 1, through: 0, by: -1) where first[low] < first[low + 1] {
            depth[low] = depth[Int(upper[Int(first[low])])] + 1
        }
        (self.rank, nodes, firstUp, self.upper) = (rank, order, first, upper)
        (self.lower, self.firstDown, self.downArcs, self.depth) = (lower, firstDown, downArcs, depth)
        height = Int(depth.max() ?? 0) + 1
        timeOfRoad = network.arcs.map { road in
            let (from, to) = (rank[road.from.index], rank[road.to.index])
            if from == to { return .max }
            return Self.arc(from: min(from, to), to: max(from, to), first, upper) << 1 | (from < to ? 0 : 1)
        }
        let rowLengths = (0..<count).lazy.map { Int(first[$0 + 1] - first[$0]) }
        triangleCount = rowLengths.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        triangles = triangleCount > mostTriangles ? [] : Self.triangles(count: triangleCount, first, upper)
    }

    /// The arc between two ranks, if they are joined.
    ///
    /// - Complexity: O(log of the row).
    func arcIfAny(from low: UInt32, to high: UInt32) -> UInt32? {
        var (start, end) = (firstUp[Int(low)], firstUp[Int(low) + 1])
        while end - start > 1 {
            let middle = (start + end) / 2
            if upper[Int(middle)] <= high { start = middle } else { end = middle }
        }
        return start < end && upper[Int(start)] == high ? start : nil
    }

    /// The arc between two ranks, which must be joined.
    func arc(from low: UInt32, to high: UInt32) -> UInt32 { Self.arc(from: low, to: high, firstUp, upper) }

    /// The arc between two ranks, which must be joined.
    ///
    /// - Complexity: O(log of the row).
    private static func arc(from low: UInt32, to high: UInt32, _ first: [UInt32], _ upper: [UInt32]) -> UInt32 {
        var (start, end) = (first[Int(low)], first[Int(low) + 1])
        while end - start > 1 {
            let middle = (start + end) / 2
            if upper[Int(middle)] <= high { start = middle } else { end = middle }
        }
        precondition(start < end && upper[Int(start)] == high, "two ranks without an arc between them")
        return start
    }

    /// The rows of upward arcs once every node is contracted.
    ///
    /// A node's upward neighbors are those it has by road, and those of its children in the elimination tree: contracting
    /// a child joins the child's neighbors, and its lowest is its parent.
    private static func contract(_ network: RoadNetwork, _ rank: [UInt32]) -> (first: [UInt32], upper: [UInt32]) {
        let count = network.nodeCount
        var firstRoad = [UInt32](repeating: 0, count: count + 1)
        for road in network.arcs {
            firstRoad[Int(min(rank[road.from.index], rank[road.to.index])) + 1] += 1
        }
        for low in 0..<count { firstRoad[low + 1] += firstRoad[low] }
        var next = firstRoad
        var ends = [UInt32](repeating: 0, count: network.arcCount)
        for road in network.arcs {
            let (one, other) = (rank[road.from.index], rank[road.to.index])
            ends[Int(next[Int(min(one, other))])] = max(one, other)
            next[Int(min(one, other))] += 1
        }
        var first: [UInt32] = [0]
        first.reserveCapacity(count + 1)
        var upper: [UInt32] = []
        upper.reserveCapacity(network.arcCount)
        var seenBy = [UInt32](repeating: .max, count: count)
        var firstChild = [UInt32](repeating: .max, count: count)
        var nextChild = firstChild
        for low in 0..<UInt32(count) {
            let start = upper.count
            seenBy[Int(low)] = low
            for index in Int(firstRoad[Int(low)])..<Int(firstRoad[Int(low) + 1]) where seenBy[Int(ends[index])] != low {
                seenBy[Int(ends[index])] = low
                upper.append(ends[index])
            }
            var child = firstChild[Int(low)]
            while child != .max {
                for index in Int(first[Int(child)])..<Int(first[Int(child) + 1])
                where seenBy[Int(upper[index])] != low {
                    seenBy[Int(upper[index])] = low
                    upper.append(upper[index])
                }
                child = nextChild[Int(child)]
            }
            upper[start...].sort()
            first.append(UInt32(upper.count))
            if start < upper.count {
                let parent = Int(upper[start])
                nextChild[Int(low)] = firstChild[parent]
                firstChild[parent] = low
            }
        }
        return (first, upper)
    }

    /// For each arc and each later one of its row the arc between their upper ends, found by walking that row once.
    private static func triangles(count: Int, _ first: [UInt32], _ upper: [UInt32]) -> [UInt32] {
        var triangles: [UInt32] = []
        triangles.reserveCapacity(count)
        for low in 0..<(first.count - 1) {
            let end = Int(first[low + 1])
            for one in Int(first[low])..<end {
                var across = Int(first[Int(upper[one])])
                for other in (one + 1)..<max(end, one + 1) {
                    while upper[across] != upper[other] { across += 1 }
                    triangles.append(UInt32(across))
                }
            }
        }
        return triangles
    }
}
