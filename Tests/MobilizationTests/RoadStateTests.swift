import Coverage
import DenseTables
import Organization
import Places
import RandomStreams
import RoadNetwork
import Testing

@testable import Mobilization

@Suite struct RoadStateTests {
    /// The roads of a world in which nothing is random, the metric of each mode as somebody keeps it who only knows which roads are closed, and
    /// the changes still to come.
    private func metric(_ mode: TravelMode, _ roads: RoadState) -> RoadMetric {
        var metric = roads.ground.metric(mode)
        for road in roads.closedTo.indices where roads.closedTo[road].contains(mode) { metric.close(RoadArcID(road)) }
        return metric
    }

    @Test func `after any changes every way, circle and island is that of searches on the roads as they are`() throws {
        var (flips, islands, lengthened) = (0, 0, 0)
        for number in 0..<200 as Range<UInt64> {
            let world = try RandomTown.makeWithClosures(number).world()
            let network = world.ground.place.roads
            let roads = RoadState(RoadCauses(world, RandomStream(seed: number, replication: 0)))
            let sites = (0..<world.ground.siteCount).map { SiteID($0) }
            let nodes = sites.map { world.ground.node(of: $0) }
            let grids = world.ground.gridSites
            // Teams stand at every other site from the beginning; at the others nobody has asked before.
            for site in sites where site.raw % 2 == 0 { roads.withReach(of: site) { _, _ in } }
            var cutOff = [Int64](repeating: 0, count: grids.count)
            var (since, isCutOff) = (Int64(0), [Bool](repeating: false, count: grids.count))
            for change in roads.changes {
                let before = marks(roads, sites.filter { $0.raw % 2 == 0 })
                for grid in grids.indices where isCutOff[grid] { cutOff[grid] += change.at - since }
                roads.advance()
                let table = DijkstraTravelTimes(network: network, metric: metric(.car, roads))
                    .table(from: nodes, to: nodes)
                for from in sites {
                    for to in sites {
                        try #require(
                            roads.travel(from: from, to: to) == table[from.index, to.index],
                            "town \(number) at \(change.at)")
                        if table[from.index, to.index] != world.ground.travel(from: from, to: to) { lengthened += 1 }
                    }
                }
                for mode in TravelMode.allCases {
                    let truth = DijkstraTravelTimes(network: network, metric: metric(mode, roads))
                        .table(from: [nodes[0]], to: nodes)
                    for (site, node) in nodes.enumerated() {
                        try #require(roads.way(mode, from: nodes[0], to: node) == truth[0, site])
                    }
                }
                // What changed beside the sites that were asked about is said once, and all of it.
                var told = before
                for flip in roads.flips {
                    #expect(flip.site.raw % 2 == 0 && told[flip.site]?[flip.cell] == flip.before)
                    told[flip.site]?[flip.cell] = flip.after
                    flips += 1
                }
                #expect(told == marks(roads, sites.filter { $0.raw % 2 == 0 }))
                (since, isCutOff) = (change.at, self.cutOff(world, table))
                islands += isCutOff.count { $0 }
            }
            for (site, row) in marks(roads, sites) {
                for (cell, mark) in row {
                    let way = UInt64(roads.travel(from: site, to: grids[Int(cell)]))
                    let expected = UInt8((way <= world.longestDry[0] ? 1 : 0) | (way <= world.longestDry[1] ? 2 : 0))
                    try #require(mark == expected, "town \(number), site \(site.raw), grid \(cell)")
                }
                // Whatever is not listed is out of reach.
                for grid in grids.indices where row[Int32(grid)] == nil {
                    #expect(UInt64(roads.travel(from: site, to: grids[grid])) > world.longestDry[1])
                }
            }
            roads.close(at: world.horizon)
            if roads.changes.isEmpty { continue }
            for grid in grids.indices where isCutOff[grid] { cutOff[grid] += world.horizon - since }
            #expect(roads.islands.total == cutOff, "town \(number)")
        }
        #expect(flips > 1000 && islands > 100 && lengthened > 10_000, "\(flips), \(islands), \(lengthened)")
    }

    /// The marks beside the grids around each site.
    private func marks(_ roads: RoadState, _ sites: [SiteID]) -> [SiteID: [Int32: UInt8]] {
        var marks: [SiteID: [Int32: UInt8]] = [:]
        for site in sites {
            roads.withReach(of: site) { cells, circles in
                marks[site] = Dictionary(uniqueKeysWithValues: zip(cells, circles))
            }
        }
        return marks
    }

    /// Which grids no car gets to from the first seat that reaches half of the residents.
    private func cutOff(_ world: World, _ table: TravelTimeTable) -> [Bool] {
        let (grids, organization) = (world.ground.place.grids, world.organization)
        let seats = [organization.nodes[0]] + organization.nodes(at: .street).map { organization[$0] }
        let all = grids.reduce(0) { $0 + $1.residents }
        for seat in seats {
            let row = world.ground.site(at: seat.seat).index
            let isReached = world.ground.gridSites.map { table[row, $0.index] != .max }
            let residents = grids.indices.reduce(0) { $0 + (isReached[$1] ? grids[$1].residents : 0) }
            if 2 * residents >= all { return isReached.map { !$0 } }
        }
        return grids.map { _ in true }
    }

    @Test func `a way asked for before the last change has the roads of that time`() throws {
        var followed = 0
        for number in 0..<40 as Range<UInt64> {
            let world = try RandomTown.makeWithClosures(number).world()
            let network = world.ground.place.roads
            let roads = RoadState(RoadCauses(world, RandomStream(seed: number, replication: 0)))
            let nodes = (0..<world.ground.siteCount).map { world.ground.node(of: SiteID($0)) }
            for _ in roads.changes {
                var asked: [(mode: TravelMode, to: RoadNodeID, time: UInt32, metric: RoadMetric)] = []
                for mode in TravelMode.allCases {
                    for node in nodes where roads.way(mode, from: nodes[0], to: node) != .max {
                        let time = roads.way(mode, from: nodes[0], to: node)
                        asked.append((mode, node, time, metric(mode, roads)))
                    }
                }
                roads.advance()
                let changed = roads.closing.union(roads.opening)
                for (mode, to, time, metric) in asked where changed.contains(mode) {
                    let path = roads.pathBefore(mode, from: nodes[0], to: to)
                    let sum = path.reduce(UInt64(0)) { $0 + UInt64(metric[$1]) }
                    try #require(sum == UInt64(time))
                    for (one, next) in zip(path, path.dropFirst()) { #expect(network[one].to == network[next].from) }
                    if let first = path.first, let last = path.last {
                        #expect(network[first].from == nodes[0] && network[last].to == to)
                    }
                    followed += 1
                }
            }
        }
        #expect(followed > 1000)
    }

    @Test func `it is known when roads next close to a mode`() throws {
        for number in 0..<20 as Range<UInt64> {
            let world = try RandomTown.makeWithClosures(number).world()
            let roads = RoadState(RoadCauses(world, RandomStream(seed: number, replication: 0)))
            var closings: [TravelMode: [Int64]] = [:]
            var foreseen: [[Int64]] = []
            for change in roads.changes {
                foreseen.append(TravelMode.allCases.map { roads.nextClosing(to: $0) })
                roads.advance()
                for mode in TravelMode.allCases where roads.closing.contains(mode) {
                    closings[mode, default: []].append(change.at)
                }
            }
            for (index, change) in roads.changes.enumerated() {
                for (number, mode) in TravelMode.allCases.enumerated() {
                    let next = (closings[mode] ?? []).first { $0 >= change.at } ?? .max
                    #expect(foreseen[index][number] == next)
                }
            }
            #expect(TravelMode.allCases.allSatisfy { roads.nextClosing(to: $0) == .max })
        }
    }
}
