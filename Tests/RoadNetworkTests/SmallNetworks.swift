import DenseTables
import RoadNetwork

/// A tiny generator for test networks, so that this room needs no other.
struct Shuffler: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
        return word ^ word >> 31
    }
}

/// A network of `count` nodes in a line of points, with arcs given as (from, to, meters).
func network(_ count: Int, _ arcs: [(Int, Int, Double)], roadClass: RoadClass = .street) -> RoadNetwork {
    RoadNetwork(
        nodes: (0..<count).map { RoadNode(longitude: 116 + Double($0) * 0.001, latitude: 24.3) },
        arcs: arcs.map {
            RoadArc(from: RoadNodeID($0.0), to: RoadNodeID($0.1), length: $0.2, roadClass: roadClass)
        })
}

/// A random network with loops, parallel arcs, zero lengths and, being sparse, several components.
func randomNetwork(seed: UInt64) -> RoadNetwork {
    var shuffler = Shuffler(state: seed)
    let count = Int.random(in: 1...24, using: &shuffler)
    let arcs = (0..<Int.random(in: 0...(count * 2), using: &shuffler)).map { _ in
        let length = Bool.random(using: &shuffler) ? Double(Int.random(in: 0...9, using: &shuffler)) : 0
        return (Int.random(in: 0..<count, using: &shuffler), Int.random(in: 0..<count, using: &shuffler), length)
    }
    return network(count, arcs)
}

/// A town of `side` by `side` crossings with missing streets, one-ways, dead ends, bends and two fast roads.
func town(side: Int, seed: UInt64) -> RoadNetwork {
    var shuffler = Shuffler(state: seed)
    var nodes: [RoadNode] = []
    for row in 0..<side {
        for column in 0..<side {
            let jitter = Double.random(in: -0.3...0.3, using: &shuffler)
            nodes.append(
                RoadNode(
                    longitude: 116 + (Double(column) + jitter) * 0.001,
                    latitude: 24 + (Double(row) - jitter) * 0.001))
        }
    }
    var arcs: [RoadArc] = []
    func join(_ one: Int, _ other: Int) {
        let isFast = one / side == side / 2 && other / side == side / 2
        let way = RoadArc(
            from: RoadNodeID(one), to: RoadNodeID(other), length: Double(Int.random(in: 0...200, using: &shuffler)),
            roadClass: isFast ? .arterial : .lane)
        arcs.append(way)
        if Int.random(in: 0..<6, using: &shuffler) > 0 { arcs.append(way.reversed) }
    }
    for row in 0..<side {
        for column in 0..<side {
            let here = row * side + column
            if column + 1 < side, Int.random(in: 0..<5, using: &shuffler) > 0 { join(here, here + 1) }
            if row + 1 < side, Int.random(in: 0..<5, using: &shuffler) > 0 { join(here, here + side) }
        }
    }
    // Bends and dead ends.
    for end in 0..<(side * 2) {
        nodes.append(RoadNode(longitude: 116 + Double(end) * 0.0007, latitude: 24.0005))
        join(nodes.count - 1, Int.random(in: 0..<(nodes.count - 1), using: &shuffler))
    }
    return RoadNetwork(nodes: nodes, arcs: arcs)
}
