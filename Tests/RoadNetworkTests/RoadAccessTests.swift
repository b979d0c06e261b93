import DenseTables
import Testing

@testable import RoadNetwork

@Suite struct RoadAccessTests {
    @Test func `who stands on a node walks nowhere`() {
        let access = RoadAccess(RoadNodeID(1), of: network(3, []))
        #expect(access.join == .node(RoadNodeID(1)) && access.meters == 0 && access.place == SIMD2(116.001, 24.3))
    }

    @Test func `a walk takes its time at the speed stated, at most what can be counted`() {
        #expect(AccessRule.usual.speed == 4.32 && AccessRule.usual.limit == 2000)
        // 1.2 m/s.
        #expect(AccessRule.usual.milliseconds(120) == 100_000)
        #expect(AccessRule(speed: 36, limit: 0).milliseconds(5) == 500)
        #expect(AccessRule(speed: 1e-9, limit: 0).milliseconds(1e12) == UInt64(TravelTimeTable.longest))
    }
}
