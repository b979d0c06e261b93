import DenseTables

/// Into which pieces closed roads part a network, whichever way its roads run: between two pieces there is no way.
///
/// Whoever waits for a road asks this first. An opening joins pieces at once; a closing that parts one is seen when pieces are looked for anew,
/// at the next opening. So they may be too large for a while and are never too small.
public struct RoadPieces: Sendable {
    private var joined = UnionFind(count: 0)
    /// Whether roads have closed since the pieces were looked for.
    private var isCoarse = true

    /// Pieces not looked for yet.
    public init() {}

    /// Roads have closed.
    public mutating func close() { isCoarse = true }

    /// A road has opened between two nodes.
    public mutating func open(from: RoadNodeID, to: RoadNodeID) {
        if !isCoarse { joined.join(from.index, to.index) }
    }

    /// Looks for the pieces of a network again where that may part some: the roads with a time in `metric` are open.
    ///
    /// - Complexity: almost O(nodes + arcs) after a closing, O(1) otherwise.
    public mutating func refresh(_ network: RoadNetwork, _ metric: RoadMetric) {
        guard isCoarse else { return }
        joined = UnionFind(count: network.nodeCount)
        for (arc, time) in zip(network.arcs, metric.milliseconds) where time != RoadMetric.unreachable {
            joined.join(arc.from.index, arc.to.index)
        }
        isCoarse = false
    }

    /// Whether two nodes lie in one piece; if not, no way leads from one to the other.
    ///
    /// - Complexity: almost O(1).
    public mutating func joins(_ first: RoadNodeID, _ second: RoadNodeID) -> Bool {
        joined.find(first.index) == joined.find(second.index)
    }
}
