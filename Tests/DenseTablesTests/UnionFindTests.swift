import DenseTables
import Testing

@Suite struct UnionFindTests {
    @Test func `things hang together as those that were joined do, and the lowest number leads`() {
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for count in [1, 2, 9, 60] {
            var joined = UnionFind(count: count)
            // The other way to keep them: a label each, and every label of a piece changed with every join.
            var labels = Array(0..<count)
            for _ in 0..<count {
                let (one, other) = (next(count), next(count))
                let (least, most) = (min(labels[one], labels[other]), max(labels[one], labels[other]))
                #expect(joined.join(one, other) == (least != most))
                for item in labels.indices where labels[item] == most { labels[item] = least }
                #expect((0..<count).map { joined.find($0) } == labels)
            }
        }
    }
}
