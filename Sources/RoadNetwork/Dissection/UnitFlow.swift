/// The largest flow, one unit an edge, from some nodes of a small graph to others, and the cut it leaves.
///
/// Dinic's algorithm: breadth first to find how far everything is from the sources, then paths along rising distance.
/// Cuts of road networks are small, so a few rounds are enough. The room it works in is kept from one cut to the next.
struct UnitFlow {
    /// Where a node belongs before anything flows.
    enum Terminal: UInt8 {
        case none, source, sink
    }

    /// Breadth-first distance from the sources, or −1 where nothing more can flow to.
    private var level: [Int32] = []
    private var nextArc: [Int32] = []
    private var queue: [Int32] = []
    private var path: [Int32] = []
    /// What flows along each arc: 1 along it, −1 against it.
    private var flow: [Int8] = []

    /// Sends as much as flows from sources to sinks, up to `limit`; nil if more than `limit` would.
    ///
    /// `twins` names the arc that leads back along each arc.
    ///
    /// - Complexity: O(edges · rounds); rounds are few where cuts are small.
    mutating func maximum(
        _ graph: NeighborGraph, twins: [Int32], terminals: [Terminal], limit: Int
    ) -> Int? {
        flow.removeAll(keepingCapacity: true)
        flow.append(contentsOf: repeatElement(0, count: graph.neighbors.count))
        var sum = 0
        while rank(graph, terminals) {
            nextArc.removeAll(keepingCapacity: true)
            nextArc.append(contentsOf: graph.first.dropLast())
            for source in 0..<graph.count where terminals[source] == .source {
                while push(from: Int32(source), graph, twins, terminals) {
                    sum += 1
                    if sum > limit { return nil }
                }
            }
        }
        return sum
    }

    /// Whether something could still flow to `node` after the largest flow: the side of the sources.
    func isOnSourceSide(_ node: Int) -> Bool { level[node] >= 0 }

    /// The nodes from which something could still flow to a sink: the side of the sinks, as small as it gets.
    mutating func sinkSide(_ graph: NeighborGraph, twins: [Int32], terminals: [Terminal]) -> [Bool] {
        var isThere = [Bool](repeating: false, count: graph.count)
        queue.removeAll(keepingCapacity: true)
        for node in 0..<graph.count where terminals[node] == .sink {
            isThere[node] = true
            queue.append(Int32(node))
        }
        while let node = queue.popLast() {
            for arc in Int(graph.first[Int(node)])..<Int(graph.first[Int(node) + 1]) {
                let other = Int(graph.neighbors[arc])
                if !isThere[other], flow[Int(twins[arc])] < 1 {
                    isThere[other] = true
                    queue.append(Int32(other))
                }
            }
        }
        return isThere
    }

    /// Works out distances from the sources over what is not full; whether a sink is among what can be reached.
    private mutating func rank(_ graph: NeighborGraph, _ terminals: [Terminal]) -> Bool {
        level.removeAll(keepingCapacity: true)
        queue.removeAll(keepingCapacity: true)
        for node in 0..<graph.count {
            level.append(terminals[node] == .source ? 0 : -1)
            if terminals[node] == .source { queue.append(Int32(node)) }
        }
        var reached = false
        var head = 0
        while head < queue.count {
            let node = Int(queue[head])
            head += 1
            if terminals[node] == .sink {
                reached = true
                continue
            }
            for arc in Int(graph.first[node])..<Int(graph.first[node + 1]) where flow[arc] < 1 {
                let other = Int(graph.neighbors[arc])
                if level[other] < 0 {
                    level[other] = level[node] + 1
                    queue.append(Int32(other))
                }
            }
        }
        return reached
    }

    /// Sends one unit along a path of rising distance from `source`; whether there was one.
    private mutating func push(
        from source: Int32, _ graph: NeighborGraph, _ twins: [Int32], _ terminals: [Terminal]
    ) -> Bool {
        path.removeAll(keepingCapacity: true)
        var node = Int(source)
        while terminals[node] != .sink {
            let end = graph.first[node + 1]
            while nextArc[node] < end {
                let arc = Int(nextArc[node])
                if flow[arc] < 1, level[Int(graph.neighbors[arc])] == level[node] + 1 { break }
                nextArc[node] += 1
            }
            if nextArc[node] < end {
                let arc = nextArc[node]
                path.append(arc)
                node = Int(graph.neighbors[Int(arc)])
            } else {
                // A blind alley: nobody need come here again in this round.
                level[node] = -2
                guard let back = path.popLast() else { return false }
                node = Int(graph.neighbors[Int(twins[Int(back)])])
                nextArc[node] += 1
            }
        }
        for arc in path {
            flow[Int(arc)] += 1
            flow[Int(twins[Int(arc)])] -= 1
        }
        return true
    }
}
