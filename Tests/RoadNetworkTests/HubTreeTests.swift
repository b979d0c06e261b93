import DenseTables
import Testing

@testable import RoadNetwork

@Suite struct HubTreeTests {
    @Test func `every row lists the ancestors of its node from the top, itself last`() {
        for seed in 1...20 as ClosedRange<UInt64> {
            let network = town(side: 4 + Int(seed % 5), seed: seed)
            let hierarchy = RoadHierarchy(network: network)
            let places = stride(from: 0, to: network.nodeCount, by: 3).map { RoadNodeID($0) }
            let tree = HubTree(hierarchy, places: places)
            for (index, place) in places.enumerated() {
                // Up the elimination tree: the first of a row of arcs leads to the parent.
                var ranks = [hierarchy.rank[place.index]]
                while let low = ranks.last, hierarchy.firstUp[Int(low)] < hierarchy.firstUp[Int(low) + 1] {
                    ranks.append(hierarchy.upper[Int(hierarchy.firstUp[Int(low)])])
                }
                let node = tree.places[HubPlaceRow(index)]
                #expect(Int(tree.depth[node]) == ranks.count - 1)
                let start = tree.start[node]
                var listed: [Int32] = []
                for lane in 0...(tree.depth[node] / 16) {
                    for ancestor in tree.ancestors[LaneRow(raw: start + lane)].lanes where ancestor >= 0 {
                        listed.append(ancestor)
                    }
                }
                let selection = hierarchy.selection(of: places)
                #expect(listed == ranks.reversed().map { selection.place[Int($0)] })
            }
        }
    }
}

extension SIMD16<Int32> {
    fileprivate var lanes: [Int32] { indices.map { self[$0] } }
}
