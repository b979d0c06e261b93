import DenseTables
import Testing

@testable import RoadNetwork

@Suite struct HubLabelsTests {
    @Test func `whatever closes and opens, every way between places is that of a search`() {
        var (unreachable, changes) = (0, 0)
        var (wrong, unsaid): ([String], [String]) = ([], [])
        for seed in 1...30 as ClosedRange<UInt64> {
            let network = seed % 3 == 0 ? randomNetwork(seed: seed) : town(side: 3 + Int(seed % 6), seed: seed)
            var shuffler = Shuffler(state: seed &* 77)
            let hierarchy = RoadHierarchy(network: network)
            let open = RoadMetric(network: network, speeds: .usual, mode: .car)
            // Some places twice, and never all nodes.
            let places = (0..<(1 + network.nodeCount / 3)).map { _ in
                RoadNodeID(Int.random(in: 0..<network.nodeCount, using: &shuffler))
            }
            let tree = HubTree(hierarchy, places: places)
            var ways = HierarchyTravelTimes(network: network, hierarchy: hierarchy, metric: open)
            var labels = HubLabels(tree, ways)
            var metric = open
            for round in 0..<12 {
                if round > 0, network.arcCount > 0 {
                    for _ in 0..<Int.random(in: 1...6, using: &shuffler) {
                        let road = RoadArcID(Int.random(in: 0..<network.arcCount, using: &shuffler))
                        metric[road] = Bool.random(using: &shuffler) ? RoadMetric.unreachable : open[road]
                    }
                    let before = table(labels, tree, places.count)
                    ways.customize(metric)
                    let limit = UInt32.random(in: 0...300_000, using: &shuffler)
                    let touched = labels.update(tree, ways, within: limit)
                    let after = table(labels, tree, places.count)
                    for (place, other) in pairs(places.count) {
                        let (old, new) = (before[place][other], after[place][other])
                        if old == new || min(old, new) > limit { continue }
                        changes += 1
                        if !touched.from[place], !touched.to[other] { unsaid.append("\(seed): \(place) to \(other)") }
                    }
                }
                let truth = DijkstraTravelTimes(network: network, metric: metric).table(from: places, to: places)
                for (place, other) in pairs(places.count) {
                    let time = labels.milliseconds(from: place, to: other, tree)
                    if time != truth[place, other] { wrong.append("\(seed), \(round): \(place) to \(other)") }
                    if time == TravelTimeTable.unreachable { unreachable += 1 }
                    let isReached = truth[place, other] != TravelTimeTable.unreachable
                    if labels.leads(from: place, to: other, tree) != isReached {
                        wrong.append("\(seed), \(round): whether \(place) leads to \(other)")
                    }
                }
            }
        }
        #expect(wrong.isEmpty && unsaid.isEmpty)
        #expect(unreachable > 100 && changes > 1000, "\(unreachable) without a way, \(changes) changes")
    }

    @Test func `nothing is said to have changed where nothing has`() {
        let network = town(side: 6, seed: 4)
        let hierarchy = RoadHierarchy(network: network)
        let places = (0..<10).map { RoadNodeID($0 * 3) }
        let tree = HubTree(hierarchy, places: places)
        let ways = HierarchyTravelTimes(
            network: network, hierarchy: hierarchy, metric: RoadMetric(network: network, speeds: .usual, mode: .car))
        var labels = HubLabels(tree, ways)
        let touched = labels.update(tree, ways, within: .max)
        #expect(!touched.from.contains(true) && !touched.to.contains(true))
    }

    @Test func `a copy is changed by itself`() {
        let network = network(3, [(0, 1, 100), (1, 2, 100), (2, 1, 100), (1, 0, 100)])
        let hierarchy = RoadHierarchy(network: network)
        let tree = HubTree(hierarchy, places: [RoadNodeID(0), RoadNodeID(2)])
        var metric = RoadMetric(milliseconds: [1, 2, 3, 4])
        let labels = HubLabels(tree, HierarchyTravelTimes(network: network, hierarchy: hierarchy, metric: metric))
        var other = labels.copy()
        metric.close(RoadArcID(1))
        _ = other.update(
            tree, HierarchyTravelTimes(network: network, hierarchy: hierarchy, metric: metric), within: .max)
        let (kept, changed) = (labels.milliseconds(from: 0, to: 1, tree), other.milliseconds(from: 0, to: 1, tree))
        #expect(kept == 3 && changed == TravelTimeTable.unreachable)
        let back = (labels.milliseconds(from: 1, to: 0, tree), other.milliseconds(from: 1, to: 0, tree))
        #expect(back == (7, 7))
    }

    private func pairs(_ count: Int) -> [(Int, Int)] {
        (0..<count).flatMap { place in (0..<count).map { (place, $0) } }
    }

    private func table(_ labels: borrowing HubLabels, _ tree: borrowing HubTree, _ count: Int) -> [[UInt32]] {
        var rows: [[UInt32]] = []
        for place in 0..<count {
            var row: [UInt32] = []
            for other in 0..<count { row.append(labels.milliseconds(from: place, to: other, tree)) }
            rows.append(row)
        }
        return rows
    }
}
