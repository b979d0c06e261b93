import Testing

@testable import RoadNetwork

@Suite struct LongestWayTests {
    private let roads = network(3, [(0, 1, 1), (0, 2, 1), (1, 2, 1), (2, 0, 1)])

    private func bounds(_ longest: LongestWay, _ milliseconds: [UInt32]) -> [UInt64] {
        let bounds = longest.bounds(roads, RoadMetric(milliseconds: milliseconds))
        return [bounds.way, bounds.arc]
    }

    @Test func `a way leaves each node once, by its slowest open arc at most`() {
        #expect(bounds(LongestWay(), [5, 7, 20, 1]) == [28, 20])
        #expect(bounds(LongestWay(), [5, .max, .max, 1]) == [6, 5])
        #expect(bounds(LongestWay(), [.max, .max, .max, .max]) == [0, 0])
    }

    @Test func `bounds hold while arcs close and reopen, and not when one is slower or opens that was closed`() {
        let open = LongestWay()
        #expect(bounds(open, [5, 7, 20, .max]) == [27, 20])
        let closed = LongestWay(after: open)
        #expect(bounds(closed, [5, .max, 19, .max]) == [27, 20])
        let reopened = LongestWay(after: closed)
        #expect(bounds(reopened, [5, 7, 20, .max]) == [27, 20])
        #expect(bounds(LongestWay(after: reopened), [5, 7, 21, .max]) == [28, 21])
        #expect(bounds(LongestWay(after: reopened), [5, 7, 20, 0]) == [27, 20])
        #expect(bounds(LongestWay(after: reopened), [5, 7, 20, 30]) == [57, 30])
        // What was never asked for is not known.
        #expect(bounds(LongestWay(after: LongestWay()), [1, 1, 1, 1]) == [3, 1])
    }
}
