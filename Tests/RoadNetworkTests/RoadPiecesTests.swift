import DenseTables
import RoadNetwork
import Testing

@Suite struct RoadPiecesTests {
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `two nodes are in one piece where open roads join them, whichever way they run`(seed: UInt64) {
        let network = randomNetwork(seed: seed)
        let open = RoadMetric(milliseconds: network.arcs.map { _ in 1 })
        var metric = open
        var pieces = RoadPieces()
        var shuffler = Shuffler(state: seed)
        var parted = 0
        for _ in 0..<30 where network.arcCount > 0 {
            // One road at a time, so that pieces meet openings after openings and openings after closings.
            let road = RoadArcID(Int.random(in: 0..<network.arcCount, using: &shuffler))
            if Int.random(in: 0..<3, using: &shuffler) > 0 {
                metric[road] = RoadMetric.unreachable
                pieces.close()
            } else {
                metric[road] = open[road]
                pieces.open(from: network[road].from, to: network[road].to)
            }
            pieces.refresh(network, metric)
            let truth = RoadComponents.weak(network) { metric[$0] != RoadMetric.unreachable }
            for first in 0..<network.nodeCount {
                for second in 0..<network.nodeCount {
                    let (one, other) = (RoadNodeID(first), RoadNodeID(second))
                    #expect(pieces.joins(one, other) == truth.joined(one, other))
                    if !truth.joined(one, other) { parted += 1 }
                }
            }
        }
        #expect(network.arcCount == 0 || network.nodeCount < 3 || parted > 0)
    }
}
