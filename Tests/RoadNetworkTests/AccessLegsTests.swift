import DenseTables
import Testing

@testable import RoadNetwork

@Suite struct AccessLegsTests {
    private let roads = network(3, [(0, 1, 1), (0, 1, 1), (1, 0, 1), (1, 2, 1)])
    private let metric = RoadMetric(milliseconds: [40_000, 60_000, 80_000, 1000])
    private let rule = AccessRule(speed: 3.6, limit: 100)

    private func legs(_ join: RoadAccess.Join?, _ direction: AccessLegs.Direction, _ meters: Double = 0) -> [[UInt64]] {
        let point = RoadAccess(place: .zero, join: join, meters: meters)
        return AccessLegs([point], direction, on: roads, metric, rule)[0].map { [UInt64($0.node.index), $0.time] }
    }

    @Test func `a quarter along a road one is a quarter from its start and three from its end`() {
        let middle = RoadAccess.Join.between(RoadNodeID(0), RoadNodeID(1), share: 0.25)
        #expect(legs(middle, .leaving, 2) == [[0, 22_000], [1, 32_000]])
        #expect(legs(middle, .reaching, 2) == [[0, 12_000], [1, 62_000]])
    }

    @Test func `a one-way road is left by its end and reached by its start`() {
        let middle = RoadAccess.Join.between(RoadNodeID(1), RoadNodeID(2), share: 0.25)
        #expect(legs(middle, .leaving) == [[2, 750]] && legs(middle, .reaching) == [[1, 250]])
    }

    @Test func `a node is one leg, and nothing is none`() {
        #expect(legs(.node(RoadNodeID(2)), .leaving, 3) == [[2, 3000]])
        #expect(legs(nil, .leaving, 3).isEmpty)
    }

    @Test func `nodes are named once, in the order of the points`() {
        let points = [2, 0, 2, 1].map { RoadAccess(RoadNodeID($0), of: roads) }
        let legs = AccessLegs(points, .leaving, on: roads, metric, rule)
        let found = legs.nodes(of: 0..<3, among: 3)
        #expect(found.nodes.map(\.index) == [2, 0] && found.place == [1, -1, 0])
    }

    @Test func `the fastest open arc is found from either end`() {
        #expect(roads.fastest(from: RoadNodeID(0), to: RoadNodeID(1), metric) == 40_000)
        #expect(roads.fastest(from: RoadNodeID(2), to: RoadNodeID(1), metric) == nil)
        var closed = metric
        closed.close(RoadArcID(0))
        #expect(roads.fastest(from: RoadNodeID(0), to: RoadNodeID(1), closed) == 60_000)
        // A square of many roads, asked from outside and from within.
        let star = network(50, (1..<50).flatMap { [(0, $0, 1.0), ($0, 0, 1.0)] })
        let even = RoadMetric(milliseconds: star.arcs.map { UInt32($0.from.index * 100 + $0.to.index) })
        #expect(star.fastest(from: RoadNodeID(0), to: RoadNodeID(7), even) == 7)
        #expect(star.fastest(from: RoadNodeID(7), to: RoadNodeID(0), even) == 700)
    }
}
