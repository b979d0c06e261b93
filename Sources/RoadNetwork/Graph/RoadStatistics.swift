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
    /// - Complexity: O(nodes + arcs · degree).
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
        for arc in network.arcs {
            let isTwoWay = network.arc(from: arc.to, to: arc.from).exists
            lengths[Int(arc.roadClass.rawValue)] += isTwoWay ? arc.length / 2 : arc.length
        }
        kilometers = lengths.map { $0 / 1000 }
    }
}
