import DenseTables
import RoadNetwork
import Testing
import Words

@testable import Mobilization

@Suite struct RoadNameSearchTests {
    /// Stretches in a row, the first of them called by the first name and so on; nil for one without a name.
    private func network(_ names: [String], _ called: [Int?]) -> RoadNetwork {
        let nodes = (0...called.count).map { RoadNode(longitude: 116 + Double($0) * 0.01, latitude: 24) }
        let arcs = called.enumerated().map { number, name in
            RoadArc(
                from: RoadNodeID(number), to: RoadNodeID(number + 1), length: 1000, roadClass: .lane,
                name: name.map { Int32($0) })
        }
        return RoadNetwork(nodes: nodes, arcs: arcs, names: names)
    }

    private func found(_ texts: [String], _ network: RoadNetwork) -> [[Int]] {
        let search = RoadNameSearch(texts, in: network)
        return texts.indices.map { search.roads(of: $0).map(\.index).sorted() }
    }

    @Test func `a text is found wherever a name contains it, in one name once`() {
        let network = network(["River Lane", "Low Bridge", "aaaa", "一号桥", "unused"], [0, 1, nil, 2, 3, 0])
        #expect(found(["River", "Lane", "r"], network) == [[0, 5], [0, 5], [0, 1, 5]])
        #expect(found(["Low Bridge", "Bridge", "i", "idge "], network) == [[1], [1], [0, 1, 5], []])
        #expect(found(["a", "aa", "aaaa", "aaaaa"], network) == [[0, 3, 5], [3], [3], []])
        #expect(found(["桥", "号", "号一"], network) == [[4], [4], []])
        #expect(found(["unused"], network) == [[]], "a name no road has does not count")
        #expect(found([], network).isEmpty)
    }

    @Test func `the same text twice, and one that ends within another, are each found`() {
        let network = network(["ushers", "his"], [0, 1])
        #expect(found(["he", "she", "his", "hers", "he"], network) == [[0], [0], [1], [0], [0]])
    }

    @Test func `random texts in random names are found as by looking for each in each`() {
        var state: UInt64 = 7
        func letters(_ most: Int) -> String {
            func next() -> Int {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(state >> 33)
            }
            return String((0...(next() % most)).map { _ in Character(["a", "b", "c"][next() % 3]) })
        }
        for _ in 0..<50 {
            let names = (0..<20).map { _ in letters(12) }
            let texts = (0..<20).map { _ in letters(5) }
            let network = network(names, names.indices.map { $0 })
            #expect(
                found(texts, network) == texts.map { text in names.indices.filter { names[$0].contains(text) } })
        }
    }

    @Test func `rules together close what each closes alone`() {
        let network = network(["ab", "b", "c"], [0, 1, 2, 1])
        let rules = [["a", "b"], ["c"], ["x"]].map {
            RoadClosure(name: LocalizedText("r"), extent: .named($0), cause: .between(0, nil))
        }
        #expect(RoadClosure.roads(of: rules, in: network).map { $0.map(\.index) } == [[0, 1, 3], [2], []])
        #expect(rules.map { $0.roads(of: network) } == RoadClosure.roads(of: rules, in: network))
    }

    @Test func `a thousand rules over ten thousand names take no time`() {
        let names = (0..<10_000).map { "road \($0)" }
        let network = network(names, names.indices.map { $0 })
        let rules = (0..<1000).map {
            RoadClosure(name: LocalizedText("r"), extent: .named(["road \(9000 + $0)"]), cause: .between(0, nil))
        }
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect(RoadClosure.roads(of: rules, in: network).allSatisfy { $0.count == 1 })
        }
        // Each in each took some 90 s.
        #expect(time < .seconds(10))
    }
}
