import DenseTables
import Testing

@testable import RoadNetwork

@Suite struct HierarchyTravelTimesTests {
    private func metric(_ network: RoadNetwork) -> RoadMetric {
        RoadMetric(network: network, speeds: .usual, mode: .car)
    }

    private func nodes(_ network: RoadNetwork) -> [RoadNodeID] { (0..<network.nodeCount).map { RoadNodeID($0) } }

    /// Every way the hierarchy can be asked, against a search of the roads.
    private func expectAgreement(
        _ network: RoadNetwork, _ fast: HierarchyTravelTimes, _ metric: RoadMetric,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let slow = DijkstraTravelTimes(network: network, metric: metric)
        let all = nodes(network)
        let expected = slow.table(from: all, to: all)
        #expect(fast.table(from: all, to: all) == expected, sourceLocation: sourceLocation)
        let few = Array(all.prefix(3))
        let fewFrom = slow.table(from: few, to: all)
        let fewTo = slow.table(from: all, to: few)
        #expect(fast.table(from: few, to: all) == fewFrom, sourceLocation: sourceLocation)
        #expect(fast.table(from: all, to: few) == fewTo, sourceLocation: sourceLocation)
        #expect(fast.trees(from: few) == fewFrom, sourceLocation: sourceLocation)
        for (index, node) in few.enumerated() {
            let row = (0..<all.count).map { expected[index, $0] }
            let column = (0..<all.count).map { expected[$0, index] }
            #expect(fast.milliseconds(from: node) == row, sourceLocation: sourceLocation)
            #expect(fast.milliseconds(to: node) == column, sourceLocation: sourceLocation)
            let one = all.map { fast.milliseconds(from: node, to: $0) }
            #expect(one == row, sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `it finds what a search finds, on any small network`(seed: UInt64) {
        let network = randomNetwork(seed: seed)
        let metric = metric(network)
        expectAgreement(network, HierarchyTravelTimes(network: network, metric: metric), metric)
    }

    @Test(arguments: [(7, 1), (9, 2), (12, 3), (16, 4), (24, 5)] as [(Int, UInt64)])
    func `it finds what a search finds after any roads have closed and reopened`(side: Int, seed: UInt64) {
        let network = town(side: side, seed: seed)
        let hierarchy = RoadHierarchy(network: network)
        let open = metric(network)
        var fast = HierarchyTravelTimes(network: network, hierarchy: hierarchy, metric: open)
        var shuffler = Shuffler(state: seed)
        for closed in [0, 1, 20, network.arcCount / 4, network.arcCount, 0] {
            var metric = open
            for _ in 0..<closed { metric.close(RoadArcID(Int.random(in: 0..<network.arcCount, using: &shuffler))) }
            fast.customize(metric)
            expectAgreement(network, fast, metric)
        }
    }

    /// Times up to ten days an arc, so that ways come to less than twelve days, to more, and to more than can be counted.
    private func slow(_ network: RoadNetwork, _ seed: UInt64) -> RoadMetric {
        var shuffler = Shuffler(state: seed)
        return RoadMetric(
            milliseconds: network.arcs.map { _ in
                switch Int.random(in: 0..<8, using: &shuffler) {
                case 0: 0
                case 1: .max
                case 2: UInt32.random(in: 1 << 30...TravelTimeTable.longest, using: &shuffler)
                default: UInt32.random(in: 0...864_000_000, using: &shuffler)
                }
            })
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `ways of many days are found however the hierarchy is asked`(seed: UInt64) {
        let network = seed < 40 ? randomNetwork(seed: seed) : town(side: 6, seed: seed)
        let metric = slow(network, seed)
        expectAgreement(network, HierarchyTravelTimes(network: network, metric: metric), metric)
    }

    @Test func `a line of long roads is as long in a table of any size`() {
        let line = network(120, (0..<119).map { ($0, $0 + 1, 1) })
        let metric = RoadMetric(milliseconds: Array(repeating: 30_000_000, count: 119))
        let times = HierarchyTravelTimes(network: line, metric: metric)
        let all = nodes(line)
        let table = times.table(from: all, to: all)
        #expect((0..<120).allSatisfy { table[0, $0] == UInt32($0) * 30_000_000 })
        #expect((1..<120).allSatisfy { table[$0, 0] == TravelTimeTable.unreachable })
        #expect(times.table(from: [all[0]], to: all).milliseconds == (0..<120).map { table[0, $0] })
        #expect(times.path(from: all[0], to: all[119])?.map(\.raw) == Array(0..<119))
        #expect(times.path(from: all[119], to: all[0]) == nil)
    }

    @Test func `what was too long is found again after another metric`() {
        let line = network(3, [(0, 1, 1), (1, 2, 1)])
        var times = HierarchyTravelTimes(network: line, metric: RoadMetric(milliseconds: [5, 6]))
        #expect(times.milliseconds(from: RoadNodeID(0), to: RoadNodeID(2)) == 11)
        times.customize(RoadMetric(milliseconds: [1 << 30, 1 << 30]))
        #expect(times.milliseconds(from: RoadNodeID(0), to: RoadNodeID(2)) == 1 << 31)
        times.customize(RoadMetric(milliseconds: [5, .max]))
        #expect(times.milliseconds(from: RoadNodeID(0), to: RoadNodeID(2)) == TravelTimeTable.unreachable)
    }

    @Test(arguments: [1, 2, 3, 7])
    func `a table has the same numbers on any number of workers`(workers: Int) {
        let network = town(side: 60, seed: 8)
        let all = nodes(network)
        let one = HierarchyTravelTimes(network: network, metric: metric(network))
        let many = HierarchyTravelTimes(network: network, metric: metric(network), workers: workers)
        let batches = all.count / LaneSweep.width
        #expect(batches * one.hierarchy.arcCount >= HierarchyTravelTimes.leastSharedArcs, "the table must be shared")
        #expect(many.table(from: all, to: all) == one.table(from: all, to: all))
        #expect(many.trees(from: all) == one.table(from: all, to: all))
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a path leads from end to end by open roads, and takes the time stated`(seed: UInt64) throws {
        let network = seed < 10 ? randomNetwork(seed: seed) : town(side: 10, seed: seed)
        var metric = seed % 2 == 0 ? metric(network) : slow(network, seed)
        var shuffler = Shuffler(state: seed)
        for _ in 0..<(network.arcCount / 8) {
            metric.close(RoadArcID(Int.random(in: 0..<network.arcCount, using: &shuffler)))
        }
        let times = HierarchyTravelTimes(network: network, metric: metric)
        for source in nodes(network).prefix(9) {
            for target in nodes(network) {
                let time = times.milliseconds(from: source, to: target)
                guard let path = times.path(from: source, to: target) else {
                    #expect(time == TravelTimeTable.unreachable)
                    continue
                }
                var here = source
                var sum: UInt64 = 0
                for road in path {
                    try #require(network[road].from == here)
                    try #require(metric[road] != RoadMetric.unreachable)
                    here = network[road].to
                    sum += UInt64(metric[road])
                }
                #expect(here == target && TravelTimeTable.counted(sum) == time)
            }
        }
    }

    @Test func `of parallel roads the fastest counts, and one that takes no time stays`() {
        let roads = network(3, [(0, 1, 500), (0, 1, 100), (0, 1, 900), (1, 2, 0), (2, 1, 0), (1, 1, 5)])
        let times = HierarchyTravelTimes(
            network: roads, metric: RoadMetric(milliseconds: [500, 100, 900, 0, 5, 0]))
        #expect(times.milliseconds(from: RoadNodeID(0), to: RoadNodeID(2)) == 100)
        #expect(times.path(from: RoadNodeID(0), to: RoadNodeID(2))?.count == 2)
        #expect(times.milliseconds(from: RoadNodeID(2), to: RoadNodeID(0)) == TravelTimeTable.unreachable)
    }

    @Test func `triangles that are not kept give the same times`() {
        let network = town(side: 12, seed: 3)
        let hierarchy = RoadHierarchy(
            network: network, order: NestedDissection.order(of: network), mostTriangles: 0)
        #expect(hierarchy.triangles.isEmpty && hierarchy.triangleCount > 0)
        let metric = metric(network)
        expectAgreement(network, HierarchyTravelTimes(network: network, hierarchy: hierarchy, metric: metric), metric)
    }

    @Test func `any order of contraction gives the same times`() {
        let network = town(side: 6, seed: 3)
        var shuffler = Shuffler(state: 5)
        let metric = metric(network)
        let order = nodes(network).shuffled(using: &shuffler)
        let hierarchy = RoadHierarchy(network: network, order: order)
        expectAgreement(network, HierarchyTravelTimes(network: network, hierarchy: hierarchy, metric: metric), metric)
    }

    @Test func `a way is as long as it is, on either side of what the hierarchy holds and of what can be counted`() {
        let roads = network(3, [(0, 1, 1), (1, 2, 1)])
        func time(_ first: UInt32, _ second: UInt32) -> UInt32 {
            HierarchyTravelTimes(network: roads, metric: RoadMetric(milliseconds: [first, second]))
                .milliseconds(from: RoadNodeID(0), to: RoadNodeID(2))
        }
        #expect(time(1 << 29, (1 << 29) - 2) == (1 << 30) - 2)
        #expect(time(1 << 29, (1 << 29) - 1) == (1 << 30) - 1)
        #expect(time(1 << 29, 1 << 29) == 1 << 30)
        #expect(time(.max - 1, 0) == TravelTimeTable.longest)
        #expect(time(.max - 1, 7) == TravelTimeTable.longest)
        #expect(time(.max, 7) == TravelTimeTable.unreachable)
    }

    @Test func `the triangle inequality holds, and symmetry where every road leads both ways`() {
        let network = town(side: 10, seed: 6)
        let twoWay = RoadNetwork(nodes: network.nodes, arcs: network.arcs + network.arcs.map(\.reversed))
        let all = nodes(twoWay)
        let table = HierarchyTravelTimes(network: twoWay, metric: metric(twoWay)).table(from: all, to: all)
        for one in stride(from: 0, to: all.count, by: 7) {
            for two in stride(from: 0, to: all.count, by: 5) {
                #expect(table[one, two] == table[two, one])
                for three in stride(from: 0, to: all.count, by: 11) where table[one, two] != .max {
                    guard table[two, three] != .max else { continue }
                    #expect(table[one, three] <= table[one, two] + table[two, three])
                }
            }
        }
    }

    @Test func `an empty network and a lone node have their tables too`() {
        let empty = HierarchyTravelTimes(network: network(0, []), metric: RoadMetric(milliseconds: []))
        #expect(empty.table(from: [], to: []) == TravelTimeTable(rows: 0, columns: 0, milliseconds: []))
        let lone = HierarchyTravelTimes(network: network(1, []), metric: RoadMetric(milliseconds: []))
        let node = RoadNodeID(0)
        #expect(lone.table(from: [node], to: [node, node]).milliseconds == [0, 0])
        #expect(lone.path(from: node, to: node) == [])
    }
}
