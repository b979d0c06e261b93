import DenseTables
import Testing

@testable import RoadNetwork

@Suite struct AncestorTimesTests {
    @Test func `a way to a goal whose half is known is that of a search`() {
        var unreachable = 0
        var wrong: [String] = []
        for seed in 1...25 as ClosedRange<UInt64> {
            let network = seed % 2 == 0 ? randomNetwork(seed: seed) : town(side: 3 + Int(seed % 7), seed: seed)
            var shuffler = Shuffler(state: seed)
            var metric = RoadMetric(network: network, speeds: .usual, mode: .eBike)
            for road in 0..<network.arcCount where Int.random(in: 0..<6, using: &shuffler) == 0 {
                metric.close(RoadArcID(road))
            }
            let ways = HierarchyTravelTimes(network: network, metric: metric)
            let nodes = (0..<network.nodeCount).map { RoadNodeID($0) }
            let truth = DijkstraTravelTimes(network: network, metric: metric).table(from: nodes, to: nodes)
            for goal in nodes {
                let half = ways.ancestors(above: goal)
                for node in nodes {
                    let time = ways.milliseconds(from: node, to: half)
                    if time != truth[node.index, goal.index] { wrong.append("\(seed): \(node.raw) to \(goal.raw)") }
                    if time == TravelTimeTable.unreachable { unreachable += 1 }
                }
            }
        }
        #expect(wrong.isEmpty && unreachable > 100)
    }
}
