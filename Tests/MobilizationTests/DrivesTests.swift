import Coverage
import DenseTables
import RoadNetwork
import Testing

@testable import Mobilization

/// Who is within the widest circle, against searches from everywhere to everywhere.
@Suite struct DrivesTests {
    /// Crossings some three kilometers apart, with slow and fast roads, one-ways, gaps, and roads shorter than a straight line.
    private func country(side: Int, seed: Int, first: RoadPace = .byClass) -> RoadNetwork {
        func luck(_ one: Int, _ other: Int) -> Int { (one &* 7919 &+ other &* 104_729 &+ seed &* 1_299_709) % 97 }
        let nodes = (0..<side * side).map {
            RoadNode(longitude: 116 + Double($0 % side) * 0.03, latitude: 24 + Double($0 / side) * 0.027)
        }
        var arcs: [RoadArc] = []
        func join(_ one: Int, _ other: Int) {
            let dice = luck(one, other)
            if dice < 9 { return }
            let way = RoadArc(
                from: RoadNodeID(one), to: RoadNodeID(other), length: 1500 + 40 * Double(dice),
                roadClass: dice % 3 == 0 ? .arterial : .lane, pace: arcs.isEmpty ? first : .byClass)
            arcs.append(way)
            if dice % 5 > 0 { arcs.append(way.reversed) }
        }
        for node in nodes.indices {
            if node % side + 1 < side { join(node, node + 1) }
            if node + side < nodes.count { join(node, node + side) }
        }
        return RoadNetwork(nodes: nodes, arcs: arcs)
    }

    private func expectAgreement(_ roads: RoadNetwork, from some: [RoadNodeID]? = nil, within longest: UInt32) {
        let metric = RoadMetric(network: roads, speeds: .usual, mode: .car)
        let ways = HierarchyTravelTimes(network: roads, metric: metric)
        let all = (0..<roads.nodeCount).map { RoadNodeID($0) }
        let sites = some ?? all
        let grids = all.filter { $0.index % 3 > 0 }
        let drives = Drives(from: sites, to: grids, within: longest, on: roads, ways)
        let table = DijkstraTravelTimes(network: roads, metric: metric).table(from: sites, to: grids)
        for site in sites.indices {
            let expected = grids.indices.filter { table[site, $0] <= longest }
            let row = drives.row(of: SiteID(raw: Int32(site)))
            #expect(row.map { Int(drives.cells[$0]) } == expected)
            #expect(row.map { drives.times[$0] } == expected.map { table[site, $0] })
        }
    }

    @Test(arguments: 0..<8) func `whoever is within the circle is found, however far the place reaches`(seed: Int) {
        expectAgreement(country(side: 14, seed: seed), within: 900_000)
    }

    @Test(arguments: 1...12) func `the last grid that can just be reached in a straight line is found`(steps: Int) {
        let nodes = (0..<40).map { RoadNode(longitude: 116 + Double($0) * 0.03, latitude: 24) }
        let arcs = (0..<39).map {
            RoadArc(from: RoadNodeID($0), to: RoadNodeID($0 + 1), length: 3047, roadClass: .arterial)
        }
        let roads = RoadNetwork(nodes: nodes, arcs: arcs)
        let one = RoadMetric(network: roads, speeds: .usual, mode: .car).milliseconds[0]
        for site in 0..<6 { expectAgreement(roads, from: [RoadNodeID(site)], within: one * UInt32(steps)) }
    }

    @Test func `a way that takes hardly any time leaves nobody out`() {
        expectAgreement(country(side: 12, seed: 3, first: .fixed(1)), within: 900_000)
    }

    @Test func `only what is around is searched, and everything where no bound is known`() {
        let roads = country(side: 14, seed: 1)
        let speeds = RoadMetric(network: roads, speeds: .usual, mode: .car)
        let reach = HierarchyTravelTimes(network: roads, metric: speeds).farthest(within: 900_000)
        // The place is 40 km wide and an arterial road as fast as it is wherever it leads straight.
        #expect(reach > 5_000 && reach < 40_000)
        let free = RoadMetric(milliseconds: roads.arcs.map { _ in 0 })
        #expect(HierarchyTravelTimes(network: roads, metric: free).farthest(within: 1) == .infinity)
        let closed = RoadMetric(milliseconds: roads.arcs.map { _ in RoadMetric.unreachable })
        #expect(HierarchyTravelTimes(network: roads, metric: closed).farthest(within: 900_000) == 0)
    }
}
