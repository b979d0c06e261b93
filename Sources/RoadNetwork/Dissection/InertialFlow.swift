/// Splits a graph on the ground into two parts with as few nodes between them as can be found.
///
/// Inertial flow (Schild and Sommer, "On balanced separators in road networks", SEA 2015): nodes are sorted along a line,
/// the first and the last quarter are held apart, and the smallest cut between them is a largest flow. Of four lines the best
/// separator wins.
struct InertialFlow {
    /// A graph in two parts, and the nodes that hold them apart.
    struct Parting {
        var first: [Int32] = []
        var second: [Int32] = []
        var separator: [Int32] = []

        /// Separator nodes for each node of the smaller part: less is better.
        var cost: Double { Double(separator.count) / Double(max(1, min(first.count, second.count))) }
    }

    /// The share of nodes held at either end.
    private static let heldShare = 0.25

    /// East, north, and the two ways between.
    private static let lines: [SIMD2<Float>] = [SIMD2(1, 0), SIMD2(0, 1), SIMD2(1, 1), SIMD2(1, -1)]

    private var flow = UnitFlow()

    /// Splits a connected graph, whose nodes are at `points`.
    ///
    /// Where nothing can be held apart, as in a clique, a part is empty.
    ///
    /// - Complexity: O(n log n + edges · size of the cut).
    mutating func part(_ graph: NeighborGraph, points: [SIMD2<Float>]) -> Parting {
        let twins = Self.twins(graph)
        var best: Parting?
        var smallest = Int.max
        for line in Self.lines {
            var ranked = points.enumerated().map { node, point in
                UInt64(Self.ordered((point * line).sum())) << 32 | UInt64(node)
            }
            ranked.sort()
            let held = max(1, Int(Double(graph.count) * Self.heldShare))
            var terminals = [UnitFlow.Terminal](repeating: .none, count: graph.count)
            for entry in ranked.prefix(held) { terminals[Int(entry & 0xffff_ffff)] = .source }
            for entry in ranked.suffix(held) { terminals[Int(entry & 0xffff_ffff)] = .sink }
            // A cut a quarter larger than the best so far has a better separator too rarely to be worth finding.
            let limit = smallest == .max ? .max : smallest + smallest / 4
            guard let cut = flow.maximum(graph, twins: twins, terminals: terminals, limit: limit) else { continue }
            smallest = min(smallest, cut)
            let nearSinks = flow.sinkSide(graph, twins: twins, terminals: terminals)
            let sides = [(0..<graph.count).map { flow.isOnSourceSide($0) }, nearSinks.map { !$0 }]
            for isFirst in sides {
                let parting = Self.parting(graph, isFirst)
                if best.map({ parting.cost < $0.cost }) ?? true { best = parting }
            }
        }
        return best ?? Parting()
    }

    /// Takes out of one side the nodes that touch the other: of the side where they are fewer, then of the larger.
    private static func parting(_ graph: NeighborGraph, _ isFirst: [Bool]) -> Parting {
        var border = (first: [Int32](), second: [Int32]())
        var isBorder = [Bool](repeating: false, count: graph.count)
        for node in 0..<graph.count where graph[node].contains(where: { isFirst[Int($0)] != isFirst[node] }) {
            isBorder[node] = true
            if isFirst[node] { border.first.append(Int32(node)) } else { border.second.append(Int32(node)) }
        }
        let firstCount = isFirst.count { $0 }
        let fromFirst =
            (border.first.count, -firstCount) < (border.second.count, firstCount - graph.count)
        var parting = Parting()
        for node in 0..<graph.count {
            if isBorder[node], isFirst[node] == fromFirst {
                parting.separator.append(Int32(node))
            } else if isFirst[node] {
                parting.first.append(Int32(node))
            } else {
                parting.second.append(Int32(node))
            }
        }
        return parting
    }

    /// The arc that leads back along each arc; rows are in ascending order, so one pass finds them all.
    private static func twins(_ graph: NeighborGraph) -> [Int32] {
        var twins = [Int32](repeating: 0, count: graph.neighbors.count)
        var next = graph.first
        for node in 0..<graph.count {
            for arc in graph.first[node]..<graph.first[node + 1] where graph.neighbors[Int(arc)] > node {
                let other = Int(graph.neighbors[Int(arc)])
                twins[Int(arc)] = next[other]
                twins[Int(next[other])] = arc
                next[other] += 1
            }
        }
        return twins
    }

    /// The bits of a number, so that they sort as the numbers do.
    private static func ordered(_ value: Float) -> UInt32 {
        let bits = value.bitPattern
        return bits >> 31 == 1 ? ~bits : bits | 1 << 31
    }
}
