import DenseTables
import RoadNetwork
import Testing

@Suite struct DijkstraTravelTimesTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `times agree with Floyd and Warshall on networks with loops, parallel and zero arcs`(seed: UInt64) {
        let roads = randomNetwork(seed: seed)
        let metric = metric(roads, seed: seed)
        let index = DijkstraTravelTimes(network: roads, metric: metric)
        let expected = floydWarshall(roads, metric)
        let nodes = (0..<roads.nodeCount).map { RoadNodeID($0) }
        let table = index.table(from: nodes, to: nodes)
        for first in nodes {
            #expect(index.milliseconds(from: first) == expected[first.index])
            #expect(index.milliseconds(to: first) == nodes.map { expected[$0.index][first.index] })
            for second in nodes {
                #expect(table[first.index, second.index] == expected[first.index][second.index])
                #expect(index.milliseconds(from: first, to: second) == expected[first.index][second.index])
            }
        }
    }

    @Test func `no detour is shorter than the shortest way`() {
        let roads = grid(side: 20, seed: 3)
        let index = DijkstraTravelTimes(network: roads, metric: metric(roads, seed: 3))
        let nodes = stride(from: 0, to: roads.nodeCount, by: 13).map { RoadNodeID($0) }
        let table = index.table(from: nodes, to: nodes)
        for first in nodes.indices {
            for second in nodes.indices {
                for third in nodes.indices where table[first, third] < .max && table[third, second] < .max {
                    #expect(table[first, second] <= table[first, third] + table[third, second])
                }
            }
        }
    }

    @Test func `a table is the same on one worker and on three, with more sources or more targets`() {
        let roads = grid(side: 40, seed: 5)
        let metric = metric(roads, seed: 5)
        let few = (0..<23).map { RoadNodeID($0 * 61) }
        let many = (0..<200).map { RoadNodeID($0 * 8) }
        let one = DijkstraTravelTimes(network: roads, metric: metric)
        let three = DijkstraTravelTimes(network: roads, metric: metric, workers: 3)
        #expect(one.table(from: few, to: many) == three.table(from: few, to: many))
        #expect(one.table(from: many, to: few) == three.table(from: many, to: few))
        #expect(three.table(from: many, to: few)[7, 5] == one.milliseconds(from: many[7], to: few[5]))
    }

    @Test func `an empty table has no cells`() {
        let roads = network(1, [])
        let index = DijkstraTravelTimes(network: roads, metric: RoadMetric(milliseconds: []), workers: 2)
        #expect(index.table(from: [], to: [RoadNodeID(0)]).milliseconds.isEmpty)
        #expect(index.table(from: [RoadNodeID(0)], to: []).milliseconds.isEmpty)
    }

    @Test func `nobody travels through a closed road`() {
        let roads = network(4, [(0, 1, 1), (1, 3, 1), (0, 2, 5), (2, 3, 5)])
        var metric = RoadMetric(milliseconds: [1, 5, 1, 5])
        #expect(roads.arcs.map(\.to.raw) == [1, 2, 3, 3])
        #expect(DijkstraTravelTimes(network: roads, metric: metric).milliseconds(from: RoadNodeID(0)) == [0, 1, 5, 2])
        metric.close(RoadArcID(2))
        let closed = DijkstraTravelTimes(network: roads, metric: metric)
        #expect(closed.milliseconds(from: RoadNodeID(0)) == [0, 1, 5, 10])
        #expect(closed.milliseconds(from: RoadNodeID(1), to: RoadNodeID(3)) == TravelTimeTable.unreachable)
    }

    @Test func `ways too long for 32 bits are the longest that can be counted, and no way is none`() {
        let roads = network(5, [(0, 1, 1), (1, 2, 1), (2, 3, 1)])
        let metric = RoadMetric(milliseconds: [.max - 6, 5, 5])
        let index = DijkstraTravelTimes(network: roads, metric: metric)
        let longest = TravelTimeTable.longest
        #expect(index.milliseconds(from: RoadNodeID(0)) == [0, longest - 5, longest, longest, .max])
        #expect(index.milliseconds(to: RoadNodeID(3)) == [longest, 10, 5, 0, .max])
        #expect(index.milliseconds(from: RoadNodeID(0), to: RoadNodeID(3)) == longest)
    }

    /// Lengths as milliseconds, and about one arc in ten closed.
    private func metric(_ roads: RoadNetwork, seed: UInt64) -> RoadMetric {
        var shuffler = Shuffler(state: ~seed)
        return RoadMetric(
            milliseconds: roads.arcs.map {
                Int.random(in: 0..<10, using: &shuffler) == 0 ? .max : UInt32($0.length)
            })
    }

    private func floydWarshall(_ roads: RoadNetwork, _ metric: RoadMetric) -> [[UInt32]] {
        let nodes = 0..<roads.nodeCount
        var times = nodes.map { node in nodes.map { $0 == node ? 0 : UInt64(UInt32.max) } }
        for (index, arc) in roads.arcs.enumerated() {
            let time = UInt64(metric.milliseconds[index])
            times[arc.from.index][arc.to.index] = min(times[arc.from.index][arc.to.index], time)
        }
        for middle in nodes {
            for first in nodes {
                for second in nodes {
                    times[first][second] = min(times[first][second], times[first][middle] + times[middle][second])
                }
            }
        }
        return times.map { $0.map { UInt32($0) } }
    }

    /// A square of two-way streets with random lengths.
    private func grid(side: Int, seed: UInt64) -> RoadNetwork {
        var shuffler = Shuffler(state: seed)
        var arcs: [(Int, Int, Double)] = []
        for node in 0..<(side * side) {
            for next in [node % side < side - 1 ? node + 1 : -1, node + side] where next > 0 && next < side * side {
                let length = Double(Int.random(in: 1...1000, using: &shuffler))
                arcs += [(node, next, length), (next, node, length)]
            }
        }
        return network(side * side, arcs)
    }
}
