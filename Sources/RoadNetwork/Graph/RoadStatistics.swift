import DenseTables

/// What a network looks like in a few numbers, to hold a generated one against real ones.
public struct RoadStatistics: Sendable, Equatable {
    /// Directed arcs a node.
    public let meanDegree: Double

    /// Share of nodes with exactly one neighbor, whatever the direction.
    public let deadEndShare: Double

    /// Kilometers of road by class, in the order of `RoadClass`; a two-way road counts once.
    public let kilometers: [Double]

    /// Measures a network.
    ///
    /// - Complexity: O(nodes + arcs).
    public init(_ network: RoadNetwork) {
        let count = Double(max(network.nodeCount, 1))
        meanDegree = Double(network.arcCount) / count
        let deadEnds = network.nodes.indices.count { index in
            let node = RoadNodeID(index)
            let neighbors =
                network.outgoing(of: node).map { network.arcs[$0].to }
                + network.incoming(of: node).map { network[$0].from }
            let others = neighbors.filter { $0 != node }
            return others.first.map { first in others.allSatisfy { $0 == first } } ?? false
        }
        deadEndShare = Double(deadEnds) / count
        var lengths = [Double](repeating: 0, count: RoadClass.allCases.count)
        func name(_ from: RoadNodeID, _ to: RoadNodeID) -> UInt64 {
            UInt64(UInt32(bitPattern: from.raw)) << 32 | UInt64(UInt32(bitPattern: to.raw))
        }
        let directions = Set(network.arcs.lazy.map { name($0.from, $0.to) })
        for arc in network.arcs {
            let isTwoWay = directions.contains(name(arc.to, arc.from))
            lengths[Int(arc.roadClass.rawValue)] += isTwoWay ? arc.length / 2 : arc.length
        }
        kilometers = lengths.map { $0 / 1000 }
    }
}
