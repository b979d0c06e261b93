import DenseTables
import Testing

@testable import RoadNetwork

@Suite struct UnpackedArcsTests {
    @Test(arguments: 0..<12 as Range<UInt64>)
    func `a way is the same whatever was unpacked before it, and what is forgotten is not used`(seed: UInt64) {
        let network = town(side: 9, seed: seed)
        let hierarchy = RoadHierarchy(network: network)
        let open = RoadMetric(network: network, speeds: .usual, mode: .car)
        var metric = open
        var unpacked = UnpackedArcs()
        var shuffler = Shuffler(state: seed)
        var (found, none) = (0, 0)
        for _ in 0..<4 {
            let times = HierarchyTravelTimes(network: network, hierarchy: hierarchy, metric: metric)
            for _ in 0..<200 {
                let from = RoadNodeID(Int.random(in: 0..<network.nodeCount, using: &shuffler))
                let to = RoadNodeID(Int.random(in: 0..<network.nodeCount, using: &shuffler))
                let path = times.path(from: from, to: to, &unpacked)
                #expect(path == times.path(from: from, to: to))
                if path == nil { none += 1 } else { found += 1 }
            }
            // Every shortcut is unpacked once, so far less is kept than two hundred ways by themselves.
            #expect(unpacked.roads.count < 200 * network.nodeCount)
            for _ in 0..<(network.arcCount / 6) {
                metric.close(RoadArcID(Int.random(in: 0..<network.arcCount, using: &shuffler)))
            }
            unpacked.removeAll()
            #expect(unpacked.roads.isEmpty)
        }
        #expect(found > 100 && none > 10, "\(found) found, \(none) not")
    }
}
