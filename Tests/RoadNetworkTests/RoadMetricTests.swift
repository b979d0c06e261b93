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

    @Test func `everybody but boats can use every road in the usual table that is made for them`() {
        for mode in TravelMode.allCases where mode != .boat {
            for roadClass in RoadClass.allCases {
                let isBarred = roadClass == .motorway && mode != .car || roadClass == .path && mode == .car
                #expect((SpeedTable.usual[mode, roadClass] > 0) == !isBarred)
            }
        }
    }

    @Test func `only those with access may use an arc`() {
        let arc = RoadArc(
            from: RoadNodeID(0), to: RoadNodeID(1), length: 100, roadClass: .street,
            access: [.init(.walk), .init(.eBike)])
        let roads = RoadNetwork(nodes: network(2, []).nodes, arcs: [arc])
        let times = TravelMode.allCases.map { RoadMetric(network: roads, speeds: .usual, mode: $0)[RoadArcID(0)] }
        #expect(times.map { $0 == .max } == [false, false, true, true])
    }

    @Test func `what is known of an arc's pace holds beside its class`() {
        func times(_ pace: RoadPace, rain: Double = 1) -> [UInt32] {
            let arc = RoadArc(from: RoadNodeID(0), to: RoadNodeID(1), length: 1000, roadClass: .street, pace: pace)
            let roads = RoadNetwork(nodes: network(2, []).nodes, arcs: [arc])
            var speeds = SpeedTable()
            (speeds[.walk, .street], speeds[.car, .street]) = (4, 40)
            (speeds[weather: .walk], speeds[weather: .car]) = (rain, rain)
            return [TravelMode.walk, .car].map { RoadMetric(network: roads, speeds: speeds, mode: $0)[RoadArcID(0)] }
        }
        #expect(times(.byClass) == [900_000, 90_000])
        #expect(times(.limit(20)) == [900_000, 180_000])
        #expect(times(.limit(60)) == [900_000, 90_000])
        #expect(
            times(.limit(20), rain: 0.5) == [1_800_000, 180_000], "at half speed cars keep within the limit anyway")
        #expect(times(.driven(80)) == [900_000, 45_000])
        #expect(times(.driven(2)) == [1_800_000, 1_800_000])
        #expect(times(.fixed(7)) == [7, 7])
        #expect(times(.fixed(7), rain: 0.5) == [14, 14])
        #expect(times(.fixed(7), rain: 0) == [.max, .max])
    }
}
