import DenseTables
import Testing

@testable import RoadNetwork

@Suite struct TravelTimesAccessTests {
    private let rule = AccessRule(speed: 3.6, limit: 2000)

    private func access(_ join: RoadAccess.Join?, _ meters: Double = 0, at place: SIMD2<Double> = [116, 24])
        -> RoadAccess
    {
        RoadAccess(place: place, join: join, meters: meters)
    }

    private func between(_ one: Int, _ other: Int, _ share: Double, _ meters: Double = 0) -> RoadAccess {
        access(.between(RoadNodeID(one), RoadNodeID(other), share: share), meters, at: [share, Double(one) + meters])
    }

    private func node(_ node: Int, _ meters: Double = 0) -> RoadAccess {
        access(.node(RoadNodeID(node)), meters, at: [Double(node), meters])
    }

    /// Seconds; nil where there is no way.
    private func time(
        _ roads: RoadNetwork, _ milliseconds: [UInt32], _ from: RoadAccess, _ to: RoadAccess
    ) -> Double? {
        let metric = RoadMetric(milliseconds: milliseconds)
        let cells = [
            DijkstraTravelTimes(network: roads, metric: metric).table(from: [from], to: [to], on: roads, metric, rule),
            HierarchyTravelTimes(network: roads, metric: metric).table(from: [from], to: [to], on: roads, metric, rule),
        ].map { $0[0, 0] }
        #expect(cells[0] == cells[1])
        return cells[0] == TravelTimeTable.unreachable ? nil : Double(cells[0]) / 1000
    }

    @Test func `the walk to the road and from it counts at its speed, whatever the roads are like`() {
        // One meter a second.
        let roads = network(2, [(0, 1, 1)])
        #expect(time(roads, [10_000], node(0, 5), node(1, 7)) == 22)
        #expect(time(roads, [10_000], node(0), node(1)) == 10)
        #expect(time(roads, [10_000], node(1, 5), node(0, 7)) == nil)
        #expect(time(roads, [10_000], node(0, 5), access(nil, 3000)) == nil)
        #expect(time(roads, [10_000], access(nil, 3000), node(1)) == nil)
        #expect(time(roads, [10_000], access(nil, 3000), access(nil, 3000)) == nil)
    }

    @Test func `from the middle of a road both its ends are near, each by its share`() {
        // Two-way between 0 and 1, 40 s there and 80 s back.
        let roads = network(2, [(0, 1, 1), (1, 0, 1)])
        let metric: [UInt32] = [40_000, 80_000]
        #expect(time(roads, metric, between(0, 1, 0.25), node(1)) == 30)
        #expect(time(roads, metric, between(0, 1, 0.25), node(0)) == 20)
        #expect(time(roads, metric, node(0), between(0, 1, 0.25)) == 10)
        #expect(time(roads, metric, node(1), between(0, 1, 0.25, 3)) == 63)
    }

    @Test func `on one road one goes straight, if it leads that way`() {
        let roads = network(2, [(0, 1, 1), (1, 0, 1)])
        #expect(time(roads, [40_000, 80_000], between(0, 1, 0.25), between(0, 1, 0.5)) == 10)
        #expect(time(roads, [40_000, 80_000], between(0, 1, 0.5), between(0, 1, 0.25)) == 20)
        // One way only: back around the block, or not at all.
        #expect(time(roads, [40_000, .max], between(0, 1, 0.5), between(0, 1, 0.25)) == nil)
        let block = network(3, [(0, 1, 1), (1, 2, 1), (2, 0, 1)])
        #expect(time(block, [40_000, 5000, 6000], between(0, 1, 0.5), between(0, 1, 0.25)) == 41)
        // Around may be quicker than straight.
        let slow = network(3, [(0, 1, 1), (0, 2, 1), (1, 0, 1), (2, 1, 1)])
        #expect(time(slow, [100_000, 1000, 100_000, 1000], between(0, 1, 0.1), between(0, 1, 0.9)) == 22)
        #expect(time(slow, [100_000, 1000, 100_000, 1000], between(0, 1, 0.1), node(1)) == 12)
    }

    @Test func `a closed road is closed in part, and of parallel ones the fastest open one counts`() {
        let roads = network(2, [(0, 1, 1), (0, 1, 1), (1, 0, 1)])
        let middle = between(0, 1, 0.5)
        #expect(time(roads, [40_000, 20_000, 60_000], middle, node(1)) == 10)
        #expect(time(roads, [40_000, .max, 60_000], middle, node(1)) == 20)
        #expect(time(roads, [.max, .max, 60_000], middle, node(1)) == nil)
        #expect(time(roads, [.max, .max, 60_000], middle, node(0)) == 30)
        #expect(time(roads, [.max, .max, .max], middle, between(0, 1, 0.75)) == nil)
    }

    @Test func `nobody goes anywhere to stay, even where every road is closed`() {
        let roads = network(2, [(0, 1, 1), (1, 0, 1)])
        #expect(time(roads, [1, 1], between(0, 1, 0.5, 900), between(0, 1, 0.5, 900)) == 0)
        #expect(time(roads, [.max, .max], between(0, 1, 0.5, 900), between(0, 1, 0.5, 900)) == 0)
        // Two nodes in one place are two.
        let stacked = network(2, [(0, 1, 1)])
        let (low, high) = (access(.node(RoadNodeID(0))), access(.node(RoadNodeID(1))))
        #expect(time(stacked, [9000], low, high) == 9 && time(stacked, [9000], high, low) == nil)
    }

    @Test
    func `whoever is nearer to another than to a road walks straight, in either direction and whatever is closed`() {
        // Some 11 m apart, and both over a kilometer from the road.
        let roads = network(2, [(0, 1, 1), (1, 0, 1)])
        let one = access(.between(RoadNodeID(0), RoadNodeID(1), share: 0.5), 1100, at: [116, 24])
        let other = access(.between(RoadNodeID(0), RoadNodeID(1), share: 0.25), 1100, at: [116, 24.0001])
        let near = access(.node(RoadNodeID(1)), 3, at: [116, 24.0002])
        let seconds = 0.0001 * LocalProjection.metersPerDegree
        for metric: [UInt32] in [[40_000, 80_000], [.max, .max]] {
            for (from, to) in [(one, other), (other, one)] {
                #expect(abs((time(roads, metric, from, to) ?? 0) - seconds) < 0.001)
            }
            // One of the two is enough: from a house by the road to one far off.
            #expect(abs((time(roads, metric, near, one) ?? 0) - 2 * seconds) < 0.001)
        }
        // Where the road is nearer, it is taken, and where there is none, there is no way.
        let beside = access(.between(RoadNodeID(0), RoadNodeID(1), share: 0.5), 5, at: [116, 24])
        let across = access(.between(RoadNodeID(0), RoadNodeID(1), share: 0.25), 5, at: [116, 24.0001])
        #expect(
            time(roads, [40_000, 80_000], beside, across) == 30 && time(roads, [.max, .max], beside, across) == nil)
        #expect(time(roads, [1, 1], one, access(nil, 3000, at: [116, 24.0001])) == nil)
    }

    @Test func `roads without length are no obstacle`() {
        let roads = network(4, [(0, 1, 1), (1, 2, 0), (2, 3, 1)])
        #expect(time(roads, [10_000, 0, 10_000], between(0, 1, 0.5), between(2, 3, 0.5)) == 10)
        #expect(time(roads, [0, 0, 0], between(0, 1, 0.5), node(3)) == 0)
    }

    @Test func `what cannot be counted is the longest time, never no way`() {
        let roads = network(2, [(0, 1, 1)])
        #expect(
            time(roads, [TravelTimeTable.longest - 5], node(0), node(1, 7)).map { $0 * 1000 }
                == Double(TravelTimeTable.longest))
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `it is what the roads give if every joined place were a node, in any batches`(seed: UInt64) {
        var shuffler = Shuffler(state: seed)
        let roads = seed < 30 ? randomNetwork(seed: seed) : town(side: 7, seed: seed)
        // Multiples of eight milliseconds, so that eighths of arcs are whole.
        let times = roads.arcs.map { _ in
            Int.random(in: 0..<6, using: &shuffler) == 0 ? .max : UInt32.random(in: 0...500, using: &shuffler) * 8
        }
        // Sources and targets lie degrees apart, so nobody walks from one to another.
        func points(_ count: Int, from west: Double) -> [RoadAccess] {
            (0..<count).map { number in
                let meters = Double(Int.random(in: 0...3, using: &shuffler))
                let place = SIMD2(west + Double(number), Double.random(in: 0...1, using: &shuffler))
                let arc = roads.arcs.randomElement(using: &shuffler)
                guard let arc, arc.from != arc.to, Int.random(in: 0..<3, using: &shuffler) > 0 else {
                    return access(
                        .node(RoadNodeID(Int.random(in: 0..<roads.nodeCount, using: &shuffler))), meters, at: place)
                }
                let share = Double(Int.random(in: 1...7, using: &shuffler)) / 8
                return access(.between(min(arc.from, arc.to), max(arc.from, arc.to), share: share), meters, at: place)
            }
        }
        let (sources, targets) = (points(9, from: 0), points(13, from: 20))
        let metric = RoadMetric(milliseconds: times)
        let expected = subdivided(roads, times, sources, targets)
        let dijkstra = DijkstraTravelTimes(network: roads, metric: metric)
        let hierarchy = HierarchyTravelTimes(network: roads, metric: metric)
        #expect(dijkstra.table(from: sources, to: targets, on: roads, metric, rule) == expected)
        #expect(hierarchy.table(from: sources, to: targets, on: roads, metric, rule) == expected)
        #expect(hierarchy.table(from: sources, to: targets, on: roads, metric, rule, mostCells: 1) == expected)
    }

    /// The table on a graph in which every arc is cut where points join it.
    private func subdivided(
        _ roads: RoadNetwork, _ times: [UInt32], _ sources: [RoadAccess], _ targets: [RoadAccess]
    ) -> TravelTimeTable {
        var nodes = roads.nodes
        var (arcs, milliseconds): ([RoadArc], [UInt32]) = ([], [])
        func add(_ from: RoadNodeID, _ to: RoadNodeID, _ time: UInt32) {
            arcs.append(RoadArc(from: from, to: to, length: 1, roadClass: .street))
            milliseconds.append(time)
        }
        // A node for each eighth of each pair that somebody joins.
        var cuts: [SIMD2<Int32>: [RoadNodeID]] = [:]
        for point in sources + targets {
            guard case .between(let one, let other, _) = point.join, cuts[SIMD2(one.raw, other.raw)] == nil else {
                continue
            }
            cuts[SIMD2(one.raw, other.raw)] =
                [one]
                + (1...7).map { _ in
                    nodes.append(nodes[0])
                    return RoadNodeID(nodes.count - 1)
                } + [other]
        }
        for (arc, time) in zip(roads.arcs, times) {
            let (low, high) = (min(arc.from, arc.to), max(arc.from, arc.to))
            guard let chain = cuts[SIMD2(low.raw, high.raw)] else {
                add(arc.from, arc.to, time)
                continue
            }
            let way = arc.from == low ? chain : chain.reversed()
            for (from, to) in zip(way, way.dropFirst()) { add(from, to, time == .max ? .max : time / 8) }
        }
        // Points walk to their cut and from it; a node of their own keeps them from being walked through.
        func stand(_ point: RoadAccess, isSource: Bool) -> RoadNodeID {
            nodes.append(nodes[0])
            let own = RoadNodeID(nodes.count - 1)
            let joined: RoadNodeID
            switch point.join {
            case .node(let node): joined = node
            case .between(let one, let other, let share):
                joined = (cuts[SIMD2(one.raw, other.raw)] ?? [])[Int(share * 8)]
            case nil: return own
            }
            let walk = UInt32(point.meters * 1000)
            if isSource { add(own, joined, walk) } else { add(joined, own, walk) }
            return own
        }
        let starts = sources.map { stand($0, isSource: true) }
        let ends = targets.map { stand($0, isSource: false) }
        // The network sorts its arcs by the node they leave, keeping their order.
        let order = arcs.indices.sorted { (arcs[$0].from, $0) < (arcs[$1].from, $1) }
        let network = RoadNetwork(nodes: nodes, arcs: arcs)
        let metric = RoadMetric(milliseconds: order.map { milliseconds[$0] })
        return DijkstraTravelTimes(network: network, metric: metric).table(from: starts, to: ends)
    }
}
