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

    @Test(arguments: [1, 2, 3, 7])
    func `a table has the same numbers on any number of workers`(workers: Int) {
        let network = town(side: 12, seed: 8)
        let all = nodes(network)
        let one = HierarchyTravelTimes(network: network, metric: metric(network))
        let many = HierarchyTravelTimes(network: network, metric: metric(network), workers: workers)
        #expect(many.table(from: all, to: all) == one.table(from: all, to: all))
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a path leads from end to end by open roads, and takes the time stated`(seed: UInt64) throws {
        let network = seed < 10 ? randomNetwork(seed: seed) : town(side: 10, seed: seed)
        var metric = metric(network)
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
                var sum: UInt32 = 0
                for road in path {
                    try #require(network[road].from == here)
                    try #require(metric[road] != RoadMetric.unreachable)
                    here = network[road].to
                    sum += metric[road]
                }
                #expect(here == target && sum == time)
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

    @Test func `a way of more than twelve days is no way`() {
        let roads = network(3, [(0, 1, 1), (1, 2, 1)])
        func time(_ first: UInt32, _ second: UInt32) -> UInt32 {
            HierarchyTravelTimes(network: roads, metric: RoadMetric(milliseconds: [first, second]))
                .milliseconds(from: RoadNodeID(0), to: RoadNodeID(2))
        }
        #expect(time(1 << 29, (1 << 29) - 2) == (1 << 30) - 2)
        #expect(time(1 << 29, 1 << 29) == TravelTimeTable.unreachable)
        #expect(time(.max - 1, 0) == TravelTimeTable.unreachable)
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
