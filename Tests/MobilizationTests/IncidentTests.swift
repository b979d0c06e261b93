import Testing

@testable import Mobilization

@Suite struct IncidentTests {
    /// A river given as minutes and meters.
    private func incident(_ river: [(Int64, Double)]) -> Incident {
        var incident = Incident()
        incident.river = river.map { RiverPoint(at: at($0.0), height: $0.1) }
        return incident
    }

    @Test func `the river reaches a height on the straight line between two points`() {
        let flood = incident([(0, 1), (60, 2), (120, 4), (300, 6), (600, 3)])
        let times: [(Double, Int64?)] = [
            (0.5, 0), (1, 0), (1.5, at(30)), (2, at(60)), (2.5, at(75)), (4, at(120)), (5, at(210)), (6, at(300)),
            (6.01, nil),
        ]
        for (height, time) in times { #expect(flood.timeWhenRiverReaches(height, factor: 1) == time, "\(height) m") }
        // Half as high again.
        #expect(flood.timeWhenRiverReaches(3, factor: 1.5) == at(60))
        #expect(flood.timeWhenRiverReaches(9, factor: 1.5) == at(300))
        #expect(flood.timeWhenRiverReaches(1.5, factor: 1.5) == 0)
        #expect(flood.timeWhenRiverReaches(1.6, factor: 0.5) == at(96))
        #expect(flood.timeWhenRiverReaches(0.1, factor: 0) == nil)
    }

    @Test func `a rise at one moment is reached at that moment, a river that stands still never rises`() {
        #expect(incident([(0, 1), (60, 1), (60, 5)]).timeWhenRiverReaches(3, factor: 1) == at(60))
        #expect(incident([(10, 1), (60, 1)]).timeWhenRiverReaches(1, factor: 1) == at(10))
        #expect(incident([(10, 1), (60, 1)]).timeWhenRiverReaches(1.1, factor: 1) == nil)
        #expect(incident([]).timeWhenRiverReaches(0, factor: 1) == nil)
    }

    @Test func `only the first crest counts`() {
        let twice = incident([(0, 0), (60, 3), (120, 1), (180, 9)])
        #expect(twice.timeWhenRiverReaches(3, factor: 1) == at(60))
        #expect(twice.timeWhenRiverReaches(3, factor: 0.9) == at(137, 30))
    }

    @Test func `a higher home is reached no sooner, a higher river no later`() {
        var dice = Dice(1)
        for _ in 0..<200 {
            var time: Int64 = 0
            let flood = incident(
                (0..<dice.number(1...8)).map { _ in
                    time += Int64(dice.number(0...120))
                    return (time, dice.share() * 6)
                })
            let heights = (0..<12).map { _ in dice.share() * 7 }.sorted()
            for factor in [0.7, 1, 1.3] {
                let times = heights.map { flood.timeWhenRiverReaches($0, factor: factor) ?? .max }
                #expect(times == times.sorted())
            }
            for height in heights {
                let times = [1.4, 1.2, 1, 0.8, 0.5].map { flood.timeWhenRiverReaches(height, factor: $0) ?? .max }
                #expect(times == times.sorted())
            }
        }
    }
}
