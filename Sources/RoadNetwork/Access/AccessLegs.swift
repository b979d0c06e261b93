import DenseTables

/// The ways from some points to the nodes they leave by, or from the nodes they are reached by: at most two each.
///
/// They take the walk between point and road and, from the middle of a road, the part of the fastest open arc there is. A closed arc
/// is closed in part as well.
struct AccessLegs {
    /// One of the ways.
    struct Leg {
        /// The node at its end.
        let node: RoadNodeID
        /// The milliseconds it takes.
        let time: UInt64
    }

    /// Whether points are left or reached.
    enum Direction { case leaving, reaching }

    /// Where each point's legs start in `legs`; one entry more than there are points.
    let first: [Int]
    /// The legs, point after point.
    let legs: [Leg]

    /// Works out the legs of points.
    ///
    /// - Complexity: O(points · arcs of their nodes).
    init(
        _ points: [RoadAccess], _ direction: Direction, on network: RoadNetwork, _ metric: RoadMetric,
        _ rule: AccessRule
    ) {
        var (first, legs) = ([0], [Leg]())
        for point in points {
            let walk = rule.milliseconds(point.meters)
            switch point.join {
            case .node(let node): legs.append(Leg(node: node, time: walk))
            case .between(let one, let other, let share):
                for (node, opposite, part) in [(one, other, share), (other, one, 1 - share)] {
                    // Who leaves by a node goes to it, and who is reached by a node comes from it.
                    let time =
                        direction == .leaving
                        ? network.fastest(from: opposite, to: node, metric)
                        : network.fastest(from: node, to: opposite, metric)
                    if let time { legs.append(Leg(node: node, time: walk + Self.part(time, part))) }
                }
            case nil: break
            }
            first.append(legs.count)
        }
        (self.first, self.legs) = (first, legs)
    }

    /// The legs of a point.
    subscript(point: Int) -> ArraySlice<Leg> { legs[first[point]..<first[point + 1]] }

    /// The nodes of the legs of some points, each once, in the order of the points.
    func nodes(of points: Range<Int>, among count: Int) -> (nodes: [RoadNodeID], place: [Int32]) {
        var nodes: [RoadNodeID] = []
        var place = [Int32](repeating: -1, count: count)
        for leg in legs[first[points.lowerBound]..<first[points.upperBound]] where place[leg.node.index] < 0 {
            place[leg.node.index] = Int32(nodes.count)
            nodes.append(leg.node)
        }
        return (nodes, place)
    }

    /// A share of an arc's milliseconds.
    static func part(_ time: UInt32, _ share: Double) -> UInt64 { UInt64((Double(time) * share).rounded()) }
}

extension RoadNetwork {
    /// The milliseconds of the fastest open arc from one node straight to another; nil if none is open.
    func fastest(from source: RoadNodeID, to target: RoadNodeID, _ metric: RoadMetric) -> UInt32? {
        // From the end with fewer roads, since a square may have thousands.
        let (leaving, entering) = (outgoing(of: source), incoming(of: target))
        let times =
            leaving.count <= entering.count
            ? leaving.filter { arcs[$0].to == target }.map { metric.milliseconds[$0] }
            : entering.filter { self[$0].from == source }.map { metric[$0] }
        return times.filter { $0 != RoadMetric.unreachable }.min()
    }
}
