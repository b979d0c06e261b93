import RoadNetwork

/// Chooses which links are worth building: a link is built unless the way around is short enough already.
///
/// The greedy spanner of Althöfer, Das, Dobkin, Joseph and Soares, "On sparse spanners of weighted graphs", 1993. It
/// contains a minimum spanning tree, so whatever can be joined is joined, and no detour is longer than `stretch`.
///
/// - Parameter links: Cheapest first.
/// - Returns: The indices of the links to build, in order.
func greedySpanner(nodes: Int, links: [TerrainSearch.Link], stretch: Double) -> [Int] {
    var neighbors = [[(node: Int, cost: UInt64)]](repeating: [], count: nodes)
    var chosen: [Int] = []
    var costs = [UInt64](repeating: .max, count: nodes)
    var heap = TimeHeap(capacity: links.count * 2 + 1)
    for (index, link) in links.enumerated() {
        let (start, end) = link.labels
        let limit = UInt64(Double(link.cost) * stretch)
        // A search from one end that gives up at the limit.
        heap.removeAll()
        var touched = [start]
        costs[start] = 0
        heap.push(UInt64(start))
        var isShort = false
        while heap.count > 0 {
            let entry = heap.pop()
            let node = Int(entry & 0xffff_ffff)
            guard entry >> 32 == costs[node] else { continue }
            if node == end {
                isShort = true
                break
            }
            for neighbor in neighbors[node] where entry >> 32 + neighbor.cost <= limit {
                let cost = entry >> 32 + neighbor.cost
                guard cost < costs[neighbor.node] else { continue }
                costs[neighbor.node] = cost
                touched.append(neighbor.node)
                heap.push(cost << 32 | UInt64(neighbor.node))
            }
        }
        for node in touched { costs[node] = .max }
        guard !isShort else { continue }
        chosen.append(index)
        neighbors[start].append((end, UInt64(link.cost)))
        neighbors[end].append((start, UInt64(link.cost)))
    }
    return chosen
}
