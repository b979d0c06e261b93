import DenseTables
import RoadNetwork
import Testing

@testable import Mobilization

@Suite struct ComingChangesTests {
    @Test func `the next times are those a search through all that is to come finds`() {
        var dice = Dice(4)
        for _ in 0..<50 {
            let roads = 6
            var changes: [RoadChanges.Change] = []
            var time: Int64 = 0
            for _ in 0..<dice.number(0...8) {
                time += Int64(dice.number(1...50))
                let sets: [TravelModeSet] = [[], .land, [.init(.car)], [.init(.walk), .init(.eBike)], [.init(.boat)]]
                let changed = (0..<roads).filter { _ in dice.happens(0.4) }
                changes.append(
                    .init(at: time, roads: changed.map { (road: RoadArcID($0), closedTo: dice.one(of: sets)) }))
            }
            var coming = ComingChanges(changes, roads: roads)
            for passed in 0...changes.count {
                if passed > 0 { coming.advance(to: changes[passed - 1].at) }
                for mode in TravelMode.allCases {
                    // Every road is followed by itself.
                    var closed = [Bool](repeating: false, count: roads)
                    var (closing, change): (Int64, Int64) = (.max, .max)
                    for (index, step) in changes.enumerated() {
                        for (road, modes) in step.roads {
                            let isClosed = modes.contains(mode)
                            if index >= passed, isClosed != closed[Int(road.raw)] {
                                change = min(change, step.at)
                                if isClosed { closing = min(closing, step.at) }
                            }
                            closed[Int(road.raw)] = isClosed
                        }
                    }
                    #expect(coming.closing[Int(mode.rawValue)] == closing)
                    #expect(coming.change[Int(mode.rawValue)] == change)
                }
            }
        }
    }
}
