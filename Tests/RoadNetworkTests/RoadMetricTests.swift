import DenseTables
import RoadNetwork
import Testing

@Suite struct RoadMetricTests {
    @Test func `a time is the length over the speed, to the nearest millisecond`() {
        var speeds = SpeedTable()
        speeds[.car, .street] = 36
        let metric = RoadMetric(network: network(2, [(0, 1, 100), (1, 0, 0)]), speeds: speeds, mode: .car)
        #expect(metric.milliseconds == [10_000, 0])
    }

    @Test func `weather slows its own mode only`() {
        let roads = network(2, [(0, 1, 1200)])
        var speeds = SpeedTable.usual
        let dry = TravelMode.allCases.map { RoadMetric(network: roads, speeds: speeds, mode: $0)[RoadArcID(0)] }
        #expect(dry[0] == 1_000_000, "1,200 m at 1.2 m/s")
        speeds[weather: .walk] = 0.5
        let wet = TravelMode.allCases.map { RoadMetric(network: roads, speeds: speeds, mode: $0)[RoadArcID(0)] }
        #expect(wet[0] == 2 * dry[0])
        #expect(wet[1...] == dry[1...])
    }

    @Test func `a mode without a speed cannot pass, and neither can anybody on a closed arc`() {
        let roads = network(2, [(0, 1, 10), (1, 0, 10)])
        #expect(RoadMetric(network: roads, speeds: .usual, mode: .boat).milliseconds == [.max, .max])
        var metric = RoadMetric(network: roads, speeds: .usual, mode: .walk)
        metric.close(RoadArcID(1))
        #expect(metric[RoadArcID(0)] < .max)
        #expect(metric[RoadArcID(1)] == RoadMetric.unreachable)
    }

    @Test func `everybody but boats can use every class of road in the usual table`() {
        for mode in TravelMode.allCases where mode != .boat {
            for roadClass in RoadClass.allCases { #expect(SpeedTable.usual[mode, roadClass] > 0) }
        }
    }
}
