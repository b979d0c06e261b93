import Testing

@testable import Places

@Suite struct GreedySpannerTests {
    @Test(arguments: 0..<30 as Range<UInt64>)
    func `what can be joined is joined, and no detour is longer than the stretch`(seed: UInt64) {
        var shuffler = Shuffler(state: seed)
        let count = 12
        var links: [TerrainSearch.Link] = []
        for first in 0..<count {
            for second in (first + 1)..<count where Int.random(in: 0..<3, using: &shuffler) == 0 {
                let cost = UInt32.random(in: 1...1000, using: &shuffler)
                links.append(TerrainSearch.Link(labels: (first, second), cost: cost, cells: (0, 0)))
            }
        }
        links.sort { $0.cost < $1.cost }
        let chosen = greedySpanner(nodes: count, links: links, stretch: 1.5).map { links[$0] }
        let all = lengths(count, links)
        let kept = lengths(count, chosen)
        for first in 0..<count {
            for second in 0..<count {
                #expect(kept[first][second] <= all[first][second] * 1.5)
            }
        }
        #expect(chosen.count < links.count || links.count < count)
    }

    @Test func `of a triangle the longest side is not built`() {
        let sides = [(0, 1, 10), (1, 2, 11), (0, 2, 20)].map {
            TerrainSearch.Link(labels: ($0.0, $0.1), cost: UInt32($0.2), cells: (0, 0))
        }
        #expect(greedySpanner(nodes: 3, links: sides, stretch: 1.1) == [0, 1])
        #expect(greedySpanner(nodes: 3, links: sides, stretch: 1.01) == [0, 1, 2])
    }

    private func lengths(_ count: Int, _ links: [TerrainSearch.Link]) -> [[Double]] {
        var table = (0..<count).map { row in (0..<count).map { $0 == row ? 0 : Double.infinity } }
        for link in links {
            table[link.labels.0][link.labels.1] = min(table[link.labels.0][link.labels.1], Double(link.cost))
            table[link.labels.1][link.labels.0] = table[link.labels.0][link.labels.1]
        }
        for middle in 0..<count {
            for first in 0..<count {
                for second in 0..<count {
                    table[first][second] = min(table[first][second], table[first][middle] + table[middle][second])
                }
            }
        }
        return table
    }
}
