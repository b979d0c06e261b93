import Coverage
import DenseTables
import Places
import RandomStreams
import RoadNetwork
import Testing

@testable import Mobilization

@Suite struct RoadBookTests {
    @Test func `after any changes the table of ways is that of a search on the roads as they are`() throws {
        var altered = 0
        for number in 0..<25 as Range<UInt64> {
            let world = try RandomTown.makeWithClosures(number).world()
            let network = world.ground.place.roads
            var book = RoadBook(world)
            let random = RandomStream(seed: number, replication: 0)
            let changes = RoadChanges(
                network, world.plan, world.incident, crest: Hazard.crest(world, random), horizon: world.horizon
            ).changes
            let sites = (0..<world.ground.siteCount).map { SiteID($0) }
            let nodes = sites.map { world.ground.node(of: $0) }
            for change in changes {
                var before = sites.map { from in sites.map { book.travel(from: from, to: $0, world) } }
                let touched = book.change(change.roads, world)
                var metric = world.ground.metric(.car)
                for road in book.closedTo.indices where book.closedTo[road].contains(.car) {
                    metric.close(RoadArcID(road))
                }
                let table = DijkstraTravelTimes(network: network, metric: metric).table(from: nodes, to: nodes)
                for (row, _) in touched.from.map({ ($0.site.index, 0) }) { before[row] = [] }
                let columns = Set(touched.to.map(\.index))
                for from in sites {
                    for to in sites {
                        let way = book.travel(from: from, to: to, world)
                        try #require(way == table[from.index, to.index], "town \(number) at \(change.at)")
                        // What is not said to be touched is as it was.
                        if before[from.index].isEmpty || columns.contains(to.index) { continue }
                        try #require(way == before[from.index][to.index])
                    }
                }
                if !touched.from.isEmpty || !touched.to.isEmpty { altered += 1 }
            }
        }
        #expect(altered > 100)
    }
}
